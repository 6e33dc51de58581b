/// How soon families were turned to for the first time, among the demandes received in the last days.
///
/// As a bilan counts it: an outgoing contact, whatever came of it (`Reponse.Degre.tentee`), and in time by the échéance
/// that the rule sets from the assignment. A demande merged into another counts there.
package struct PremiersContacts: Hashable, Sendable {
  /// First contacts that were made.
  package let faits: Int
  /// Of these, those made by their échéance.
  package let aTemps: Int
  /// Demandes that still wait, past it.
  package let enSouffrance: Int
  /// Open time from the dépôt to the contact, in minutes; nil where none was made.
  package let medianeOuverte: Int?
  /// Contacts by the open days that they took; one without any may be left out.
  package let parClasse: [ClasseDeDelai: Int]

  /// The days that count back from now.
  package static let jours = 30

  package init(
    faits: Int, aTemps: Int, enSouffrance: Int, medianeOuverte: Int?, parClasse: [ClasseDeDelai: Int]
  ) {
    self.faits = faits
    self.aTemps = aTemps
    self.enSouffrance = enSouffrance
    self.medianeOuverte = medianeOuverte
    self.parClasse = parClasse
  }

  /// - Parameter enSouffrance: demandes of the same days that nobody has turned to and whose échéance is past.
  package init(_ mesures: some Collection<MesureDePremierContact>, enSouffrance: Int) {
    let made = mesures.filter { !$0.estAbsorbee }.compactMap(\.contact)
    self.init(
      faits: made.count, aTemps: made.count(where: \.estATemps), enSouffrance: enSouffrance,
      medianeOuverte: CalculDeBilan.mediane(made.map(\.minutes)),
      parClasse: made.reduce(into: [:]) { $0[$1.classe, default: 0] += 1 })
  }

  /// In whole percent of those that were due or made, rounded down so that 100 means all; nil where there is none.
  package var partATemps: Int? {
    let all = faits + enSouffrance
    return all == 0 ? nil : aTemps * 100 / all
  }
}

/// What one demande says of its first contact.
package struct MesureDePremierContact: Hashable, Sendable {
  package let recueLe: Instant
  let estAbsorbee: Bool
  let contact: Contact?

  struct Contact: Hashable {
    let estATemps: Bool
    /// Open time since the dépôt.
    let minutes: Int
    let classe: ClasseDeDelai
  }

  package init(_ ligne: LigneDeBilan) {
    recueLe = ligne.recueLe
    estAbsorbee = ligne.estAbsorbee
    contact = ligne.tentee.map { answer in
      Contact(
        estATemps: answer.estATemps, minutes: answer.depuisDepot.ouvert.minutes,
        classe: ClasseDeDelai(joursOuverts: answer.depuisDepot.joursOuverts))
    }
  }
}
