import Foundation
package import LinuxSystem

/// Where the configuration was read from, to be read again.
package struct ConfigurationSource: Hashable, Sendable {
  /// Why it could not be.
  package enum Failure: Error {
    case illisible(SystemError, fichier: String)
    case refusee(ConfigurationRefusee)

    /// One fault a line.
    package var message: String {
      switch self {
      case .illisible(let error, _): error.message
      case .refusee(let refusal): refusal.description
      }
    }
  }

  package let fichier: String
  /// Whether the defaults do where there is no file.
  package let isOptional: Bool
  package let disposition: Disposition

  package init(fichier: String, isOptional: Bool, disposition: Disposition) {
    self.fichier = fichier
    self.isOptional = isOptional
    self.disposition = disposition
  }

  /// - Throws: also where the folders that are there can never do.
  package func lire() throws(Failure) -> ConfigurationLue {
    var yaml: [UInt8] = []
    do {
      yaml = try WholeFile.read(fichier, limit: 1 << 20)
    } catch {
      guard isOptional, error.isNotFound else { throw .illisible(error, fichier: fichier) }
    }
    let lue: ConfigurationLue
    do {
      lue = try Configuration.lue(
        yaml, fichier: fichier, environnement: ProcessInfo.processInfo.environment, disposition: disposition,
        zoneExists: { name in
          do {
            _ = try Office.readZone(name)
            return true
          } catch {
            return false
          }
        })
    } catch {
      throw .refusee(error)
    }
    let fautes = lue.fautesDesDossiers { path in
      do {
        let status = try FileStatus.of(path: path)
        return status.kind == .directory ? status.device : nil
      } catch {
        return nil
      }
    }
    guard fautes.isEmpty else { throw .refusee(ConfigurationRefusee(fautes)) }
    return lue
  }
}
