import Guichet
import Testing

@Suite("A backup's manifest")
struct ManifesteDeSauvegardeTests {
  private static func manifeste(_ fautes: [String]) throws -> ManifesteDeSauvegarde {
    ManifesteDeSauvegarde(
      nom: NomDeSauvegarde(try #require(Instant(rfc3339: "2026-11-23T02:30:00+01:00"))), version: "0.1", schema: 10,
      sequence: 2408, chaine: "3f2a", demandes: 1204, octets: 8192, sha256: "3f2b", fautes: fautes)
  }

  @Test("is read back as it was written", arguments: [[], ["Le fait 7 a changé.", "Un écart."]])
  func roundTrip(fautes: [String]) throws {
    let manifeste = try Self.manifeste(fautes)
    #expect(ManifesteDeSauvegarde(manifeste.bytes) == manifeste && manifeste.estIntacte == fautes.isEmpty)
  }

  @Test("says how a file and its journal differ from what was written, and nothing where they do not")
  func differs() throws {
    let manifeste = try Self.manifeste([])
    #expect(manifeste.ecarts(sha256: "3f2b", octets: 8192).isEmpty)
    #expect(manifeste.ecarts(sha256: "9b1c", octets: 8192).first?.contains("9b1c… au lieu de 3f2b…") == true)
    #expect(manifeste.ecarts(sha256: "9b1c", octets: 4096).first?.contains("4096 octets au lieu de 8192") == true)
    #expect(manifeste.ecarts(sequence: 2408, chaine: "3f2a").isEmpty)
    #expect(manifeste.ecarts(sequence: 12, chaine: "77").first?.contains("au fait 12 (tête 77…)") == true)
  }

  @Test("is none when it is cut short")
  func damaged() throws {
    let bytes = try Self.manifeste(["Un écart."]).bytes
    for length in 0..<bytes.count - 1 { #expect(ManifesteDeSauvegarde(Array(bytes.prefix(length))) == nil) }
    #expect(ManifesteDeSauvegarde(Array("{}".utf8)) == nil)
  }
}
