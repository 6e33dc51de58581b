import ArgumentParser
import Guichet

extension [String] {
  /// Numeros as they were typed, each once, in their order: `2026-123` is `2026-000123`, `0123` is `123`.
  var numerosUniques: [String] {
    var seen: Set<String> = []
    return map(\.numeroSaisi).filter { seen.insert($0).inserted }
  }

  /// Refuses a numero that is blank, as a variable left empty in a script makes it.
  func verifierNumeros() throws {
    guard allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
      throw ValidationError("Un numéro est vide : donnez AAAA-NNNNNN, ou le nombre seul pour l’année en cours.")
    }
  }
}

extension String {
  /// A numero as it was typed, perhaps `n° 7` or `2026/000007`; what is none stays as it is: the daemon answers for it by
  /// name.
  var numeroSaisi: String {
    var text = lowercased().filter { !$0.isWhitespace }.replacing("/", with: "-")
    for sign in ["n°", "nº", "no", "n"] where text.hasPrefix(sign) {
      text.removeFirst(sign.count)
      break
    }
    // Whatever the year, a rank alone stays one.
    guard let numero = Numero(texte: text, anneeCourante: 1) else { return self }
    return text.contains("-") ? numero.texte : String(numero.rang)
  }

  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
