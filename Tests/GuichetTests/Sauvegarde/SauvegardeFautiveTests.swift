import Guichet
import Testing

@Suite("What a check found wrong with a backup")
struct SauvegardeFautiveTests {
  @Test("is read back as it was written, and is a fault whatever is left of it")
  func roundTrip() throws {
    let seen = try #require(Instant(rfc3339: "2026-11-24T02:45:00+01:00"))
    let found = SauvegardeFautive(verifieeLe: seen, fautes: ["Le fichier n’est plus celui qui a été écrit."])
    #expect(SauvegardeFautive(found.bytes) == found)
    for length in 0..<found.bytes.count - 1 {
      let rest = SauvegardeFautive(Array(found.bytes.prefix(length)))
      #expect(rest.verifieeLe == nil && rest.fautes.isEmpty)
    }
  }

  @Test("makes it worth nothing, as do a register at fault and a missing manifest")
  func worth() throws {
    let seen = try #require(Instant(rfc3339: "2026-11-24T02:45:00+01:00"))
    let found = SauvegardeFautive(verifieeLe: seen, fautes: ["Faute."])
    func manifeste(_ fautes: [String]) -> ManifesteDeSauvegarde {
      ManifesteDeSauvegarde(
        nom: NomDeSauvegarde(seen), version: "0.1", schema: 10, sequence: 1, chaine: "3f", demandes: 1, octets: 1,
        sha256: "3f", fautes: fautes)
    }
    #expect(ValeurDeSauvegarde(manifeste([]), nil) == .bonne)
    #expect(ValeurDeSauvegarde(manifeste(["Écart."]), nil) == .registreFautif)
    #expect(ValeurDeSauvegarde(nil, nil) == .sansManifeste)
    #expect(ValeurDeSauvegarde(manifeste([]), found) == .fautive && ValeurDeSauvegarde(nil, found) == .fautive)
  }
}
