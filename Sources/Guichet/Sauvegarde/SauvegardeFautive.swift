import StrictJSON

/// What a check found wrong with a backup, kept beside it: it is not deleted, and counts for none from then on.
package struct SauvegardeFautive: Hashable, Sendable {
  /// When it was checked; nil where what was kept cannot be read, which is as good as a fault.
  package let verifieeLe: Instant?
  /// French sentences.
  package let fautes: [String]

  /// - Parameter verifieeLe: cut to the second.
  package init(verifieeLe: Instant, fautes: [String]) {
    self.verifieeLe = Instant(microseconds: verifieeLe.seconds * 1_000_000)
    self.fautes = fautes
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    if let verifieeLe { writer.member("verifieeLe", verifieeLe.rfc3339(offsetSeconds: 0)) }
    writer.key("fautes")
    writer.beginArray()
    for faute in fautes { writer.string(faute) }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// Reads what was kept; that there is a file says the essential, whatever is left of it.
  package init(_ bytes: [UInt8]) {
    do {
      let json = try JSON.parse(bytes)
      verifieeLe = json["verifieeLe"]?.string.flatMap { Instant(rfc3339: $0) }
      fautes = json["fautes"]?.elements.compactMap(\.string) ?? []
    } catch {
      verifieeLe = nil
      fautes = []
    }
  }
}

/// What a backup is worth, as far as is known without opening it.
package enum ValeurDeSauvegarde: Hashable, Sendable {
  /// It was when it was made, and no check has found otherwise.
  case bonne
  /// The register was at fault when it was copied.
  case registreFautif
  /// Nothing tells what was written: only a check of its content could, and not all of it.
  case sansManifeste
  /// A check found it changed or damaged since.
  case fautive

  package init(_ manifeste: ManifesteDeSauvegarde?, _ fautive: SauvegardeFautive?) {
    self =
      switch (manifeste, fautive) {
      case (_, .some): .fautive
      case (nil, nil): .sansManifeste
      case (let manifeste?, nil): manifeste.estIntacte ? .bonne : .registreFautif
      }
  }
}
