import Testing

@Suite("The arrows between the rooms")
struct ArrowTests {

  @Test("are, in Package.swift, those of the table")
  func declared() {
    let declarations = Manifest.declarations()
    #expect(Set(declarations.keys) == Set(House.rooms.keys))
    for (name, room) in House.rooms {
      let words = declarations[name] ?? []
      #expect(words.intersection(House.rooms.keys) == room.rooms, "\(name)")
      let libraries = words.compactMap { House.libraries[$0] }.reduce(into: Set<String>()) { $0.formUnion($1) }
      #expect(libraries == room.libraries, "\(name)")
    }
  }

  @Test("are those that the imports follow", arguments: House.rooms.keys.sorted())
  func followed(name: String) throws {
    let room = try #require(House.rooms[name])
    let allowed = room.rooms.union(room.libraries).union(room.system).union(House.standard)
    for file in Checkout.swiftFiles(below: "Sources/\(name)") {
      for module in Source(file).imports where !allowed.contains(module) {
        Issue.record("\(file) imports \(module), which is no business of \(name)")
      }
    }
  }

  @Test("have a room for every folder of Sources")
  func complete() {
    #expect(Set(Checkout.names(in: "Sources")) == Set(House.rooms.keys))
  }

  @Test("lead from one executable to one library, in a dozen lines", arguments: House.rooms.keys.sorted())
  func executables(name: String) {
    guard name.first?.isLowercase == true else { return }
    let files = Checkout.swiftFiles(below: "Sources/\(name)")
    #expect(files.count == 1)
    #expect(files.allSatisfy { Checkout.lines($0).count <= 20 })
  }
}

@Suite("The command")
struct LinkageTests {

  @Test("guichetctl links neither SQLite nor NIO", arguments: ["sqlite3_", "libsqlite3.so", "7NIOCore", "4GRDB"])
  func small(mark: String) throws {
    let command = try program("guichetctl")
    #expect(!contains(command, mark))
    // The same look finds them where they are.
    #expect(contains(try program("guichetd"), mark))
  }

  private func program(_ name: String) throws -> [UInt8] {
    let bytes = Checkout.bytes(of: "\(Checkout.products)/\(name)")
    try #require(!bytes.isEmpty, "\(name) is not beside the tests: build all with « swift build --build-tests »")
    return bytes
  }

  /// Whether the program has these characters anywhere: in its symbols, or among the libraries that it needs.
  private func contains(_ program: [UInt8], _ mark: String) -> Bool {
    program.withUnsafeBytes { ByteSearch.contains($0, Array(mark.utf8)) }
  }
}
