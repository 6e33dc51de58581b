import StrictJSON

/// Why a file was refused: a code that programs rely on, and every fault found, in words for who must mend it.
package struct Motif: Error, Hashable, Sendable {

  package enum Code: String, CaseIterable, Sendable {
    /// Not JSON as RFC 8259 defines it, or nested too deep.
    case jsonInvalide
    /// JSON that is no formulaire of a known version.
    case formulaireInvalide
    /// The reference is already taken, with other content.
    case conflit
    case tropGros
    /// A directory, a link, a pipe, or a file with several names.
    case pasUnFichier
    /// The family asked to be erased; its reference does not come back.
    case efface
  }

  package let code: Code
  package let erreurs: [Constat]

  package init(_ code: Code, _ erreurs: [Constat]) {
    self.code = code
    self.erreurs = erreurs
  }

  private init(_ code: Code, _ message: String, at chemin: String = "") {
    self.init(code, [Constat(chemin: chemin, message: message)])
  }
}

extension Motif {
  /// - Parameters:
  ///   - octets: the file's size.
  ///   - limite: the greatest size that is taken.
  package static func tropGros(octets: Int, limite: Int) -> Motif {
    Motif(.tropGros, "Ce fichier a \(octets) octets ; un formulaire en a au plus \(limite).")
  }

  /// - Parameter nature: what it is instead, with its article: « un dossier », « un lien symbolique ».
  package static func pasUnFichier(_ nature: String) -> Motif {
    Motif(.pasUnFichier, "C’est \(nature), pas un fichier ; déposez le formulaire lui-même, sous un seul nom.")
  }

  /// - Parameter numero: of the demande that holds the reference.
  package static func conflit(avec numero: String) -> Motif {
    Motif(
      .conflit,
      "Cette référence est déjà celle de la demande \(numero), dont le contenu diffère ; "
        + "donnez-en une autre si c’est une nouvelle demande.",
      at: "/reference")
  }

  package static var efface: Motif {
    Motif(
      .efface, "La demande de cette référence a été effacée à la demande de la famille ; elle ne peut pas revenir.",
      at: "/reference")
  }

  /// The content of `NAME.motif.json`, beside the refused file.
  ///
  /// - Parameters:
  ///   - fichier: the name under which it was dropped, fit to be shown.
  ///   - recuLe: RFC 3339.
  ///   - sha256: of its bytes, in hexadecimal; nil when they were not read.
  package func bytes(fichier: String, recuLe: String, sha256: String?) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.member("fichier", fichier)
    writer.member("recuLe", recuLe)
    writer.member("sha256", sha256)
    writer.member("code", code.rawValue)
    writer.key("erreurs")
    writer.beginArray()
    for erreur in erreurs {
      writer.beginObject()
      writer.member("chemin", erreur.chemin)
      writer.member("message", erreur.message)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
