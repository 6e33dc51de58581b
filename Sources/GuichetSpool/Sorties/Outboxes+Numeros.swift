package import Guichet
package import LinuxSystem

extension Outboxes {
  /// The numeros that file names under `sorties/` begin with, wherever they lie there.
  package static func numeros(sorties path: String) throws(SystemError) -> [Numero] {
    var found: [Numero] = []
    for linf in try folders(path) {
      for place in try [linf] + folders(linf) {
        guard let folder = try opened(place) else { continue }
        found += try folder.names().compactMap { numero(String(decoding: $0.bytes, as: UTF8.self)) }
      }
    }
    return found
  }

  private static func numero(_ name: String) -> Numero? {
    guard let stem = name.split(separator: ".").first, stem.contains("-"),
      let numero = Numero(texte: String(stem), anneeCourante: 1), numero.texte == stem
    else { return nil }
    return numero
  }

  private static func folders(_ path: String) throws(SystemError) -> [String] {
    guard let folder = try opened(path) else { return [] }
    var found: [String] = []
    for name in try folder.names() where try folder.status(name).kind == .directory {
      found.append(folder.path(of: name))
    }
    return found
  }

  /// Nil where it is not there, or not for us to read.
  static func opened(_ path: String) throws(SystemError) -> Directory? {
    do throws(SystemError) {
      return try Directory(path)
    } catch {
      guard error.isNotFound || error.isPermission else { throw error }
      return nil
    }
  }
}
