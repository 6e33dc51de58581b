// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle: [Target.Dependency] = [
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let sqlite: [Target.Dependency] = [
  .product(name: "GRDB", package: "GRDB.swift"),
  .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "guichet",
  products: [
    .executable(name: "guichetd", targets: ["guichetd"]),
    .executable(name: "guichetctl", targets: ["guichetctl"]),
    .executable(name: "guichet-courriel", targets: ["guichet-courriel"]),
    .executable(name: "guichet-bench", targets: ["guichet-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    room("StrictJSON"),
    .target(name: "CLinux"),
    room("LinuxSystem", ["CLinux"]),
    room("VarlinkClient", ["StrictJSON", "LinuxSystem"]),
    room("Varlink", ["StrictJSON", "LinuxSystem"] + nio),
    room("Guichet", ["StrictJSON"]),
    room("GuichetDocuments", ["Guichet", "StrictJSON"]),
    room("GuichetRegister", ["Guichet", "StrictJSON", crypto] + sqlite),
    room("GuichetSpool", ["Guichet", "StrictJSON", "LinuxSystem", crypto]),
    room("GuichetControl", ["StrictJSON"]),
    room(
      "GuichetDaemon",
      [
        "StrictJSON", "LinuxSystem", "Varlink", "Guichet", "GuichetDocuments", "GuichetRegister", "GuichetSpool",
        "GuichetControl", logging, yams,
      ] + lifecycle),
    room(
      "GuichetCommands",
      ["GuichetControl", "VarlinkClient", "Guichet", "GuichetDocuments", "LinuxSystem", "StrictJSON", argumentParser]),
    room("GuichetCourriel", ["LinuxSystem"]),
    room("GuichetBench", ["StrictJSON", "LinuxSystem", "VarlinkClient", "Guichet", "GuichetControl", argumentParser]),
    program("guichetd", ["GuichetDaemon"]),
    program("guichetctl", ["GuichetCommands"]),
    program("guichet-courriel", ["GuichetCourriel"]),
    program("guichet-bench", ["GuichetBench"]),
    .target(
      name: "GuichetTestSupport",
      dependencies: ["LinuxSystem", "Guichet", "VarlinkClient", "StrictJSON"],
      path: "Tests/GuichetTestSupport",
      swiftSettings: settings),
    // What Varlink implementations are tested with among each other; never installed.
    .target(
      name: "VarlinkCertification",
      dependencies: ["Varlink", "VarlinkClient", "StrictJSON", "LinuxSystem"],
      path: "Tests/VarlinkCertification",
      swiftSettings: settings),
    .executableTarget(
      name: "varlink-certification",
      dependencies: ["VarlinkCertification", "Varlink", "VarlinkClient", "LinuxSystem"],
      path: "Tests/varlink-certification",
      swiftSettings: settings),
    tests("StrictJSONTests", ["StrictJSON", "GuichetTestSupport"]),
    tests("LinuxSystemTests", ["LinuxSystem", "GuichetTestSupport"]),
    tests(
      "VarlinkTests",
      ["Varlink", "VarlinkClient", "VarlinkCertification", "StrictJSON", "LinuxSystem", "GuichetTestSupport"]),
    tests("GuichetTests", ["Guichet", "StrictJSON", "GuichetTestSupport"]),
    tests("GuichetDocumentsTests", ["GuichetDocuments", "Guichet", "GuichetTestSupport"]),
    tests("GuichetRegisterTests", ["GuichetRegister", "Guichet", "StrictJSON", "GuichetTestSupport"] + sqlite),
    tests("GuichetSpoolTests", ["GuichetSpool", "Guichet", "LinuxSystem", "GuichetTestSupport"]),
    tests("GuichetControlTests", ["GuichetControl", "StrictJSON"]),
    tests(
      "GuichetDaemonTests",
      [
        "GuichetDaemon", "GuichetControl", "GuichetRegister", "GuichetSpool", "Varlink", "VarlinkClient", "Guichet",
        "LinuxSystem", "StrictJSON", "GuichetTestSupport", logging,
      ] + sqlite
    ),
    tests(
      "GuichetCommandsTests",
      [
        "GuichetCommands", "GuichetControl", "Guichet", "LinuxSystem", "VarlinkClient", "StrictJSON",
        "GuichetTestSupport",
      ]),
    tests("GuichetCourrielTests", ["GuichetCourriel", "LinuxSystem", "GuichetTestSupport"]),
    tests("HouseTests", ["GuichetTestSupport"]),
  ]
)
