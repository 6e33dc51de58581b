import Foundation
import Guichet
import GuichetDocuments
import GuichetTestSupport
import Testing

@Suite("The mails")
struct CourrielTests {
  private static let numero = Numero(annee: 2026, rang: 7)

  private static func paris() throws -> Fuseau {
    try Fuseau(
      tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris"))), nom: "Europe/Paris")
  }

  private static func linf(_ change: (String) -> String = { $0 }) throws -> Linf {
    var files = Samples.referentiel
    files["linf.csv"] = files["linf.csv"].map(change)
    let referentiel = try Referentiel.charger(
      files.map { FichierReferentiel(nom: $0.key, contenu: Array($0.value.utf8)) })
    return try #require(referentiel.linf("rpe-lomme"))
  }

  /// With a rendez-vous on Wednesday 2 December 2026 at 14:30.
  private static func demande(
    _ mode: RendezVous.Mode = .telephone, lieu: String? = nil, courriel: String = "elodie@exemple.fr"
  ) throws -> Demande {
    var demandeur = Demandeur(civilite: .madame, nom: "Martin", prenom: "Élodie")
    demandeur.telephone = Telephone(e164: "+33639981234", saisi: "06 39 98 12 34")
    demandeur.courriel = courriel
    let formulaire = Formulaire(
      reference: "MEF-1", origine: .monenfantFr, demandeur: demandeur, enfants: [Enfant(prenom: "Léo")])
    let jour = try #require(DateCivile(iso: "2026-11-23"))
    let place = PlaceRendezVous(
      debut: try #require(Instant(rfc3339: "2026-12-02T14:30:00+01:00")), duree: 30, mode: mode, lieu: lieu, poste: 1)
    let evenements: [Evenement] = [
      .recue(
        Recue(
          formulaire: formulaire, anomalies: [], avertissements: [], empreinte: String(repeating: "ab", count: 32))),
      .routee(
        Routee(
          decision: Decision(
            issue: .linf("rpe-lomme", regle: .commune), codeInsee: "59350", lieu: .adresse, jour: jour,
            etapes: [Etape(.adresse)]), version: 0)),
      .rendezVousFixe(RendezVousPose(id: 1, linf: "rpe-lomme", place: place)),
    ]
    let received = Instant(microseconds: 1_795_418_100_000_000)
    var demande: Demande?
    for (rank, evenement) in evenements.enumerated() {
      demande = try Demande.apply(
        Fait(
          seq: Int64(rank + 1), numero: numero, nature: evenement.nature, survenuLe: received, enregistreLe: received,
          auteur: Fait.regles, evenement: evenement), to: demande)
    }
    return try #require(demande)
  }

  private static func rappel(_ demande: Demande, _ linf: Linf?) throws -> MessageDeCourriel {
    let rendezVous = try #require(demande.rendezVousPrevu)
    return try #require(
      CourrielDeRappel(
        demande, rendezVous, linf: linf, caf: "Caf du Nord", expediteur: "guichet@exemple.fr", fuseau: try paris())
    ).message
  }

  private static func bytes(_ message: MessageDeCourriel) throws -> [UInt8] {
    message.bytes(
      id: "0123abcd", le: try #require(Instant(rfc3339: "2026-12-01T14:30:00.5+01:00")), in: try paris())
  }

  @Test("to a family says in words when, how, with whom, and how to change it or hear no more, and nothing else of it")
  func reminder() throws {
    let texte = try Self.rappel(Self.demande(), Self.linf()).texte
    for part in [
      "Madame,\n", "votre rendez-vous avec Relais de Lomme", "mercredi 2 décembre 2026 à 14 h 30",
      "par téléphone : nous vous appellerons au 06 39 98 12 34.", "appelez le 03 53 01 10 02",
      "la référence 2026-000007", "Pour ne plus recevoir", "en lien avec la Caf du Nord", "automatiquement",
    ] {
      #expect(texte.contains(part), "\(part) in \(texte)")
    }
    for secret in ["Léo", "Martin", "Élodie", "elodie"] { #expect(!texte.contains(secret)) }
    #expect(
      try Self.rappel(Self.demande(.surSite), Self.linf()).texte.contains("sur place : 2 place, 59160 Lomme."))
    #expect(
      try Self.rappel(Self.demande(.surSite, lieu: "Maison des familles"), Self.linf()).texte.contains(
        "sur place : Maison des familles."))
    #expect(
      try Self.rappel(Self.demande(.visio, lieu: "https://exemple.fr/salle"), Self.linf()).texte.contains(
        "en visio : https://exemple.fr/salle\n"))
    let unknown = try Self.rappel(Self.demande(), nil)
    #expect(unknown.texte.contains("avec rpe-lomme") && unknown.reponse == nil)
    #expect(
      try Self.rappel(Self.demande(), Self.linf { $0.replacing("03 53 01 10 02", with: "") }).texte.contains(
        "écrivez à rpe-lomme@exemple.fr"))
  }

  @Test("to a LINF names the demande and what was due, whose it is where it stands in for another, and no family")
  func alert() throws {
    let due = try #require(Instant(rfc3339: "2026-11-25T17:00:00+01:00"))
    func mail(_ niveau: Escalade.Niveau, supplee: String?) throws -> MessageDeCourriel? {
      CourrielDAlerte(
        try #require(Self.numero), niveau, echeance: due, nature: .premierContact, linf: try Self.linf(),
        supplee: supplee, caf: "", expediteur: "guichet@exemple.fr", fuseau: try Self.paris())?.message
    }
    let own = try #require(try mail(.echeance, supplee: nil))
    #expect(own.a.adresse == "rpe-lomme@exemple.fr" && own.objet == "Demande 2026-000007 : échéance passée")
    #expect(own.texte.contains("« premier contact » était due pour le mercredi 25 novembre 2026 à 17 h."))
    let other = try #require(try mail(.apres, supplee: "Relais de Lille"))
    #expect(other.objet.hasSuffix("depuis longtemps") && other.texte.contains("Relais de Lille, fermé en ce moment"))
  }

  @Test("are read back by a mail library as they were meant, every line short, whatever a name holds")
  func readBack() throws {
    let hostile =
      "Relais « L’Œuf »\r\nBcc: autre@exemple.fr\u{0}\u{2028} \"=?x?=\" " + String(repeating: "é", count: 90)
    let long = String(repeating: "Été à l’œuvre = 100 % ; ", count: 60) + " \n.\nFrom moi\n\tfin \n"
    let plain = try Self.rappel(Self.demande(), Self.linf())
    let boite = try #require(Boite(nom: hostile, adresse: "guichet@exemple.fr"))
    let family = try #require(Boite(adresse: "o'neil+x@sous.exemple.fr"))
    let messages = [
      plain, MessageDeCourriel(de: boite, a: family, reponse: boite, objet: hostile, texte: long),
      MessageDeCourriel(de: family, a: boite, objet: "Simple", texte: "Fin.\n"),
    ]
    let script = """
      import sys, json, email, email.policy, email.header, email.utils
      raw = sys.stdin.buffer.read()
      assert all(len(line) <= 76 for line in raw.split(b"\\n")) and max(raw) < 128 and b"\\r" not in raw
      mail = email.message_from_bytes(raw, policy=email.policy.default)
      assert not mail.defects and not any(value.defects for value in mail.values())
      # The newer parser puts blanks between the encoded words of a name (RFC 2047, section 6.2, says none).
      old = email.message_from_bytes(raw)
      def one(name):
          if name not in old: return None
          assert len(mail[name].addresses) == 1
          shown, address = email.utils.parseaddr(old[name])
          return [[str(email.header.make_header(email.header.decode_header(shown))), address]]
      print(json.dumps([one("From"), one("To"), one("Reply-To"), mail["Subject"], mail["Date"].datetime.isoformat(),
                        mail["Message-ID"], mail["Auto-Submitted"], mail.get_content_type(), sorted(mail.keys()),
                        mail.get_content()]))
      """
    for message in messages {
      let input = String(decoding: try Self.bytes(message), as: UTF8.self)
      let run = try ProgramRun("/usr/bin/env", ["python3", "-c", script], input: input)
      #expect(run.status == 0, "\(run.errors) \(input)")
      let read = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [Any])
      func boites(_ index: Int) -> [[String]]? { read[index] as? [[String]] }
      func clean(_ name: String) -> String {
        String(
          String.UnicodeScalarView(
            name.unicodeScalars.map { $0.value < 32 || $0.value == 0x2028 ? " " : $0 }.prefix(200))
        )
        .split(separator: " ").joined(separator: " ")
      }
      #expect(boites(0) == [[clean(message.de.nom), message.de.adresse]])
      #expect(boites(1) == [[clean(message.a.nom), message.a.adresse]])
      #expect(boites(2) == message.reponse.map { [[clean($0.nom), $0.adresse]] })
      #expect(read[3] as? String == clean(message.objet))
      #expect(read[4] as? String == "2026-12-01T14:30:00+01:00")
      #expect(read[5] as? String == "<0123abcd@\(message.de.domaine)>")
      #expect(read[6] as? String == "auto-generated" && read[7] as? String == "text/plain")
      #expect((read[8] as? [String])?.contains { $0.lowercased() == "bcc" } == false)
      #expect(read[9] as? String == message.texte)
    }
  }

  @Test(
    "go to no address that could say more than one",
    arguments: [
      "a@exemple.fr\nBcc: b@exemple.fr", "a@exemple.fr, b@exemple.fr", "<a@exemple.fr>", "élodie@exemple.fr",
      "a@école.fr", "a b@exemple.fr", "", "a",
    ])
  func addresses(adresse: String) {
    #expect(Boite(adresse: adresse) == nil)
  }
}
