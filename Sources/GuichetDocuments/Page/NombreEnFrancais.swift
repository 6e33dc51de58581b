/// `1 234`, with a narrow no-break space between thousands.
package func francais(_ nombre: Int) -> String {
  let digits = Array(String(nombre.magnitude))
  var text = nombre < 0 ? "−" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text.append("\u{202F}") }
    text.append(digit)
  }
  return text
}
