/// Numbers as people and programs read them.
enum Chiffres {
  /// With a decimal comma and groups of three.
  static func decimal(_ number: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((number * Double(scale)).rounded())
    let whole = grouped(scaled / scale)
    guard decimals > 0 else { return whole }
    return "\(whole),\(FormulaireMaker.padded(scaled % scale, decimals))"
  }

  /// To the microsecond, as JSON writes numbers.
  static func json(_ number: Double) -> String {
    let scaled = Int((number * 1_000_000).rounded())
    return "\(scaled / 1_000_000).\(FormulaireMaker.padded(scaled % 1_000_000, 6))"
  }

  private static func grouped(_ number: Int) -> String {
    number < 1000 ? String(number) : "\(grouped(number / 1000)) \(FormulaireMaker.padded(number % 1000, 3))"
  }
}
