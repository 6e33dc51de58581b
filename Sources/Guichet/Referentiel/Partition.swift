/// Whether exactly one LINF holds every commune of the département on every day from a first one on.
package struct Partition: Hashable, Sendable {
  private let departement: String
  private let communes: Int
  private let jour: DateCivile
  /// What nobody holds, by commune, then day.
  package let lacunes: [Lacune]

  init(_ referentiel: Referentiel, aPartirDu jour: DateCivile) {
    departement = referentiel.departement
    communes = referentiel.communesCount
    self.jour = jour
    lacunes = referentiel.lacunes(aPartirDu: jour)
  }

  package var estComplete: Bool { lacunes.isEmpty }

  /// The closing statement, French sentences.
  package var phrases: [String] {
    let place = "Les \(communes) communes du département \(departement)"
    guard !estComplete else {
      return ["\(place) ont chacune un seul LINF, chaque jour à partir du \(jour.francaise)."]
    }
    return ["\(place) ne sont pas toutes tenues chaque jour à partir du \(jour.francaise) :"] + lacunes.map(\.phrase)
  }
}

extension Referentiel {
  /// Whether the communes of the département are partitioned between the LINF from this day on.
  package func partition(aPartirDu jour: DateCivile) -> Partition {
    Partition(self, aPartirDu: jour)
  }
}
