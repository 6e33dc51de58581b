import Foundation
import Guichet
import GuichetDocuments
import Testing

@Suite("The morning sheet")
struct FeuilleTests {
  private static func feuille(
    appels: Int, autres: Int = 0, famille: String = "Petit", supplees: [FeuilleDuMatin.Supplee] = []
  ) throws -> FeuilleDuMatin {
    FeuilleDuMatin(
      nom: "Relais de Lomme", fuseau: try AgendaSamples.zone(), le: try AgendaSamples.at("2026-11-25T06:00:00+01:00"),
      rendezVous: [
        .init(
          entree: try AgendaSamples.entree(
            12, "2026-11-25T10:00:00+01:00", .telephone, famille: "Martin Élodie", telephone: "+33639981234")),
        .init(
          entree: try AgendaSamples.entree(
            13, "2026-11-25T14:00:00+01:00", lieu: "Salle des fêtes", famille: famille, aDeplacer: .fermeture)),
      ],
      aRenseigner: [
        .init(entree: try AgendaSamples.entree(9, "2026-11-24T10:00:00+01:00", famille: "Durand"))
      ],
      appels: try (1...max(1, appels)).prefix(appels).map { rank in
        .init(
          numero: try #require(Numero(annee: 2026, rang: rank)),
          famille: rank == 3 ? "Un nom bien plus long que la colonne qui l’attend" : "Famille \(rank)",
          telephone: rank == 2 ? nil : "+33639981234", echeance: try AgendaSamples.at("2026-11-24T17:00:00+01:00"),
          estUrgent: rank == 1, estEnRetard: rank <= 2)
      }, autres: autres, supplees: supplees)
  }

  private static func supplee(_ count: Int) throws -> FeuilleDuMatin.Supplee {
    FeuilleDuMatin.Supplee(
      nom: "Relais de Lille", jusqua: try #require(DateCivile(iso: "2026-11-28")),
      rendezVous: [
        .init(
          entree: try AgendaSamples.entree(
            50, "2026-11-25T11:00:00+01:00", .telephone, famille: "Leroy", aDeplacer: .fermeture))
      ],
      appels: try (1...count).map { rank in
        .init(
          numero: try #require(Numero(annee: 2026, rang: 60 + rank)), famille: "Lilloise \(rank)", telephone: nil,
          echeance: nil, estUrgent: false, estEnRetard: false)
      }, autres: 0)
  }

  @Test("has the families of a LINF that is closed apart, and says for whom and until when, on the same page")
  func suppleance() throws {
    let texte = try Self.feuille(appels: 45, autres: 955, supplees: [Self.supplee(20)]).texte
    #expect(texte.contains("\nPOUR Relais de Lille, FERMÉ JUSQU’AU 28/11/2026 (21)\n"))
    #expect(texte.contains("2026-000050  Leroy") && texte.contains("2026-000061  Lilloise 1"))
    #expect(texte.split(separator: "\n", omittingEmptySubsequences: false).count <= FeuilleDuMatin.hauteur + 1)
    #expect(
      try Self.feuille(appels: 3, supplees: [Self.supplee(2)]).html.contains("FERMÉ JUSQU’AU 28/11/2026 (3)</h2>"))
  }

  @Test("is a page of tables too, in which a name is a name whatever it holds")
  func html() throws {
    let evil = "<script>alert(1)</script>\u{202E}\"'&\u{0}\u{200B}<img src=x onerror=y>"
    let html = try Self.feuille(appels: 3, famille: evil).html
    #expect(
      !html.contains("<script") && !html.contains("<img") && !html.contains("\u{202E}") && !html.contains("\u{0}"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img src=x onerror=y&gt;</td>"))
    #expect(html.contains("<h2>EN RETARD (2)</h2>") && html.contains("<td>24/11/2026 17:00, urgent, en retard</td>"))
    #expect(html.contains("À DÉPLACER : le lieu d’information est fermé, sur place, Salle des fêtes</td>"))
    // All in one file: nothing is asked for from elsewhere.
    for word in ["http:", "https:", "url(", "<link", "@import"] { #expect(!html.contains(word), "\(word)") }
    #expect(html.components(separatedBy: "<tr>").count == html.components(separatedBy: "</tr>").count)
  }

  @Test("tells the rendez-vous of the day, those to fill in, the late ones and those to call")
  func page() throws {
    #expect(
      try Self.feuille(appels: 3).texte == """
        Relais de Lomme
        Feuille du mercredi 25/11/2026, faite à 06:00
        ================================================================================

        RENDEZ-VOUS DU JOUR (2)
        [ ] 10:00-10:30  2026-000012  Martin Élodie         par téléphone, +33639981234
        [ ] 14:00-14:30  2026-000013  Petit                 À DÉPLACER : le lieu d’info…

        RENDEZ-VOUS À RENSEIGNER (1)
        [ ] 24/11/2026 10:00  2026-000009  Durand

        EN RETARD (2)
        [ ] URGENT  2026-000001  Famille 1                 +33639981234      24/11 17:00
        [ ]         2026-000002  Famille 2                 sans téléphone    24/11 17:00

        À APPELER (1)
        [ ]         2026-000003  Un nom bien plus long q…  +33639981234      24/11 17:00

        """)
  }

  @Test("keeps to one page of 80 columns, however many are to be called, and says how many it leaves out")
  func bounded() throws {
    let lines = try Self.feuille(appels: 45, autres: 955).texte.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= FeuilleDuMatin.hauteur + 1)
    #expect(lines.allSatisfy { $0.count <= FeuilleDuMatin.largeur })
    #expect(lines.contains("À APPELER (998)"))
    let shown = lines.count { $0.hasPrefix("[ ]         2026-") } - 1
    #expect(lines.contains("  et \(998 - shown) de plus : guichetctl demande lister"))
    #expect(try Self.feuille(appels: 0).texte.contains("À APPELER (0)\n  rien\n"))
  }
}
