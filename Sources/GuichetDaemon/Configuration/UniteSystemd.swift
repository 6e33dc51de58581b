import Foundation
import LinuxSystem

/// What systemd lets the daemon write to, and where it opens its socket, as the files of its units say.
package struct UniteSystemd: Hashable, Sendable {
  /// Folders that can be written to, with all below them.
  package private(set) var dossiers: [String] = []
  /// Nil where the units open none.
  package private(set) var socket: String?

  /// - Parameters:
  ///   - service: the texts of `guichetd.service` and of its drop-ins, in the order in which systemd reads them.
  ///   - prise: those of `guichetd.socket`.
  package init(service: [String], prise: [String]) {
    var protege = false
    var ecriture: [String] = []
    for (cle, valeur) in service.flatMap(Self.reglages) {
      switch cle {
      case "ProtectSystem": protege = valeur == "strict"
      case "StateDirectory": dossiers += Self.mots(valeur).map { "/var/lib/\($0)" }
      case "RuntimeDirectory": dossiers += Self.mots(valeur).map { "/run/\($0)" }
      case "ReadWritePaths": ecriture = valeur.isEmpty ? [] : ecriture + Self.mots(valeur)
      default: break
      }
    }
    dossiers = protege ? dossiers + ecriture : ["/"]
    for (cle, valeur) in prise.flatMap(Self.reglages) where cle == "ListenStream" {
      if valeur.isEmpty { socket = nil } else if valeur.hasPrefix("/") { socket = socket ?? valeur }
    }
  }

  package func ouvre(_ dossier: String) -> Bool {
    dossiers.contains { $0 == "/" || dossier == $0 || dossier.hasPrefix($0 + "/") }
  }

  /// What to add to a message that says of a place that it is read-only.
  static let remede =
    "Si c’est l’unité systemd qui ferme ce dossier (ProtectSystem=strict), ajoutez « ReadWritePaths=DOSSIER » sous [Service] "
    + "par « systemctl edit guichetd », puis redémarrez-le."

  private static func reglages(_ texte: String) -> [(cle: String, valeur: String)] {
    texte.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, !parts[0].hasPrefix("#"), !parts[0].hasPrefix(";") else { return nil }
      return (parts[0], parts[1])
    }
  }

  /// Without what may stand before a path, and the slash behind it.
  private static func mots(_ valeur: String) -> [String] {
    valeur.split(separator: " ").map { mot in
      let path = mot.drop { "-+\"".contains($0) }
      return String(path.hasSuffix("/") && path.count > 1 ? path.dropLast() : path).replacing("\"", with: "")
    }
  }
}

extension UniteSystemd {
  /// Where systemd looks for units, the first that has one winning.
  private static let places = ["/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system"]

  /// As installed on this machine; nil where guichetd is not started by systemd, or its units cannot be read.
  package static func installee(racine: String = "") -> UniteSystemd? {
    let service = textes("guichetd.service", racine)
    return service.isEmpty ? nil : UniteSystemd(service: service, prise: textes("guichetd.socket", racine))
  }

  private static func textes(_ unit: String, _ racine: String) -> [String] {
    guard let main = places.compactMap({ texte("\(racine)\($0)/\(unit)") }).first else { return [] }
    var dropIns: [String: String] = [:]
    for place in places.reversed() {
      let folder = "\(racine)\(place)/\(unit).d"
      for name in noms(folder) where name.hasSuffix(".conf") { dropIns[name] = "\(folder)/\(name)" }
    }
    return [main] + dropIns.sorted { $0.key < $1.key }.compactMap { texte($0.value) }
  }

  private static func texte(_ path: String) -> String? {
    do {
      return String(decoding: try WholeFile.read(path, limit: 1 << 18), as: UTF8.self)
    } catch {
      return nil
    }
  }

  private static func noms(_ folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      return []
    }
  }
}
