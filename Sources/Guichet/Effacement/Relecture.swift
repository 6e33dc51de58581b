/// Replays the facts of one demande, from its first, those of a family that was erased among them.
///
/// What such facts said is gone; what remains of it stands in the fact that erased them, which comes after them all.
package struct Relecture {
  /// What the demande is by the facts read so far; nil before the first, and while what remains of them is not known.
  package private(set) var demande: Demande?
  private var effaces: [Fait] = []
  private let jusqua: Int64

  /// - Parameter jusqua: the seq of the last fact that counts. The fact that erases is to be read even when it came later,
  ///   since it tells what the earlier ones said.
  package init(jusqua: Int64 = .max) {
    self.jusqua = jusqua
  }

  /// Facts were erased and nothing tells what remains of them: not the work of this program.
  package var estSansReste: Bool { !effaces.isEmpty }

  package mutating func lis(_ fait: Fait) throws(TransitionRefusee) {
    guard fait.evenement != nil else {
      effaces.append(fait)
      return
    }
    if case .effacee(let effacee) = fait.evenement { try reprends(effacee) }
    if fait.seq <= jusqua { try applique(fait) }
  }

  private mutating func reprends(_ effacee: Effacee) throws(TransitionRefusee) {
    var restes = effacee.restes[...]
    for fait in effaces {
      while let reste = restes.first, reste.seq < fait.seq { restes = restes.dropFirst() }
      guard let reste = restes.first, reste.seq == fait.seq else { continue }
      try applique(
        Fait(
          seq: fait.seq, numero: fait.numero, enfant: fait.enfant, nature: fait.nature, survenuLe: fait.survenuLe,
          enregistreLe: fait.enregistreLe, auteur: fait.auteur, evenement: reste.evenement))
    }
    effaces = []
  }

  private mutating func applique(_ fait: Fait) throws(TransitionRefusee) {
    if demande == nil { demande = try Demande.apply(fait, to: nil) } else { try demande?.applique(fait) }
  }
}

extension Relecture {
  /// What is wrong with a demande whose facts are `estSansReste`, one French sentence.
  package static func faute(_ numero: Numero) -> String {
    "Des faits de la demande \(numero.texte) ont été vidés sans que le journal dise ce qu’il en reste ; prévenez "
      + "l’administrateur du guichet."
  }
}
