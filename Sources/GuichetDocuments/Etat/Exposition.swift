package import Guichet

/// Measures in the text format of Prometheus, as node_exporter's textfile collector reads it: without timestamps, each
/// family once, a line end at the end.
package struct Exposition: Sendable {
  package typealias Etiquettes = KeyValuePairs<String, String>

  package private(set) var texte = ""

  package init() {}

  package mutating func jauge(_ name: String, _ help: String, _ value: Double?) {
    guard let value else { return }
    famille(name, "gauge", help)
    ligne(name, [:], value)
  }

  package mutating func jauges(_ name: String, _ help: String, _ values: [(Etiquettes, Double)]) {
    guard !values.isEmpty else { return }
    famille(name, "gauge", help)
    for (labels, value) in values { ligne(name, labels, value) }
  }

  /// Since the start of the process.
  package mutating func compteurs(_ name: String, _ help: String, _ values: [(Etiquettes, Int)]) {
    guard !values.isEmpty else { return }
    famille(name, "counter", help)
    for (labels, value) in values { ligne(name, labels, Double(value)) }
  }

  package mutating func histogramme(_ name: String, _ help: String, _ values: Histogramme) {
    famille(name, "histogram", help)
    for (bound, count) in zip(Histogramme.bornes, values.cumules) {
      ligne("\(name)_bucket", ["le": Self.nombre(bound)], Double(count))
    }
    ligne("\(name)_bucket", ["le": "+Inf"], Double(values.nombre))
    ligne("\(name)_sum", [:], values.somme)
    ligne("\(name)_count", [:], Double(values.nombre))
  }

  private mutating func famille(_ name: String, _ type: String, _ help: String) {
    texte += "# HELP \(name) \(Self.echappe(help, guillemets: false))\n# TYPE \(name) \(type)\n"
  }

  private mutating func ligne(_ name: String, _ labels: Etiquettes, _ value: Double) {
    let inside = labels.map { "\($0.key)=\"\(Self.echappe($0.value, guillemets: true))\"" }.joined(separator: ",")
    texte += "\(name)\(inside.isEmpty ? "" : "{\(inside)}") \(Self.nombre(value))\n"
  }

  private static func echappe(_ text: String, guillemets: Bool) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\"" where guillemets: out += "\\\""
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }

  /// Whole where it is, so that `1` is not `1.0`.
  static func nombre(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
