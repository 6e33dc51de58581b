package import StrictJSON

/// What crosses the socket: one struct for each type of the interface's definition, under the same name.
///
/// They are types of their own, not those of the rules, so that the rules can change without the socket noticing.
/// Codes are strings, instants RFC 3339 text, bytes base64 on the wire and bytes here.
package enum Wire {}

/// An object of the wire.
///
/// Reading ignores fields that it does not know, since the other end may be newer; a field that may be null may also be
/// absent. Writing always writes every field, null ones too, in the order of the definition.
package protocol WireObject: Hashable, Sendable {
  init(_ json: JSON) throws(WireFault)
  var json: JSONValue { get }
  /// Writes the same as `json`; types of which thousands cross at once do it without building a tree.
  func write(to writer: inout JSONWriter)
}

extension WireObject {
  package func write(to writer: inout JSONWriter) { writer.value(json) }
}

/// What does not fit in what the other end sent.
package struct WireFault: Error, Hashable, Sendable {
  /// Where: field names and indices from the root, as `lieux[3].codePostal`; empty for the whole object.
  package let parametre: String
  /// One French sentence.
  package let message: String

  package init(parametre: String, message: String) {
    self.parametre = parametre
    self.message = message
  }

  /// The same fault, seen from the object that holds this one in the named place.
  func inside(_ place: String) -> WireFault {
    let path = parametre.isEmpty ? place : parametre.hasPrefix("[") ? place + parametre : "\(place).\(parametre)"
    return WireFault(parametre: path, message: message)
  }
}

extension Wire {
  /// No parameters, or no result.
  package struct Rien: WireObject {
    package init() {}

    package init(_ json: JSON) throws(WireFault) {
      _ = try WireReader(json)
    }

    package var json: JSONValue { [:] }
  }
}
