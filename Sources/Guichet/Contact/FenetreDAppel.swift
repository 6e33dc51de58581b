/// When to try next to reach a family.
package struct FenetreDAppel: Hashable, Sendable {
  /// Why then.
  package enum Origine: String, CodeLibelle {
    /// The family asked for this time.
    case convenue
    /// One of the times that suit it, as its form says.
    case preferee
    /// The office is open.
    case ouverte

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .convenue: "moment convenu avec la famille"
      case .preferee: "créneau préféré de la famille"
      case .ouverte: "heures d’ouverture"
      }
    }
  }

  package let debut: Instant
  package let fin: Instant
  package let origine: Origine

  package init(debut: Instant, fin: Instant, origine: Origine) {
    self.debut = debut
    self.fin = fin
    self.origine = origine
  }

  /// `mardi 24/11/2026, de 13:30 à 17:00`.
  package func phrase(_ fuseau: Fuseau) -> String {
    guard debut < fin else { return fuseau.phrase(debut) }
    return "\(fuseau.date(of: debut).avecJour), de \(fuseau.heure(debut)) à \(fuseau.heure(fin))"
  }
}
