import Glibc
import LinuxSystem
import Testing

@Suite("The machine's users and groups")
struct UserDatabaseTests {
  @Test("are known by name and by number, and by what they would be at a socket")
  func root() throws {
    #expect(try UserDatabase.uid(ofUser: "root") == 0)
    #expect(try UserDatabase.login(ofUser: 0) == "root")
    let group = try #require(try UserDatabase.name(ofGroup: 0))
    #expect(try UserDatabase.gid(ofGroup: group) == 0)
    let credentials = try #require(try UserDatabase.credentials(ofUser: "root"))
    #expect(credentials.uid == 0 && credentials.gid == 0 && credentials.groups.contains(0))
  }

  @Test("has members in its groups as the system lists them")
  func members() throws {
    let groups = try String(decoding: WholeFile.read("/etc/group", limit: 1 << 20), as: UTF8.self)
    for line in groups.split(separator: "\n") {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count == 4 else { continue }
      let members = fields[3].split(separator: ",").map(String.init)
      #expect(try UserDatabase.members(ofGroup: String(fields[0])) == members, "\(fields[0])")
    }
  }

  @Test("knows nobody by a name that nobody has", arguments: ["", "personne-de-ce-nom", "a:b", "à côté"])
  func nobody(name: String) throws {
    #expect(try UserDatabase.uid(ofUser: name) == nil)
    #expect(try UserDatabase.credentials(ofUser: name) == nil)
    #expect(try UserDatabase.members(ofGroup: name) == nil)
  }
}
