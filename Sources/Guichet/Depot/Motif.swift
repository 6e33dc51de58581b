import StrictJSON

/// Why a file was refused: a code that programs rely on, and every fault found, in words for who must mend it.
package struct Motif: Error, Hashable, Sendable {

  package enum Code: String, CodeLibelle {
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

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .jsonInvalide: "JSON invalide"
      case .formulaireInvalide: "formulaire invalide"
      case .conflit: "référence déjà prise"
      case .tropGros: "fichier trop gros"
      case .pasUnFichier: "pas un fichier ordinaire"
      case .efface: "demande effacée"
      }
    }
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
    Motif(
      .tropGros,
      "Ce fichier fait \(grouped(octets)) octets, alors qu’un formulaire en compte au plus \(grouped(limite)) : déposez "
        + "une seule demande par fichier, sans pièce jointe.")
  }

  /// - Parameter message: what it is instead, and what to drop, one French sentence.
  package static func pasUnFichier(_ message: String) -> Motif {
    Motif(.pasUnFichier, message)
  }

  /// The number with its thousands apart (narrow no-break spaces).
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (position, digit) in String(number).reversed().enumerated() {
      if position > 0, position.isMultiple(of: 3) { text.append("\u{202F}") }
      text.append(digit)
    }
    return String(text.reversed())
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
      .efface,
      "La demande de cette référence a été effacée, à la demande de la famille ou au bout de son temps de "
        + "conservation ; elle ne peut pas revenir.",
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
