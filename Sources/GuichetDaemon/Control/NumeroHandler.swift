import Guichet
import GuichetControl
import GuichetRegister

/// Numeros alone: those that begin as a person types, and those that were perhaps meant by one that is not there.
///
/// Only numeros and états leave here, which tell nothing of a family: they are not noted as reads, or each press of a
/// key would be one.
enum NumeroHandler {
  /// Numeros in one answer.
  private static let limit = 200

  static func complete(
    _ request: ControlRequest, _ parameters: CompleteNumeros.Parameters
  ) async throws -> CompleteNumeros.Reply {
    let typed = parameters.debut ?? ""
    let year = request.office.today(request.office.clock.now()).annee
    let groups =
      typed.isEmpty ? [[1...Int64.max]] : Numero.plages(debut: typed, anneeCourante: year)
    let found = try await request.office.register.numeros(
      in: groups, linf: linf(request), openOnly: typed.isEmpty, limit: limit)
    return .init(numeros: found.map { .init(numero: $0.numero.texte, etat: $0.etat.rawValue) })
  }

  /// The error for a numero that is not there, or that the caller may not see: it never depends on which of the two.
  static func introuvable(_ numero: Numero, _ request: ControlRequest) async throws -> ControlError {
    let thisYear = request.office.today(request.office.clock.now()).annee
    // January asks for last December's by the rank alone; digits of the year change places.
    let years = ([thisYear, thisYear - 1] + transposed(numero.annee)).filter { $0 != numero.annee }
    for year in years {
      guard let other = Numero(annee: year, rang: numero.rang) else { continue }
      let same = try await request.office.register.numeros(
        in: [[other.cle...other.cle]], linf: linf(request), openOnly: false, limit: 1)
      if !same.isEmpty { return .demandeIntrouvable(numero: numero.texte, proche: other.texte) }
    }
    // To a conseiller another LINF's demande is answered like one that does not exist, to the letter.
    guard request.sight == .all else { return .demandeIntrouvable(numero: numero.texte) }
    let ofYear = Numero.plages(debut: "\(numero.texte.prefix(5))", anneeCourante: thisYear)
    let last = try await request.office.register.numeros(
      in: ofYear, linf: linf(request), openOnly: false, limit: 1
    ).first
    guard let last, last.numero < numero else { return .demandeIntrouvable(numero: numero.texte) }
    return .demandeIntrouvable(numero: numero.texte, dernier: last.numero.texte)
  }

  private static func linf(_ request: ControlRequest) -> [String]? {
    guard case .linf(let own) = request.sight else { return nil }
    return own.sorted()
  }

  /// The years that two neighbouring digits in the wrong order make of it.
  private static func transposed(_ year: Int) -> [Int] {
    let digits = Array(String(year))
    return digits.indices.dropLast().compactMap { index in
      var swapped = digits
      swapped.swapAt(index, index + 1)
      return Int(String(swapped))
    }
  }
}
