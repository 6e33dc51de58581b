import Guichet
import GuichetRegister
import GuichetSpool
import LinuxSystem

/// The file that a restore was given, looked at before anything else is touched.
struct SauvegardeDonnee: Sendable {
  let chemin: String
  /// What stands beside it, if it bears its own name there.
  let manifeste: ManifesteDeSauvegarde?

  private static let manifestLimit = 1 << 20

  /// - Parameter sauvegardes: where those of the daemon are, to say what could be given instead.
  /// - Throws: `DaemonFailure` where it is none: what it is, and what to do.
  init(_ chemin: String, parmi sauvegardes: Sauvegardes) throws {
    self.chemin = chemin
    let file = try Self.open(chemin, sauvegardes)
    let status = try file.status()
    switch status.kind {
    case .regular: break
    case .directory:
      let inside = try Self.conseil(Sauvegardes(path: chemin.hasSuffix("/") ? String(chemin.dropLast()) : chemin))
      let advice = try inside ?? Self.remede(sauvegardes)
      throw DaemonFailure.noInput("« \(chemin) » est un dossier, et non une sauvegarde ; \(advice)")
    case .fifo, .link, .socket, .device, .other: throw try Self.pasUnFichier(chemin, sauvegardes)
    }
    guard status.size > 0 else {
      throw DaemonFailure.data(
        "« \(chemin) » est vide : sa copie s’est sans doute arrêtée ; \(try Self.remede(sauvegardes))")
    }
    switch CopieDuRegistre.nature(entete: try Self.head(of: file)) {
    case .registre: break
    case .autreBase:
      throw DaemonFailure.data(
        "« \(chemin) » est une base SQLite, mais pas un registre de Guichet ; \(try Self.remede(sauvegardes))")
    case .autre:
      throw DaemonFailure.data(
        "« \(chemin) » n’est pas une base SQLite, donc pas une sauvegarde de Guichet ; \(try Self.remede(sauvegardes))")
    }
    manifeste = try Self.manifeste(chemin)
  }

  private static func open(_ chemin: String, _ sauvegardes: Sauvegardes) throws -> Descriptor {
    do throws(SystemError) {
      return try Descriptor.open(path: chemin)
    } catch {
      if error.isNotFound || error.isBelowFile {
        // People copy the name that « lister » shows.
        if !chemin.contains("/"), try sauvegardes.lister().contains(where: { $0.nom.fichier == chemin }) {
          throw DaemonFailure.noInput(
            "« \(chemin) » n’est pas dans le dossier courant ; donnez son chemin : « \(sauvegardes.path)/\(chemin) ».")
        }
        throw DaemonFailure.noInput("« \(chemin) » n’existe pas ; vérifiez le chemin, ou \(try remede(sauvegardes))")
      }
      if error.isPermission {
        throw DaemonFailure.noInput(
          "« \(chemin) » ne peut pas être lu par ce compte ; donnez-lui le droit de lire le fichier et d’entrer dans ses "
            + "dossiers (chown, chmod), ou copiez-le où il le peut.")
      }
      if error.isNoDevice { throw try pasUnFichier(chemin, sauvegardes) }
      throw DaemonFailure.storage(error.message)
    }
  }

  private static func pasUnFichier(_ chemin: String, _ sauvegardes: Sauvegardes) throws -> DaemonFailure {
    .noInput("« \(chemin) » n’est pas un fichier ordinaire (tube, prise ou périphérique) ; \(try remede(sauvegardes))")
  }

  private static func head(of file: Descriptor) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: CopieDuRegistre.longueurDeLEntete)
    let count: Int = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
    return Array(bytes.prefix(count))
  }

  private static func manifeste(_ chemin: String) throws -> ManifesteDeSauvegarde? {
    guard let nom = NomDeSauvegarde(fichier: String(chemin.split(separator: "/").last ?? "")) else { return nil }
    do throws(SystemError) {
      let found = ManifesteDeSauvegarde(try WholeFile.read("\(chemin.folder)/\(nom.manifeste)", limit: manifestLimit))
      return found?.nom == nom ? found : nil
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }

  /// What to give instead.
  private static func remede(_ sauvegardes: Sauvegardes) throws -> String {
    try conseil(sauvegardes)
      ?? "donnez le fichier d’une sauvegarde, « guichet-….sqlite » ; il n’y en a aucune dans « \(sauvegardes.path) »."
  }

  /// Nil where the folder has none, or may not be looked into.
  private static func conseil(_ sauvegardes: Sauvegardes) throws -> String? {
    let found: (bonne: Sauvegardes.Trouvee?, douteuse: Sauvegardes.Trouvee?)
    do throws(SystemError) {
      found = try sauvegardes.dernieres()
    } catch {
      guard error.isPermission || error.isNotFound || error.isBelowFile else { throw error }
      return nil
    }
    return (found.bonne ?? found.douteuse).map {
      "donnez le fichier d’une sauvegarde, comme « \(sauvegardes.chemin($0.nom)) »."
    }
  }
}
