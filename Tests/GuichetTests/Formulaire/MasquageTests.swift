import Guichet
import StrictJSON
import Testing

@Suite("Numbers that no demande needs")
struct MasquageTests {
  /// Made up, with their right keys; the third is of Corsica.
  static let nirs = [nir("1850559350123"), nir("2991397411042"), nir("102022A004012"), nir("270062B033012")]

  static func nir(_ body: String) -> String {
    let digits = body.replacing("2A", with: "19").replacing("2B", with: "18")
    // « 2A » and « 2B » stand for 19 and 18 only in the sixth and seventh place.
    let number = body.contains("A") || body.contains("B") ? digits : body
    let key = 97 - (UInt64(number) ?? 0) % 97
    return body + (key < 10 ? "0" : "") + String(key)
  }

  @Test("social security numbers are masked in text, however they are spaced", arguments: nirs)
  func inText(nir: String) throws {
    let digits = Array(nir)
    let spaced =
      "\(digits[0]) \(String(digits[1...2])) \(String(digits[3...4])) \(String(digits[5...6])) "
      + "\(String(digits[7...9])) \(String(digits[10...12]))\u{A0}\(String(digits[13...14]))"
    for written in [
      nir, spaced, nir.lowercased(), "\(nir.prefix(13)) \(nir.suffix(2))", "\(nir.prefix(13))-\(nir.suffix(2))",
    ] {
      let jugement = Modele.juger(Modele.complet.avec("/message", .string("Mon no est \(written), merci.")))
      #expect(jugement.formulaire?.message == "Mon no est [NIR masqué], merci.")
      #expect(jugement.isRight)
      #expect(jugement.avertissements.map(\.chemin) == ["/message"])
      let masked = try JSON.parse(try #require(jugement.masque))
      #expect(masked["message"]?.string == "Mon no est [NIR masqué], merci.")
      #expect(JSONValue(masked).avec("/message", nil) == Modele.complet.avec("/message", nil))
    }
  }

  @Test(
    "other numbers are not taken for one",
    arguments: [
      "185055935012301", "06 39 98 12 34 et 03 53 01 12 34", "FR76 3000 4000 0312 3456 7890 143", "18505593501230",
      "59160 59000 59100 590", "2026-11-23 08:15 2027-01-04", "5850559350123 00",
    ])
  func others(text: String) {
    let jugement = Modele.juger(Modele.complet.avec("/message", .string(text)))
    #expect(jugement.masque == nil)
    #expect(jugement.formulaire?.message == text)
  }

  @Test(
    "allocataire numbers are masked where a word announces them",
    arguments: [
      ("Allocataire 1234567", "Allocataire [no allocataire masqué]"),
      ("n° d’allocataire : 1234567 K, merci", "n° d’allocataire : [no allocataire masqué], merci"),
      ("mon matricule CAF est le 1234567K.", "mon matricule CAF est le [no allocataire masqué]."),
      ("n°CAF 12 34 567", "n°CAF [no allocataire masqué]"), ("CAF1234567", "CAF[no allocataire masqué]"),
      ("Je suis allocataire à Lille, 59000", "Je suis allocataire à Lille, 59000"),
      ("La CAF m’a dit d’appeler le 06 39 98 12 34", "La CAF m’a dit d’appeler le 06 39 98 12 34"),
      ("allocataire depuis le 01/02/2020", "allocataire depuis le 01/02/2020"), ("Le café 1234567", "Le café 1234567"),
      ("dossier 1234567", "dossier 1234567"),
    ])
  func allocataire(text: String, masked: String) {
    #expect(Modele.juger(Modele.complet.avec("/message", .string(text))).formulaire?.message == masked)
  }

  @Test(
    "are dropped where they are all of a field",
    arguments: [
      "/reference", "/demandeur/prenom", "/demandeur/telephone", "/demandeur/adresse/voie", "/demandeur/langue",
      "/numeroSecu",
      "/demandeur/nir", "/besoin/frequence",
    ])
  func dropped(pointer: String) throws {
    let nir = Self.nirs[0]
    let form = Modele.complet.avec(pointer, .string(nir))
    let jugement = Modele.juger(form)
    #expect(jugement.avertissements.contains { $0.chemin == pointer && $0.message.contains("masqué") })
    let masked = try JSON.parse(try #require(jugement.masque))
    #expect(JSONValue(masked) == form.avec(pointer, .some(.null)))
    #expect(!"\(jugement)".contains(nir))
    #expect(jugement.formulaire?.reference == (pointer == "/reference" ? Modele.empreinte : "MEF-2026-00012345"))
  }

  @Test(
    "are found under unknown keys, as numbers, and in keys",
    arguments: [
      ("/nir", JSONValue.int(185_055_935_012_342)), ("/numeroAllocataire", "1234567"),
      ("/numeroAllocataire", 1_234_567),
      ("/caf", ["numero": "1234567A"]), ("/dossier", ["notes": [["allocataire no 1234567"]]]), ("/185055935012342", 1),
    ] as [(String, JSONValue)])
  func unknown(pointer: String, value: JSONValue) throws {
    let jugement = Modele.juger(Modele.complet.avec(pointer, value))
    #expect(jugement.isRight)
    let masked = String(decoding: try #require(jugement.masque), as: UTF8.self)
    for text in [masked, "\(jugement.avertissements)", "\(jugement.anomalies)"] {
      #expect(!text.contains("1234567"))
      #expect(!text.contains("185055935012342"))
    }
  }

  @Test("are found in a number that could be called abroad")
  func abroad() throws {
    let body = "2200159000100"
    let nir = Self.nir(body)
    let jugement = Modele.juger(Modele.complet.avec("/demandeur/telephone", .string("00 \(nir)")))
    #expect(!"\(jugement)".contains(nir))
    #expect(jugement.masque != nil)
  }

  @Test("a masked form is judged the same when it is read again")
  func again() throws {
    let nir = Self.nirs[0]
    let form = Modele.complet.avec("/demandeur/telephone", .string(nir)).avec("/demandeur/nom", "Martin \(nir)")
      .avec("/message", "allocataire 1234567").avec("/x", "\(nir) \(nir)")
    let jugement = Modele.juger(form)
    let again = Examen.juger(try #require(jugement.masque), empreinte: Modele.empreinte, recueLe: Modele.recueLe)
    #expect(again.formulaire == jugement.formulaire)
    #expect(again.anomalies == jugement.anomalies)
    #expect(again.masque == nil)
  }
}
