package import StrictJSON

extension Wire {

  /// One refused file.
  package struct Rejet: WireObject {
    /// Its name in the folder of refusals, without extension.
    package let id: String
    /// Its name when it was dropped.
    package let fichier: String
    /// When it was refused, RFC 3339.
    package let recuLe: String
    /// Of its content, in hexadecimal; nil when it was not read.
    package let sha256: String?
    /// Why, a code.
    package let code: String
    /// Every fault found.
    package let erreurs: [Constat]
    /// `ouvert` or `rejoue`.
    package let etat: String
    /// Whether it could not be moved and still lies in the spool.
    package let auDepot: Bool

    package init(
      id: String, fichier: String, recuLe: String, sha256: String?, code: String, erreurs: [Constat], etat: String,
      auDepot: Bool
    ) {
      self.id = id
      self.fichier = fichier
      self.recuLe = recuLe
      self.sha256 = sha256
      self.code = code
      self.erreurs = erreurs
      self.etat = etat
      self.auDepot = auDepot
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      id = try reader.string("id")
      fichier = try reader.string("fichier")
      recuLe = try reader.string("recuLe")
      sha256 = try reader.optionalString("sha256")
      code = try reader.string("code")
      erreurs = try reader.objects("erreurs")
      etat = try reader.string("etat")
      auDepot = try reader.bool("auDepot")
    }

    package var json: JSONValue {
      [
        "id": .string(id),
        "fichier": .string(fichier),
        "recuLe": .string(recuLe),
        "sha256": .text(sha256),
        "code": .string(code),
        "erreurs": .list(erreurs),
        "etat": .string(etat),
        "auDepot": .bool(auDepot),
      ]
    }
  }
}
