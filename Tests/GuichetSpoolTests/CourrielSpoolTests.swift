import Foundation
import GuichetSpool
import GuichetTestSupport
import LinuxSystem
import Testing

@Suite("The folder of mails")
struct CourrielSpoolTests {
  private static func spool(_ root: TemporaryRoot, makesFolders: Bool = true) -> CourrielSpool {
    CourrielSpool(path: "\(root.path)/courriel", makesFolders: makesFolders)
  }

  private static func move(_ root: TemporaryRoot, _ from: String, _ to: String) throws {
    try FileManager.default.moveItem(atPath: "\(root.path)/courriel/\(from)", toPath: "\(root.path)/courriel/\(to)")
  }

  @Test("holds a mail once, wherever the sender has put it meanwhile, and it is not even made again")
  func once() throws {
    let root = try TemporaryRoot()
    let spool = Self.spool(root)
    try spool.put(id: "a1") { Array("un".utf8) }
    #expect(root.names(in: "courriel/new") == ["a1.eml"] && root.names(in: "courriel/tmp").isEmpty)
    for place in ["new/a1.eml", "cur/a1.eml", "cur/a1.eml.refuse"] {
      if place != "new/a1.eml" {
        let before = place == "cur/a1.eml" ? "new/a1.eml" : "cur/a1.eml"
        try FileManager.default.createDirectory(
          atPath: "\(root.path)/courriel/cur", withIntermediateDirectories: true)
        try Self.move(root, before, place)
      }
      var made = 0
      try spool.put(id: "a1") {
        made += 1
        return Array("deux".utf8)
      }
      #expect(made == 0)
      #expect(try root.bytes(of: "courriel/\(place)") == Array("un".utf8))
      #expect(root.names(in: "courriel/new").count + root.names(in: "courriel/cur").count == 1)
    }
  }

  @Test("is written over what a crash left half, and gives back what nobody took")
  func withdrawn() throws {
    let root = try TemporaryRoot()
    let spool = Self.spool(root)
    #expect(try spool.withdraw(id: "a1") == .retire)
    try Data("moit".utf8).write(to: URL(filePath: "\(root.path)/courriel/tmp/a1.eml"))
    try spool.put(id: "a1") { Array("entier".utf8) }
    #expect(try root.bytes(of: "courriel/new/a1.eml") == Array("entier".utf8))
    #expect(try spool.withdraw(id: "a1") == .retire && root.names(in: "courriel/new").isEmpty)
    try Data("moit".utf8).write(to: URL(filePath: "\(root.path)/courriel/tmp/a2.eml"))
    #expect(try spool.withdraw(id: "a2") == .retire && root.names(in: "courriel/tmp").isEmpty)
    try spool.put(id: "a3") { Array("trois".utf8) }
    try Self.move(root, "new/a3.eml", "cur/a3.eml")
    #expect(try spool.withdraw(id: "a3") == .parti && root.names(in: "courriel/cur") == ["a3.eml"])
  }

  @Test("keeps nothing of a mail that is erased, wherever it lies, and all of another's")
  func erased() throws {
    let root = try TemporaryRoot()
    let spool = Self.spool(root)
    try spool.erase(id: "a1")
    for place in [
      "tmp/a1.eml", "new/a1.eml", "cur/a1.eml", "cur/a1.eml.refuse", "cur/a1.eml.refuse.motif", "cur/a12.eml",
    ] {
      try Data("un".utf8).write(to: URL(filePath: "\(root.path)/courriel/\(place)"))
    }
    try spool.erase(id: "a1")
    #expect(root.names(in: "courriel/tmp").isEmpty && root.names(in: "courriel/new").isEmpty)
    #expect(root.names(in: "courriel/cur") == ["a12.eml"])
  }

  @Test("is rid of what a crash left half written, and of nothing else")
  func swept() throws {
    let root = try TemporaryRoot()
    let spool = Self.spool(root)
    try spool.sweep()
    for name in [".a1.eml.8f2c.tmp", ".sortie.x4Tz", "a2.eml"] {
      try Data("moit".utf8).write(to: URL(filePath: "\(root.path)/courriel/tmp/\(name)"))
    }
    try spool.sweep()
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(root.path)/courriel/tmp")
    #expect(left.sorted() == [".sortie.x4Tz", "a2.eml"])
  }

  @Test("that is missing is an error where an administrator is to make it")
  func missing() throws {
    let root = try TemporaryRoot()
    #expect(throws: SystemError.self) { try Self.spool(root, makesFolders: false).put(id: "a1") { [] } }
    #expect(throws: SystemError.self) { try Self.spool(root, makesFolders: false).withdraw(id: "a1") }
    #expect(root.names(in: ".").isEmpty)
  }
}
