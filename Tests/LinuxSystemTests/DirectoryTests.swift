import Glibc
import LinuxSystem
import Testing

@Suite("A directory")
struct DirectoryTests {
  let folder: TemporaryFolder
  var directory: Directory { folder.directory }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("names all its entries, however many, whatever their bytes")
  func names() throws {
    var wanted: Set<FileName> = []
    for number in 0..<3000 {
      wanted.insert(try named("f\(number)\(String(repeating: "x", count: number % 200))"))
    }
    wanted.insert(try named(String(repeating: "n", count: 255)))
    wanted.insert(try #require(FileName([0xFF, 0xFE, 0x0A])))
    wanted.insert(try named(".hidden"))
    for name in wanted { try touch(name) }
    let names = try directory.names()
    #expect(names.count == wanted.count && Set(names) == wanted)
    #expect(try Set(directory.names()) == wanted, "a second listing starts anew")
  }

  @Test("tells what its entries are, without following links or waiting for a FIFO")
  func kinds() throws {
    try touch(named("file"))
    #expect(mkfifo("\(folder.path)/fifo", 0o600) == 0)
    #expect(symlink("file", "\(folder.path)/link") == 0)
    #expect(symlink("nowhere", "\(folder.path)/dangling") == 0)
    #expect(link("\(folder.path)/file", "\(folder.path)/second") == 0)
    _ = try folder.makeDirectory("x.json")
    let kinds: [(String, FileStatus.Kind)] = [
      ("file", .regular), ("second", .regular), ("fifo", .fifo), ("link", .link), ("dangling", .link),
      ("x.json", .directory),
    ]
    for (name, kind) in kinds { #expect(try directory.status(named(name)).kind == kind) }
    let file = try directory.status(named("file"))
    #expect(try file.links == 2 && file == directory.open(named("second")).status())
    #expect(file.device == directory.device && file.uid == geteuid())
    #expect(try directory.open(named("fifo")).status().kind == .fifo)
    let link = #expect(throws: SystemError.self) { try directory.open(named("link")) }
    #expect(link?.isLink == true)
    #expect(throws: SystemError.self) { try directory.subdirectory(named("link")) }
  }

  @Test("renames to a free name, and neither replaces nor loses anything when it is taken")
  func renaming() throws {
    let other = try folder.makeDirectory("recus")
    let (name, taken) = (try named("a.json"), try named("1.json"))
    try directory.write([1], as: name, mode: 0o600)
    try other.write([2], as: taken, mode: 0o600)
    let refusal = #expect(throws: SystemError.self) { try directory.rename(name, to: other, as: taken) }
    #expect(refusal?.isAlreadyThere == true)
    #expect(try contents(name, in: directory) == [1] && contents(taken, in: other) == [2])

    try directory.rename(name, to: other, as: named("2.json"))
    #expect(try directory.status(named("recus")).kind == .directory)
    let gone = #expect(throws: SystemError.self) { try directory.status(name) }
    #expect(gone?.isNotFound == true)

    try other.rename(named("2.json"), to: other, as: taken, replacing: true)
    #expect(try contents(taken, in: other) == [1])
  }

  @Test("puts back what was taken by mistake, beside a newer file of that name")
  func puttingBack() throws {
    let other = try folder.makeDirectory("recus")
    let name = try named("a.json")
    try directory.write([1], as: name, mode: 0o600)
    let read = try directory.status(name)
    try directory.write([2, 2], as: name, mode: 0o600, replacing: true)
    try directory.rename(name, to: other, as: named("1.json"))
    #expect(try other.status(named("1.json")).inode != read.inode)
    try other.rename(named("1.json"), to: directory, as: name)
    #expect(try contents(name, in: directory) == [2, 2] && other.names().isEmpty)
  }

  @Test("takes names of 255 bytes and refuses those of 256")
  func longNames() throws {
    let longest = try named(String(repeating: "é", count: 127) + "x")
    try directory.write([1], as: longest, mode: 0o600)
    #expect(try contents(longest, in: directory) == [1])
    let tooLong = try named(String(repeating: "n", count: 256))
    let error = #expect(throws: SystemError.self) { try directory.write([1], as: tooLong, mode: 0o600) }
    #expect(error?.errno == ENAMETOOLONG)
    #expect(try directory.names() == [longest])
  }

  @Test("writes a file whole, with just the rights asked for, and leaves nothing behind")
  func writing() throws {
    let name = try named("etat.json")
    let bytes = [UInt8](repeating: 7, count: 300_000)
    try directory.write(bytes, as: name, mode: 0o664)
    #expect(try contents(name, in: directory) == bytes)
    #expect(try directory.status(name).mode == 0o664 && directory.names() == [name])
    let refusal = #expect(throws: SystemError.self) { try directory.write([1], as: name, mode: 0o600) }
    #expect(refusal?.isAlreadyThere == true && refusal?.path == "\(folder.path)/etat.json")
    #expect(try contents(name, in: directory) == bytes && directory.names() == [name])
    try directory.write([1], as: name, mode: 0o600, replacing: true)
    #expect(try contents(name, in: directory) == [1] && directory.names() == [name])
  }

  @Test("that has gone says so in French, with place and remedy")
  func gone() throws {
    let other = try folder.makeDirectory("vide")
    try directory.removeDirectory(named("vide"))
    let error = try #require(throws: SystemError.self) { try other.write([1], as: named("a"), mode: 0o600) }
    #expect(
      error.message
        == "Création du fichier « \(folder.path)/vide/a » impossible : il n’existe pas (ENOENT) ; vérifiez le chemin.")
    let unlisted = #expect(throws: SystemError.self) { try other.names() }
    #expect(unlisted?.isNotFound == true)
  }

  @Test("is made with its parents, and opened when it is there")
  func making() throws {
    let path = "\(folder.path)/a/b/c"
    #expect(try Directory.making(path, mode: 0o755).names().isEmpty)
    #expect(try Directory.making(path + "/", mode: 0o755).device == directory.device)
    try touch(named("file"))
    let error = #expect(throws: SystemError.self) { try Directory.making("\(folder.path)/file/x", mode: 0o755) }
    #expect(error?.errno == ENOTDIR)
  }

  @Test("tells how much room is left")
  func space() throws {
    let space = try FileSystemSpace.of(directory)
    #expect(space.total > 0 && space.fraction > 0 && space.fraction <= 1 && space.inodeFraction <= 1)
    #expect(try FileSystemSpace.of(path: folder.path).total == space.total)
    #expect(FileSystemSpace(total: 1000, available: 40, inodes: 0, availableInodes: 0).fraction == 0.04)
    #expect(FileSystemSpace(total: 1000, available: 40, inodes: 0, availableInodes: 0).inodeFraction == 1)
  }

  private func touch(_ name: FileName) throws {
    let path = folder.path.utf8 + [UInt8(ascii: "/")] + name.bytes + [0]
    let raw = path.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600) }
    }
    #expect(raw >= 0)
    close(raw)
  }
}
