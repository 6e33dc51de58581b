import Guichet
import StrictJSON
import Testing

@Suite("A recorded form")
struct FormulaireEnregistreTests {
  static func written(_ formulaire: Formulaire) -> [UInt8] {
    var writer = JSONWriter()
    formulaire.write(to: &writer)
    return writer.bytes
  }

  @Test("is read back as it was, whatever form it came from")
  func roundTrip() throws {
    for form in CorpusDeFormulaires.formulaires(1500, seed: 7) {
      guard let formulaire = Modele.juger(form).formulaire else { continue }
      let bytes = Self.written(formulaire)
      let read = try Formulaire(recorded: try JSON.parse(bytes))
      #expect(read == formulaire)
      #expect(Self.written(read) == bytes)
    }
  }

  @Test("is written with the keys of the form, in their order, without what is empty")
  func shape() throws {
    let formulaire = try #require(Modele.juger(Modele.minimal).formulaire)
    #expect(
      String(decoding: Self.written(formulaire), as: UTF8.self)
        == #"{"version":1,"reference":"g/1","deposeeLe":"2026-11-23T07:15:00Z","demandeur":{"nom":"N’Diaye","#
        + #""courriel":"n.diaye@exemple.fr"},"enfants":[{"adoptionPrevue":"2027-06-01"}],"besoin":{"lieu":{"codeInsee":"2A004"},"#
        + #""debut":"2027-09-01","modes":[],"semaine":[],"horairesAtypiques":false,"besoinSpecifique":false,"#
        + #""insertionProfessionnelle":false}}"#)
  }

  @Test(
    "that is damaged says where",
    arguments: [
      ("/version", 2), ("/reference", nil), ("/reference", 1), ("/deposeeLe", "hier"), ("/origine", "fax"),
      ("/demandeur", nil),
      ("/demandeur/telephone/saisi", nil), ("/demandeur/rappel/creneaux", nil),
      ("/demandeur/rappel/creneaux/0/jour", "l"),
      ("/enfants", nil), ("/enfants/0/naissance", "2026-02-30"), ("/besoin/modes/1", "x"),
      ("/besoin/semaine/0/de", nil),
      ("/besoin/horairesAtypiques", nil), ("/besoin/debut", 1),
    ] as [(String, JSONValue?)])
  func damaged(pointer: String, value: JSONValue?) throws {
    let formulaire = try #require(Modele.juger(Modele.complet).formulaire)
    let recorded = JSONValue(try JSON.parse(Self.written(formulaire))).avec(pointer, value)
    #expect(throws: FormulaireIllisible(chemin: pointer)) { try Formulaire(recorded: try JSON.parse(recorded.bytes())) }
  }
}

@Suite("The motive of a refusal")
struct MotifTests {
  @Test("is written for who must mend the file")
  func written() throws {
    let motif = Motif.conflit(avec: "2026-000017")
    let json = try JSON.parse(motif.bytes(fichier: "a.json", recuLe: "2026-11-23T09:00:00+01:00", sha256: nil))
    #expect(json.members.map(\.key) == ["fichier", "recuLe", "sha256", "code", "erreurs"])
    #expect(json["sha256"]?.isNull == true)
    #expect(json["code"]?.string == "conflit")
    #expect(json["erreurs"]?.elements.first { _ in true }?["chemin"]?.string == "/reference")
  }

  @Test("is a French sentence, whatever the code")
  func sentences() {
    for motif in [
      .tropGros(octets: 2_000_000, limite: 1_048_576),
      .pasUnFichier("C’est un dossier et non un fichier : déposez-en les formulaires un à un."),
      .conflit(avec: "2026-000001"),
      Motif.efface,
    ] {
      #expect(motif.erreurs.count == 1)
      #expect(motif.erreurs.allSatisfy { $0.message.hasSuffix(".") && $0.message.first?.isUppercase == true })
    }
  }
}
