import ArgumentParser
import Guichet

extension [String] {
  /// Numeros as they were typed, each once, in their order: `2026-123` is `2026-000123`, `0123` is `123`.
  var numerosUniques: [String] {
    var seen: Set<String> = []
    return map(Self.canonique).filter { seen.insert($0).inserted }
  }

  /// Refuses a numero that is blank, as a variable left empty in a script makes it.
  func verifierNumeros() throws {
    guard allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
      throw ValidationError("Un numéro est vide : donnez AAAA-NNNNNN, ou le nombre seul pour l’année en cours.")
    }
  }

  /// What is no numero stays as it was typed: the daemon answers for it by name.
  private static func canonique(_ typed: String) -> String {
    let text = String(typed.filter { !$0.isWhitespace })
    // Whatever the year, a rank alone stays one.
    guard let numero = Numero(texte: text, anneeCourante: 1) else { return typed }
    return text.contains("-") ? numero.texte : String(numero.rang)
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
