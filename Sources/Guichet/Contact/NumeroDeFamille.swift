/// One number under which a family may be reached.
package struct NumeroDeFamille: Hashable, Sendable {
  package let e164: String
  /// The other reading of what was typed, see `Telephone.autreLecture`.
  package let estAutreLecture: Bool
  /// Whoever dialled it last found that it is not the family's.
  package let estFaux: Bool
}

extension Demande {
  /// The numbers to try, the first that is not wrong first: as the form says, and its other reading once that was found
  /// wrong, or where it cannot be called.
  package var numeros: [NumeroDeFamille] {
    guard let telephone = formulaire.demandeur.telephone else { return [] }
    var numeros: [NumeroDeFamille] = []
    if let e164 = telephone.e164 {
      numeros.append(NumeroDeFamille(e164: e164, estAutreLecture: false, estFaux: estFaux(e164)))
    }
    if numeros.allSatisfy(\.estFaux), let other = telephone.autreLecture {
      numeros.append(NumeroDeFamille(e164: other, estAutreLecture: true, estFaux: estFaux(other)))
    }
    return numeros.filter { !$0.estFaux } + numeros.filter(\.estFaux)
  }

  /// It has numbers, and none of them is the family's.
  package var tousNumerosFaux: Bool { !numeros.isEmpty && numeros.allSatisfy(\.estFaux) }

  /// The number of its form was found wrong, and has not been corrected since.
  package var aUnNumeroFaux: Bool { formulaire.demandeur.telephone?.e164.map(estFaux) ?? false }

  /// By the last contact that tells whose number it is, with whatever LINF.
  private func estFaux(_ e164: String) -> Bool {
    let telling = contacts.filter { note in
      note.contact.numeroAppele == e164 && (note.contact.resultat == .fauxNumero || note.contact.resultat.estUneReponse)
    }
    return telling.max { ($0.survenuLe, $0.seq) < ($1.survenuLe, $1.seq) }?.contact.resultat == .fauxNumero
  }
}
