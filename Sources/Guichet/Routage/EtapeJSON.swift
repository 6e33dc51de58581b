package import StrictJSON

extension Etape {
  /// `["codePostalEtNom","59160","Lomme","…"]`: the code, then its arguments.
  package func write(to writer: inout JSONWriter) {
    writer.beginArray()
    writer.string(code.rawValue)
    for argument in arguments { writer.string(argument) }
    writer.endArray()
  }

  /// Reads back what `write` wrote; nil for anything else.
  package init?(recorded json: JSON) {
    var texts: [String] = []
    for element in json.elements {
      guard let text = element.string else { return nil }
      texts.append(text)
    }
    guard let code = texts.first.flatMap(Code.init(rawValue:)) else { return nil }
    self.init(code: code, arguments: Array(texts.dropFirst()))
  }
}
