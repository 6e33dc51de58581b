/// A page to print on A4, in one file that asks for nothing from elsewhere. What is put in is text: nothing in it is markup.
package struct PageHTML: Sendable {
  private let titre: String
  private let style: String
  private let script: ScriptDePage?
  private var corps = ""

  /// - Parameters:
  ///   - titre: of the window, and of the file that a printer makes of it.
  ///   - style: rules beside those of every page.
  package init(titre: String, style: String) {
    self.init(titre: titre, style: style, script: nil)
  }

  /// - Parameter script: what the page does by itself; nil for one that only stands there.
  init(titre: String, style: String, script: ScriptDePage?) {
    self.titre = titre
    self.style = style
    self.script = script
  }

  /// - Parameter attributs: names, and texts as their values.
  package mutating func ouvrir(
    _ element: String, classe: String? = nil, attributs: KeyValuePairs<String, String> = [:]
  ) {
    corps += "<\(element)\(Self.attributs(classe, attributs))>\n"
  }

  package mutating func fermer(_ element: String) { corps += "</\(element)>\n" }

  package mutating func texte(
    _ element: String, _ texte: String, classe: String? = nil, attributs: KeyValuePairs<String, String> = [:]
  ) {
    corps += "<\(element)\(Self.attributs(classe, attributs))>\(Self.echappe(texte))</\(element)>\n"
  }

  mutating func dessin(_ dessin: Dessin) { corps += dessin.svg }

  private static func attributs(_ classe: String?, _ autres: KeyValuePairs<String, String>) -> String {
    let all = (classe.map { [("class", $0)] } ?? []) + autres.map { ($0.key, $0.value) }
    return all.map { " \($0.0)=\"\(echappe($0.1))\"" }.joined()
  }

  /// Lines one below the other in one element.
  package mutating func lignes(_ element: String, _ lignes: [String], classe: String? = nil) {
    corps += "<\(element)\(classe.map { " class=\"\($0)\"" } ?? "")>"
    corps += lignes.map(Self.echappe).joined(separator: "<br>\n") + "</\(element)>\n"
  }

  /// The whole file.
  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(script?.permission ?? "")">
    <meta name="viewport" content="width=device-width">
    <title>\(Self.echappe(titre))</title>
    <style>
    @page { size: A4; margin: 0; }
    body { margin: 0; color: #000; background: #fff; font-family: "Liberation Sans", Arial, Helvetica, sans-serif; }
    \(style)
    </style>
    \(script?.sansScript ?? "")</head>
    <body>
    \(corps)\(script?.element ?? "")</body>
    </html>

    """
  }

  /// Markup becomes text; what cannot be seen, or turns the text around it, does not go out.
  static func echappe(_ texte: String) -> String {
    var out = ""
    for scalar in texte.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format:
        continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
