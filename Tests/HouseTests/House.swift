/// Which room may look into which: the table that every import of the project is held to.
enum House {

  struct Room: Sendable {
    /// Rooms of ours that it may import.
    let rooms: Set<String>
    /// Modules of other packages.
    var libraries: Set<String> = []
    /// What lies beneath: the C library, and Foundation where a library speaks its types.
    var system: Set<String> = []
  }

  static let rooms: [String: Room] = [
    "StrictJSON": Room(rooms: []),
    "CLinux": Room(rooms: []),
    "LinuxSystem": Room(rooms: ["CLinux"], system: ["Glibc"]),
    "VarlinkClient": Room(rooms: ["StrictJSON", "LinuxSystem"]),
    "Varlink": Room(
      rooms: ["StrictJSON", "LinuxSystem"], libraries: ["NIOCore", "NIOPosix"]),
    "Guichet": Room(rooms: ["StrictJSON"]),
    "GuichetDocuments": Room(rooms: ["Guichet", "StrictJSON"]),
    // GRDB takes and gives blobs as Foundation's Data.
    "GuichetRegister": Room(
      rooms: ["Guichet", "StrictJSON"], libraries: ["GRDB", "GRDBSQLite", "Crypto"], system: ["Foundation"]),
    "GuichetSpool": Room(rooms: ["Guichet", "StrictJSON", "LinuxSystem"], libraries: ["Crypto"]),
    "GuichetControl": Room(rooms: ["StrictJSON"]),
    // Linked anyway, by GRDB and Yams.
    "GuichetDaemon": Room(
      rooms: [
        "StrictJSON", "LinuxSystem", "Varlink", "Guichet", "GuichetDocuments", "GuichetRegister", "GuichetSpool",
        "GuichetControl",
      ],
      libraries: ["Logging", "ServiceLifecycle", "UnixSignals", "Yams"], system: ["Foundation"]),
    "GuichetCommands": Room(
      rooms: ["GuichetControl", "VarlinkClient", "Guichet", "GuichetDocuments", "LinuxSystem", "StrictJSON"],
      libraries: ["ArgumentParser"], system: ["FoundationEssentials"]),
    // It runs another program, which nothing else here may do but the measures.
    "GuichetCourriel": Room(rooms: ["LinuxSystem"], system: ["Glibc"]),
    "GuichetBench": Room(
      rooms: ["StrictJSON", "LinuxSystem", "VarlinkClient", "Guichet", "GuichetControl"],
      libraries: ["ArgumentParser"], system: ["Glibc"]),
    "guichetd": Room(rooms: ["GuichetDaemon"], system: ["Foundation"]),
    "guichetctl": Room(rooms: ["GuichetCommands"]),
    "guichet-courriel": Room(rooms: ["GuichetCourriel"]),
    "guichet-bench": Room(rooms: ["GuichetBench"]),
  ]

  /// Of the standard library: for everybody.
  static let standard: Set<String> = ["Synchronization"]

  /// What others may build on alone; everything else keeps to `package` access.
  static let publishable: Set<String> = ["StrictJSON", "LinuxSystem", "VarlinkClient", "Varlink"]

  /// The constants of Package.swift that stand for libraries, and their modules.
  static let libraries: [String: Set<String>] = [
    "nio": ["NIOCore", "NIOPosix"], "crypto": ["Crypto"], "logging": ["Logging"],
    "lifecycle": ["ServiceLifecycle", "UnixSignals"],
    "argumentParser": ["ArgumentParser"], "yams": ["Yams"], "sqlite": ["GRDB", "GRDBSQLite"],
  ]
}
