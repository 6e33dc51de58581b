import Foundation
import GuichetDaemon
import GuichetTestSupport
import Testing

@Suite("A configuration that is valid and cannot have been meant")
struct AvertissementsTests {
  private func lue(_ yaml: String, _ disposition: Disposition = .systeme) throws -> ConfigurationLue {
    try Configuration.lue(
      [UInt8]("caf: {departement: \"59\"}\n\(yaml)".utf8), fichier: "g.yaml", environnement: [:],
      disposition: disposition)
  }

  private let unite = UniteSystemd(
    service: [
      "[Service]\nProtectSystem=strict\nStateDirectory=guichet\nRuntimeDirectory=guichetd\n"
        + "ReadWritePaths=/var/spool/guichet\n"
    ],
    prise: ["[Socket]\nListenStream=/run/guichet/controle.sock\n"])

  @Test("names each Unix group that the machine does not have, with its line and the remedy")
  func groups() throws {
    let yaml =
      "acces:\n  administrateurs: [nexiste-pas, la]\n  conseillers:\n    rpe-lomme: [non-plus]\n"
      + "linf:\n  rpe-lomme:\n    groupe: rien\n"
    let warnings = try lue(yaml).avertissements(
      groupExists: { !["nexiste-pas", "non-plus", "rien"].contains($0) }, unite: nil)
    #expect(
      warnings.map { $0.split(separator: " ")[0...1].joined(separator: " ") } == [
        "g.yaml:3: acces.administrateurs:", "g.yaml:5: acces.conseillers.rpe-lomme:",
        "g.yaml:8: linf.rpe-lomme.groupe:",
      ])
    #expect(warnings.first?.contains("groupadd nexiste-pas") == true)
    // With --racine groups give no role; and where they cannot be looked up, nothing is claimed.
    let rooted = try lue("acces: {dpo: [x]}", .racine("/r")).avertissements(groupExists: { _ in false }, unite: nil)
    #expect(rooted.isEmpty)
    #expect(try lue(yaml).avertissements(groupExists: { _ in nil }, unite: nil).isEmpty)
  }

  @Test("names each LINF that the référentiel does not have")
  func linf() throws {
    let yaml = "acces:\n  conseillers: {rpe-lile: [a]}\nlinf:\n  rpe-lome: {}\n  rpe-lomme: {}\n"
    let warnings = try lue(yaml).avertissements(
      groupExists: { _ in true }, unite: nil, linfExists: { $0 == "rpe-lomme" })
    #expect(warnings.count == 2, "\(warnings)")
    #expect(warnings.first?.hasPrefix("g.yaml:3: acces.conseillers.rpe-lile: le référentiel") == true)
    #expect(warnings.last?.hasPrefix("g.yaml:5: linf.rpe-lome: le référentiel") == true)
  }

  @Test("names places that systemd does not let the daemon write to, and a socket that systemd opens elsewhere")
  func systemd() throws {
    let yaml =
      "chemins:\n  depot: /srv/guichet/depot\n  registre: /srv/base/guichet.sqlite\n  socket: /run/autre.sock\n"
    let warnings = try lue(yaml).avertissements(groupExists: { _ in true }, unite: unite)
    #expect(warnings.count == 3, "\(warnings)")
    #expect(
      warnings[0].hasPrefix("g.yaml:3: chemins.depot: ") && warnings[0].contains("ReadWritePaths=/srv/guichet/depot »"))
    #expect(warnings[1].hasPrefix("g.yaml:4: chemins.registre: ") && warnings[1].contains("ReadWritePaths=/srv/base »"))
    #expect(
      warnings[2].hasPrefix("g.yaml:5: chemins.socket: sans effet")
        && warnings[2].contains("/run/guichet/controle.sock"))
    #expect(try lue("").avertissements(groupExists: { _ in true }, unite: unite).isEmpty)
  }

  @Test("is what the unit that ships, and an administrator’s drop-in, say")
  func units() throws {
    let service = String(decoding: try #require(ProjectFile.bytes("systemd/guichetd.service")), as: UTF8.self)
    let prise = String(decoding: try #require(ProjectFile.bytes("systemd/guichetd.socket")), as: UTF8.self)
    let shipped = UniteSystemd(service: [service], prise: [prise])
    #expect(Set(shipped.dossiers) == ["/var/lib/guichet", "/run/guichetd", "/var/spool/guichet"])
    #expect(shipped.socket == Configuration(.systeme).chemins.socket)
    for path in ["/var/spool/guichet", "/var/spool/guichet/depot"] { #expect(shipped.ouvre(path)) }
    for path in ["/srv", "/var/spool/guichet2", "/var/spool"] { #expect(!shipped.ouvre(path)) }
    let opened = UniteSystemd(
      service: [service, "[Service]\nReadWritePaths=-/srv/guichet/ /mnt/b\n"],
      prise: [prise, "[Socket]\nListenStream=\nListenStream=/run/b.sock"])
    #expect(opened.ouvre("/srv/guichet/depot") && opened.ouvre("/mnt/b") && opened.ouvre("/var/spool/guichet"))
    #expect(opened.socket == "/run/b.sock")
    #expect(UniteSystemd(service: [service, "[Service]\nProtectSystem=full"], prise: []).ouvre("/srv"))
    let root = try TemporaryRoot()
    #expect(UniteSystemd.installee(racine: root.path) == nil)
    for (folder, name, text) in [
      ("/usr/lib/systemd/system", "guichetd.service", service), ("/usr/lib/systemd/system", "guichetd.socket", prise),
      ("/etc/systemd/system/guichetd.service.d", "override.conf", "[Service]\nReadWritePaths=/srv/guichet\n"),
    ] {
      try FileManager.default.createDirectory(atPath: root.path + folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: "\(root.path)\(folder)/\(name)"))
    }
    let installed = try #require(UniteSystemd.installee(racine: root.path))
    #expect(installed.ouvre("/srv/guichet/depot") && !installed.ouvre("/srv/autre"))
    #expect(installed.socket == shipped.socket)
  }

  @Test("is a fault where depot, recus and rejets are there on several file systems")
  func fileSystems() throws {
    let read = try lue("chemins:\n  recus: /mnt/recus\n")
    let faults = read.fautesDesDossiers { $0.hasPrefix("/mnt") ? 2 : 1 }
    #expect(faults.map(\.description).first?.hasPrefix("g.yaml:3: chemins.recus: « /mnt/recus » n’est pas") == true)
    #expect(faults.count == 1)
    #expect(read.fautesDesDossiers { $0.hasPrefix("/mnt") ? nil : 1 }.isEmpty)
    #expect(read.fautesDesDossiers { _ in nil }.isEmpty)
  }
}
