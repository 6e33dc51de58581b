package import Guichet
import LinuxSystem
import StrictJSON

/// A file that was refused, as `rejets/` tells it: who, when, why.
package struct Rejection: Hashable, Sendable {
  package let rejet: Rejet
  /// To the second or finer, as `motif.json` has it.
  package let recuLe: Instant

  package var id: String { rejet.id }
  /// Whether its content is in `rejets/`; otherwise it still lies in `depot/`.
  package var moved: Bool { !rejet.auDepot }
}

extension Rejection {
  /// `motif.json`.
  func motifFile(offsetSeconds: Int) -> [UInt8] {
    rejet.motif.bytes(
      fichier: rejet.fichier, recuLe: recuLe.rfc3339(offsetSeconds: offsetSeconds), sha256: rejet.empreinte)
  }

  /// Reads `motif.json`; nil when it is none, or damaged.
  init?(id: String, auDepot: Bool, motifFile bytes: [UInt8]) {
    let json: JSON
    do {
      json = try JSON.parse(bytes)
    } catch {
      return nil
    }
    guard let fichier = json["fichier"]?.string, let recuLe = json["recuLe"]?.string.flatMap({ Instant(rfc3339: $0) }),
      let code = json["code"]?.string.flatMap(Motif.Code.init), let erreurs = json["erreurs"]
    else { return nil }
    var constats: [Constat] = []
    for erreur in erreurs.elements {
      guard let chemin = erreur["chemin"]?.string, let message = erreur["message"]?.string else { return nil }
      constats.append(Constat(chemin: chemin, message: message))
    }
    self.recuLe = recuLe
    rejet = Rejet(
      id: id, fichier: fichier, empreinte: json["sha256"]?.string, motif: Motif(code, constats), auDepot: auDepot)
  }
}

/// A refused entry that could not be moved out of `depot/`: which one it is, so that another one of the same name is not
/// taken for it, also after a restart.
struct Blocked: Hashable, Sendable {
  let id: String
  let name: FileName
  let inode: UInt64
  let size: Int
  let modified: Int64

  init(id: String, name: FileName, status: FileStatus) {
    self.id = id
    self.name = name
    inode = status.inode
    size = status.size
    modified = status.modified
  }

  func isStill(_ status: FileStatus) -> Bool {
    inode == status.inode && size == status.size && modified == status.modified
  }

  /// `<id>.bloque.json`: the name in hexadecimal, for it may be no text; numbers as text, for they may be beyond what
  /// JSON readers take.
  var file: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.member("nom", Array(name.bytes).hexadecimal)
    writer.member("inode", String(inode))
    writer.member("taille", String(size))
    writer.member("modifie", String(modified))
    writer.endObject()
    return writer.bytes
  }

  init?(id: String, file bytes: [UInt8]) {
    let json: JSON
    do {
      json = try JSON.parse(bytes)
    } catch {
      return nil
    }
    guard let name = json["nom"]?.string.flatMap({ [UInt8](hexadecimal: $0) }).flatMap({ FileName($0) }),
      let inode = json["inode"]?.string.flatMap({ UInt64($0) }), let size = json["taille"]?.string.flatMap({ Int($0) }),
      let modified = json["modifie"]?.string.flatMap({ Int64($0) })
    else { return nil }
    self.id = id
    self.name = name
    self.inode = inode
    self.size = size
    self.modified = modified
  }
}
