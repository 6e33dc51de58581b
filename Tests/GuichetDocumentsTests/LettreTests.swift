import Guichet
import GuichetDocuments
import Testing

@Suite("The letter to a family that was not reached")
struct LettreTests {
  private static let received = Instant(microseconds: 1_795_418_100_000_000)
  /// UTC, without a change of clocks.
  private static let fuseau: Fuseau? = {
    // The shortest TZif there is: version 1, one type, no transition (RFC 9636 § 3).
    var bytes = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
    for count in [0, 0, 0, 0, 1, 4] as [UInt8] { bytes += [0, 0, 0, count] }
    bytes += [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    do {
      return try Fuseau(tzif: bytes, nom: "UTC")
    } catch {
      return nil
    }
  }()

  private static func demande(_ change: (inout Demandeur) -> Void) throws -> Demande {
    var demandeur = Demandeur(civilite: .madame, nom: "Martin", prenom: "Élodie")
    demandeur.adresse = Adresse(voie: "12 rue Haute", codePostal: "59160", commune: "Lomme")
    change(&demandeur)
    let formulaire = Formulaire(
      reference: "MEF-1", origine: .monenfantFr, demandeur: demandeur,
      enfants: [Enfant(prenom: "Léo")])
    let recue = Recue(
      formulaire: formulaire, anomalies: [], avertissements: [], empreinte: String(repeating: "ab", count: 32))
    return try Demande.apply(
      Fait(
        seq: 1, numero: Numero(annee: 2026, rang: 7), nature: .recue, survenuLe: received, enregistreLe: received,
        auteur: Fait.regles, evenement: .recue(recue)), to: nil)
  }

  private static func lettre(_ change: (inout Demandeur) -> Void = { _ in }) throws -> LettreDAppel {
    LettreDAppel(
      try demande(change), linf: nil, id: "rpe-lomme", caf: "Caf du Nord",
      jour: try #require(DateCivile(iso: "2026-12-01")), fuseau: try #require(fuseau))
  }

  @Test("is dated in words, greets as the family calls itself, and says nothing of the children")
  func greetings() throws {
    let table: [(Civilite?, String, String)] = [
      (.madame, "Madame Élodie Martin", "\nMadame,\n"), (.monsieur, "Monsieur Élodie Martin", "\nMonsieur,\n"),
      (nil, " Élodie Martin", "\nMadame, Monsieur,\n"),
    ]
    for (civilite, name, greeting) in table {
      let texte = try Self.lettre { $0.civilite = civilite }.texte
      #expect(texte.contains("\(name)\n") && texte.contains(greeting), "\(texte)")
      #expect(texte.contains("Le 1er décembre 2026\n") && texte.contains("Référence : 2026-000007\n"))
      #expect(texte.contains("en lien avec la Caf du Nord") && !texte.contains("Léo"))
      #expect(texte.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test("is a page for a window envelope too, with the same words, in which a name is a name whatever it holds")
  func html() throws {
    let evil = "<b onclick=x>Martin</b>\u{202E}\u{7}&\"'"
    let html = try Self.lettre { $0.nom = evil }.html
    #expect(!html.contains("<b ") && !html.contains("\u{202E}") && !html.contains("\u{7}"))
    #expect(
      html.contains(
        "<div class=\"destinataire\">Madame Élodie &lt;b onclick=x&gt;Martin&lt;/b&gt;&amp;&quot;&#39;<br>\n12 rue Haute<br>\n"
          + "59160 Lomme</div>"))
    #expect(html.contains("Le 1er décembre 2026") && html.contains("Référence : 2026-000007") && !html.contains("Léo"))
    #expect(html.contains("left: 110mm; top: 50mm") && html.contains("size: A4"))
    for word in ["http:", "https:", "url(", "<link", "@import"] { #expect(!html.contains(word), "\(word)") }
  }

  @Test("says what is missing on its envelope and in its head")
  func missing() throws {
    let office = "Le référentiel n’a ni téléphone ni courriel de ce lieu d’information ; ajoutez-les à la main."
    #expect(try Self.lettre().avertissements == [office])
    #expect(try Self.lettre { $0.adresse?.voie = nil }.avertissements.count == 2)
    #expect(try Self.lettre { $0.adresse = Adresse(commune: "Lomme") }.avertissements.count == 3)
    #expect(try Self.lettre().texte.contains("Nous n’avons pas encore pu nous entretenir avec vous."))
  }
}
