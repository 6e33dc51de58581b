import LinuxSystem
import StrictJSON

/// A JSON object that a program gives on the standard input, where nobody is there to be asked.
struct ObjetLu {
  let json: JSONValue

  /// Bytes; a form has as many at most.
  private static let limit = 1 << 20

  /// - Parameters:
  ///   - nom: what it is, with its article: « la correction ».
  ///   - remede: what to give, one French sentence.
  init(_ console: any Console, _ nom: String, remede: String) throws(CommandFailure) {
    let bytes: [UInt8]
    do {
      bytes = try console.readAll(limit: Self.limit)
    } catch {
      throw CommandFailure(.refused, TerminalSafety.line(error.message), remede: remede)
    }
    guard bytes.contains(where: { !" \t\r\n".utf8.contains($0) }) else {
      let attendu = nom.hasPrefix("la ") ? "attendue" : "attendu"
      throw CommandFailure(
        .refused, "L’entrée standard est vide : sans terminal, \(nom) y est \(attendu) en JSON.", remede: remede)
    }
    let tree: JSON
    do {
      tree = try JSON.parse(bytes)
    } catch {
      throw CommandFailure(
        .refused, "L’entrée standard n’est pas du JSON. \(TerminalSafety.line(error.message))", remede: remede)
    }
    let sujet = nom.prefix(1).uppercased() + nom.dropFirst()
    guard tree.kind == .object else {
      throw CommandFailure(.refused, "\(sujet) doit être un objet JSON { … }.", remede: remede)
    }
    let duplicates = tree.duplicateKeys
    guard duplicates.isEmpty else {
      throw CommandFailure(
        .refused, "\(sujet) donne deux fois un même champ.",
        details: duplicates.map { TerminalSafety.line("\($0.pointer.description) : \($0.message)") },
        remede: "Gardez chaque champ une seule fois ; rien n’a été changé.")
    }
    json = JSONValue(tree)
  }
}
