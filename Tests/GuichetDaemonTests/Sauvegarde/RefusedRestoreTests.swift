import Foundation
import GRDB
import Glibc
import GuichetTestSupport
import Testing

@Suite("What a restore is given")
struct RefusedRestoreTests {
  private let restores = RestoreTests()

  /// What no sentence of ours says.
  private static let english = ["database", "malformed", "disk image", "SQLite 1", "file is not", "Tree ", "Page "]

  private func refused(_ run: ProgramRun, _ status: Int32, _ words: [String]) {
    #expect(run.status == status, "\(run)")
    for word in words { #expect(run.errors.contains(word), "\(word) in \(run.errors)") }
    for word in Self.english { #expect(!run.errors.contains(word), "\(word) in \(run.errors)") }
  }

  @Test("that is no backup is called what it is, with what to give instead and the exit status that fits")
  func other() async throws {
    let (root, backup, _) = try await restores.office()
    let newest = "« \(root.path)/sauvegardes/\(backup) »"
    func path(_ name: String) -> String { "\(root.path)/\(name)" }
    func write(_ text: String, as name: String) throws { try Data(text.utf8).write(to: URL(filePath: path(name))) }
    try write("bonjour", as: "texte")
    try write(String(repeating: "Un courriel assez long. ", count: 900), as: "guichet-20261122T080000Z.sqlite")
    try write("", as: "vide")
    #expect(mkfifo(path("tube"), 0o600) == 0)
    try FileManager.default.createDirectory(atPath: path("dossier"), withIntermediateDirectories: false)
    try await DatabaseQueue(path: path("autre.sqlite")).write { db in try db.execute(sql: "CREATE TABLE t (x)") }
    for (given, status, words) in [
      ("absent", 66, ["n’existe pas", newest]), ("texte/x", 66, ["n’existe pas", newest]),
      ("tube", 66, ["n’est pas un fichier ordinaire", newest]),
      ("controle.sock", 66, ["controle.sock »", newest]), ("dossier", 66, ["est un dossier", newest]),
      ("sauvegardes/", 66, ["est un dossier", newest]), ("vide", 65, ["est vide", newest]),
      ("texte", 65, ["n’est pas une base SQLite", newest]),
      ("guichet-20261122T080000Z.sqlite", 65, ["n’est pas une base SQLite", newest]),
      ("autre.sqlite", 65, ["pas un registre de Guichet", "« \(path("autre.sqlite")) »", newest]),
    ] {
      refused(try restores.restore(root, path(given)), Int32(status), words)
    }
    let bare = try restores.restore(root, backup)
    refused(bare, 66, ["donnez son chemin : \(newest)"])
    #expect(!root.names(in: "").contains { $0.contains("avant-") || $0.contains("en-cours") })
  }

  @Test("that the account may not read is told so", .enabled(if: geteuid() == 0))
  func unreadable() throws {
    let root = try TemporaryRoot()
    let file = "\(root.path)/guichet-20261122T080000Z.sqlite"
    try Data("SQLite format 3\0".utf8).write(to: URL(filePath: file))
    #expect(chmod(file, 0o600) == 0 && chmod(root.path, 0o755) == 0)
    let run = try ProgramRun(
      "/usr/bin/env",
      ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", BuiltProgram.path("guichetd"), "restaurer", file]
        + ["--racine", root.path])
    refused(run, 66, ["ne peut pas être lu par ce compte"])
  }

  @Test("that is damaged is told so in French, with its manifest or without")
  func damaged() async throws {
    let (root, backup, _) = try await restores.office()
    var bytes = try root.bytes(of: "sauvegardes/\(backup)")
    let pages = bytes.count / 4096
    // The second half of some pages, as a bad disk loses them.
    for page in stride(from: 3, to: pages, by: 7) {
      for place in page * 4096 + 16..<page * 4096 + 4096 { bytes[place] = 0x41 }
    }
    let alone = "\(root.path)/sans-manifeste.sqlite"
    try Data(bytes).write(to: URL(filePath: alone))
    refused(try restores.restore(root, alone), 65, ["endommagé", "prenez une autre sauvegarde"])
    refused(try restores.restore(root, alone, "--malgre-les-fautes"), 65, ["endommagé"])
    try Data(bytes).write(to: URL(filePath: "\(root.path)/sauvegardes/\(backup)"))
    refused(
      try restores.restore(root, "\(root.path)/sauvegardes/\(backup)"), 65, ["SHA-256", "--malgre-les-fautes"])
    #expect(!root.names(in: "").contains { $0.contains("avant-") })
    let hidden = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { $0.hasPrefix(".") }
    #expect(hidden.isEmpty, "\(hidden)")
  }

  @Test("without its manifest goes on where nothing is wrong in it, and says what could not be compared")
  func withoutManifest() async throws {
    let (root, backup, _) = try await restores.office()
    let manifest = "\(root.path)/sauvegardes/\(backup)".replacing(".sqlite", with: ".json")
    try FileManager.default.removeItem(atPath: manifest)
    let run = try restores.restore(root, "\(root.path)/sauvegardes/\(backup)")
    #expect(run.status == 0 && run.output.contains("Attention : Il n’y a pas de manifeste lisible"), "\(run)")
    #expect(run.output.contains("SHA-256 n’a pu être comparé à rien"), "\(run)")
  }

  @Test("that differs from its manifest is taken knowingly only, with what differs")
  func differs() async throws {
    let (root, backup, _) = try await restores.office()
    let file = "\(root.path)/sauvegardes/\(backup)"
    let manifest = URL(filePath: file.replacing(".sqlite", with: ".json"))
    var text = try String(contentsOf: manifest, encoding: .utf8)
    let digest = try #require(text.firstMatch(of: /"sha256": "([0-9a-f]{64})"/)?.output.1)
    text = text.replacing(digest, with: String(repeating: "0", count: 64))
    try Data(text.utf8).write(to: manifest)
    refused(
      try restores.restore(root, file), 65,
      ["\(digest.prefix(16))… au lieu de 0000000000000000…", "--malgre-les-fautes"])
    let run = try restores.restore(root, file, "--malgre-les-fautes")
    #expect(run.status == 0 && run.output.contains("Attention : Le fichier n’est plus celui qui a été écrit"), "\(run)")
    #expect(run.output.contains("\(digest.prefix(16))… au lieu de 0000000000000000…"), "\(run)")
  }

  @Test("and refused leaves nothing where nothing was")
  func traces() async throws {
    let (old, backup, _) = try await restores.office()
    var bytes = try old.bytes(of: "sauvegardes/\(backup)")
    let place = try #require(Data(bytes).range(of: Data("Martin".utf8)))
    bytes[place.lowerBound] ^= 1
    let damaged = "\(old.path)/abimee.sqlite"
    try Data(bytes).write(to: URL(filePath: damaged))
    let root = try TemporaryRoot()
    for given in [damaged, "\(old.path)/absent"] {
      for folder in ["neuf/lieu", "neuf", "."] {
        let target = "\(root.path)/\(folder)"
        let run = try ProgramRun(BuiltProgram.path("guichetd"), ["restaurer", given, "--racine", target])
        #expect(run.status == (given == damaged ? 65 : 66), "\(run)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).isEmpty, "\(given) \(folder)")
      }
    }
    // What was there stays, a lock's file too.
    try Data().write(to: URL(filePath: "\(root.path)/guichet.sqlite.verrou"))
    #expect(try restores.restore(root, damaged).status == 65)
    #expect(root.names(in: "") == ["guichet.sqlite.verrou"])
    // A root that a restore makes is as open as one that a start makes.
    let fresh = "\(root.path)/neuf/lieu"
    let run = try ProgramRun(
      BuiltProgram.path("guichetd"), ["restaurer", "\(old.path)/sauvegardes/\(backup)", "--racine", fresh])
    #expect(run.status == 0, "\(run)")
    let mode = try FileManager.default.attributesOfItem(atPath: fresh)[.posixPermissions] as? Int
    #expect(mode == 0o755)
  }
}
