import StrictJSON

/// `effacements.log`: the families that were erased, outside the register, so that no backup brings one back.
///
/// A line of JSON each; the first tells the key by which the register knows erased references again. Nothing in it tells
/// who a family is.
package struct JournalDesEffacements: Hashable, Sendable {
  package struct Ligne: Hashable, Sendable {
    package let numero: Numero
    /// A keyed digest of its origine and reference, in hexadecimal.
    package let empreinte: String
    /// When it was asked for.
    package let le: Instant
    /// Ids of the refused files that went with it.
    package let rejets: [String]
    package let cause: CauseDEffacement

    package init(
      numero: Numero, empreinte: String, le: Instant, rejets: [String] = [], cause: CauseDEffacement = .demande
    ) {
      self.numero = numero
      self.empreinte = empreinte
      self.le = le
      self.rejets = rejets
      self.cause = cause
    }
  }

  /// A line that cannot be read.
  package struct Faute: Error, Hashable, Sendable {
    /// From 1.
    package let ligne: Int

    /// One French sentence; it goes on from the name of the file.
    package var message: String {
      "la ligne \(ligne) est illisible ; reprenez ce fichier d’une copie intacte, sans rien en ôter."
    }
  }

  package static let fichier = "effacements.log"

  /// The key, in hexadecimal.
  package let cle: String
  /// In the order in which they were erased, each once.
  package private(set) var lignes: [Ligne] = []

  package init(cle: String) {
    self.cle = cle
  }

  package init(_ bytes: [UInt8]) throws(Faute) {
    var cle: String?
    var lignes: [Ligne] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      // What follows the last line's end.
      if line.isEmpty { continue }
      let faute = Faute(ligne: index + 1)
      let json: JSON
      do {
        json = try JSON.parse(Array(line))
      } catch {
        throw faute
      }
      if cle == nil {
        guard let found = json["cle"]?.string, Self.isDigest(found) else { throw faute }
        cle = found
      } else {
        guard let numero = json["numero"]?.string.flatMap({ Numero(texte: $0, anneeCourante: 1) }),
          let empreinte = json["empreinte"]?.string, Self.isDigest(empreinte),
          let le = json["le"]?.string.flatMap({ Instant(rfc3339: $0) }),
          let cause = json["cause"]?.string.flatMap(CauseDEffacement.init(rawValue:))
        else { throw faute }
        let rejets = json["rejets"]?.elements.compactMap(\.string) ?? []
        lignes.append(Ligne(numero: numero, empreinte: empreinte, le: le, rejets: rejets, cause: cause))
      }
    }
    guard let cle else { throw Faute(ligne: 1) }
    self.init(cle: cle)
    ajoute(lignes)
  }

  /// Adds those that it does not have.
  package mutating func ajoute(_ others: [Ligne]) {
    var known = Set(lignes.map(\.numero))
    lignes += others.filter { known.insert($0.numero).inserted }
  }

  package var bytes: [UInt8] {
    var bytes = Self.line { $0.member("cle", cle) }
    for ligne in lignes {
      bytes += Self.line { writer in
        writer.member("le", ligne.le.rfc3339(offsetSeconds: 0))
        writer.member("numero", ligne.numero.texte)
        writer.member("empreinte", ligne.empreinte)
        writer.member("cause", ligne.cause.rawValue)
        guard !ligne.rejets.isEmpty else { return }
        writer.key("rejets")
        writer.beginArray()
        for id in ligne.rejets { writer.string(id) }
        writer.endArray()
      }
    }
    return bytes
  }

  private static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    members(&writer)
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// 32 bytes in hexadecimal.
  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}
