import ArgumentParser
import Glibc
import Guichet
import LinuxSystem
import StrictJSON

/// Loads a référentiel and says what that cost in memory: `routage` starts it as a process of its own.
struct ReferentielMemory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memoire-referentiel", abstract: "Mémoire d’un référentiel chargé.", shouldDisplay: false)

  @Argument(help: ArgumentHelp("Dossier du référentiel.", valueName: "DIR"))
  var dossier: String

  @Option(help: ArgumentHelp("Département de la Caf.", valueName: "CODE"))
  var departement = "59"

  func run() throws {
    let before = try Self.resident()
    let referentiel = try Referentiel.charger(try Self.files(in: dossier), departement: departement)
    let after = try Self.resident()
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let value: JSONValue = withExtendedLifetime(referentiel) {
      ["ajoutee": .int(Int64(after - before)), "pointe": .int(Int64(usage.ru_maxrss * 1024 - before))]
    }
    try StandardOutput.write(value.bytes())
  }

  /// Measures in a fresh process of this very program.
  static func measured(_ files: [FichierReferentiel], in bench: Bench) throws -> MemoireReferentiel {
    let folder = try bench.folder("annuaire")
    for file in files {
      unlink("\(folder)/\(file.nom)")
      try Producers.write(file.contenu, to: "\(folder)/\(file.nom)")
    }
    let answer = "\(bench.racine)/memoire.json"
    unlink(answer)
    try bench.runItself(["memoire-referentiel", folder], output: answer)
    let json = try JSON.parse(try PlainTable.bytes(of: answer))
    guard let added = json["ajoutee"]?.int, let peak = json["pointe"]?.int else {
      throw BenchFailure("« \(answer) » ne dit pas la mémoire du référentiel.")
    }
    return MemoireReferentiel(ajoutee: Int(added), pointe: Int(peak))
  }

  private static func files(in folder: String) throws -> [FichierReferentiel] {
    try Directory(folder).names().map {
      FichierReferentiel(nom: $0.description, contenu: try PlainTable.bytes(of: "\(folder)/\($0)"))
    }
  }

  /// Resident size now, in bytes (proc(5), statm).
  private static func resident() throws(BenchFailure) -> Int {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("Lecture de /proc/self/statm impossible") }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &buffer, buffer.count)
    let fields = buffer.prefix(max(0, count)).split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else {
      throw BenchFailure("/proc/self/statm ne dit pas la mémoire de ce programme.")
    }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
