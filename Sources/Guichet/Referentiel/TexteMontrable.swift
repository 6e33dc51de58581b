/// A typed text as sentences show it: without control characters, at most 60 characters.
func montre(_ text: String) -> String {
  // Nearly every text may be shown as it is, and routing asks for each: looking at bytes is enough to see it.
  if text.utf8.count <= 60, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }) { return text }
  var shown = ""
  for scalar in text.unicodeScalars.prefix(60) {
    shown.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
  }
  return text.unicodeScalars.count > 60 ? shown + "…" : shown
}

/// The name with « de » before it, as French elides it: `d’Aniche`, `de Lille`. An H is left as it is: most names of the
/// North have it aspirated.
func de(_ name: String) -> String {
  let vowels = "AÀÂÄÆEÉÈÊËIÎÏOÔÖŒUÙÛÜaàâäæeéèêëiîïoôöœuùûü"
  return name.first.map(vowels.contains) == true ? "d’\(name)" : "de \(name)"
}

/// `A, B et C`; beyond eight, `A, B, … et 12 autres`.
func enumeration(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  guard names.count > 8 else { return names.dropLast().joined(separator: ", ") + " et " + last }
  return names.prefix(7).joined(separator: ", ") + " et \(names.count - 7) autres"
}
