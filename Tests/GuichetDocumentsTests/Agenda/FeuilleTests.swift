import Guichet
import GuichetDocuments
import Testing

@Suite("The morning sheet")
struct FeuilleTests {
  private static func feuille(appels: Int, autres: Int = 0) throws -> FeuilleDuMatin {
    FeuilleDuMatin(
      nom: "Relais de Lomme", fuseau: try AgendaSamples.zone(), le: try AgendaSamples.at("2026-11-25T06:00:00+01:00"),
      rendezVous: [
        .init(
          entree: try AgendaSamples.entree(
            12, "2026-11-25T10:00:00+01:00", .telephone, famille: "Martin Élodie", telephone: "+33639981234"),
          aDeplacer: nil),
        .init(
          entree: try AgendaSamples.entree(13, "2026-11-25T14:00:00+01:00", lieu: "Salle des fêtes", famille: "Petit"),
          aDeplacer: .fermeture),
      ],
      aRenseigner: [
        .init(entree: try AgendaSamples.entree(9, "2026-11-24T10:00:00+01:00", famille: "Durand"), aDeplacer: nil)
      ],
      appels: try (1...max(1, appels)).prefix(appels).map { rank in
        .init(
          numero: try #require(Numero(annee: 2026, rang: rank)),
          famille: rank == 3 ? "Un nom bien plus long que la colonne qui l’attend" : "Famille \(rank)",
          telephone: rank == 2 ? nil : "+33639981234", echeance: try AgendaSamples.at("2026-11-24T17:00:00+01:00"),
          estUrgent: rank == 1, estEnRetard: rank <= 2)
      }, autres: autres)
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
