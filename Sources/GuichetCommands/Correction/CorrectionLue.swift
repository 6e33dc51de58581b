import LinuxSystem
import StrictJSON

/// A correction that a program gives on the standard input, in the shape of a form with only the fields to change.
struct CorrectionLue {
  let json: JSONValue

  /// Bytes; a form has as many at most.
  private static let limit = 1 << 20

  init(_ console: any Console) throws(CommandFailure) {
    let bytes: [UInt8]
    do {
      bytes = try console.readAll(limit: Self.limit)
    } catch {
      throw CommandFailure(.refused, TerminalSafety.line(error.message), remede: Self.shape)
    }
    guard bytes.contains(where: { !" \t\r\n".utf8.contains($0) }) else {
      throw CommandFailure(
        .refused, "L’entrée standard est vide : sans terminal, la correction y est attendue en JSON.",
        remede: Self.shape)
    }
    let tree: JSON
    do {
      tree = try JSON.parse(bytes)
    } catch {
      throw CommandFailure(
        .refused, "L’entrée standard n’est pas du JSON. \(TerminalSafety.line(error.message))", remede: Self.shape)
    }
    guard tree.kind == .object else {
      throw CommandFailure(.refused, "La correction doit être un objet JSON { … }.", remede: Self.shape)
    }
    let duplicates = tree.duplicateKeys
    guard duplicates.isEmpty else {
      throw CommandFailure(
        .refused, "La correction donne deux fois un même champ.",
        details: duplicates.map { TerminalSafety.line("\($0.pointer.description) : \($0.message)") },
        remede: "Gardez chaque champ une seule fois ; rien n’a été changé.")
    }
    json = JSONValue(tree)
  }

  private static let shape =
    "Donnez les seuls champs à changer, comme {\"demandeur\": {\"telephone\": \"06 39 98 12 34\"}} ; "
    + "voir « guichetctl demande corriger --help »."
}
