import StrictJSON

/// The fact that a file of the spool was refused and set aside.
package struct Rejet: Hashable, Sendable {
  /// Name of the refused file in `rejets/`, without its ending.
  package let id: String
  /// The name under which it was dropped, fit to be shown.
  package let fichier: String
  /// SHA-256 of its bytes in hexadecimal; nil when they were not read.
  package let empreinte: String?
  package let motif: Motif
  /// It could not be moved and still lies in `depot/`.
  package let auDepot: Bool

  package init(id: String, fichier: String, empreinte: String?, motif: Motif, auDepot: Bool) {
    self.id = id
    self.fichier = fichier
    self.empreinte = empreinte
    self.motif = motif
    self.auDepot = auDepot
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("fichier")
    writer.string(fichier)
    if let empreinte {
      writer.key("sha256")
      writer.string(empreinte)
    }
    writer.key("code")
    writer.string(motif.code.rawValue)
    writer.key("erreurs")
    motif.erreurs.write(to: &writer)
    if auDepot {
      writer.key("auDepot")
      writer.bool(true)
    }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    guard let code = Motif.Code(rawValue: try json.recordedString("code", in: .rejet)), let erreurs = json["erreurs"]
    else { throw FaitIllisible(nature: .rejet, champ: "code") }
    self.init(
      id: try json.recordedString("id", in: .rejet), fichier: try json.recordedString("fichier", in: .rejet),
      empreinte: json["sha256"]?.string, motif: Motif(code, try [Constat](recorded: erreurs, in: .rejet)),
      auDepot: json["auDepot"]?.bool ?? false)
  }
}

/// The fact that a refused file was put back into `depot/`, as it was or mended.
package struct RejetRejoue: Hashable, Sendable {
  package let id: String
  /// A mended content was put back in place of the original.
  package let corrige: Bool

  package init(id: String, corrige: Bool) {
    self.id = id
    self.corrige = corrige
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("corrige")
    writer.bool(corrige)
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    id = try json.recordedString("id", in: .rejetRejoue)
    corrige = json["corrige"]?.bool ?? false
  }
}
