/// Whether the communes of the département are partitioned between the LINF, day by day, from a day on.
///
/// That no place has two is known beforehand, for such a référentiel is refused; what is looked at here is that none is
/// without.
package struct Partition: Hashable, Sendable {
  /// A commune of which several LINF hold a part on some day.
  package struct CommunePartagee: Hashable, Sendable {
    package let codeInsee: String
    package let nom: String
    /// Ids, in their order.
    package let linf: [String]
    /// What tells the parts from one another, most precise first.
    package let precisions: [Regle]
  }

  package let departement: String
  /// The first day looked at.
  package let jour: DateCivile
  /// How many communes the official list has for the département.
  package let communes: Int
  /// The later days on which some rattachement begins or has just ended: between two of them nothing changes, so that
  /// these and the first day stand for all.
  package let joursDeChangement: [DateCivile]
  package let lacunes: [Lacune]
  /// In the order of codes: their families must give what tells the parts from one another.
  package let partagees: [CommunePartagee]

  package var estComplete: Bool { lacunes.isEmpty }

  /// The closing statement, in one sentence.
  package var enonce: String {
    let days =
      switch joursDeChangement.count {
      case 0: "aucun changement n’est à venir"
      case 1: "1 jour de changement examiné"
      case let count: "\(count) jours de changement examinés"
      }
    let name = Departement.nom(departement).map { "\(departement) (\($0))" } ?? departement
    let since = "Du \(jour.francaise) sans limite de date"
    if estComplete {
      return "\(since), chacune des \(communes) communes du département \(name) est tenue par exactement un LINF, en "
        + "tout lieu et chaque jour : \(days)."
    }
    let holes = Set(lacunes.map(\.codeInsee)).count
    return "\(since), \(holes) des \(communes) communes du département \(name) \(holes > 1 ? "ne sont" : "n’est") pas "
      + "\(holes > 1 ? "tenues" : "tenue") en tout lieu et chaque jour (\(lacunes.count) "
      + "\(lacunes.count > 1 ? "lacunes" : "lacune")) : \(days)."
  }

  /// The statement, and what goes with it: each gap, that no place has two LINF, which communes are shared. Long lists
  /// are cut and counted; all of it is in the properties.
  package var phrases: [String] {
    var phrases = [enonce]
    let shown = 20
    phrases += lacunes.prefix(shown).map { "Personne ne tient \($0.phrase)." }
    if lacunes.count > shown {
      let more = lacunes.count - shown
      phrases.append(more == 1 ? "Et 1 autre lacune." : "Et \(more) autres lacunes.")
    }
    phrases.append(
      "Aucun lieu n’est tenu par deux LINF le même jour à précision égale : un tel référentiel est refusé.")
    if !partagees.isEmpty {
      phrases.append(
        "Communes partagées entre plusieurs LINF (\(partagees.count)) : \(enumeration(partagees.map(Self.phrase))) ; "
          + "leurs familles doivent préciser leur lieu.")
    }
    return phrases
  }

  /// `Lille (59350), par voie et code postal`.
  private static func phrase(_ commune: CommunePartagee) -> String {
    let words = commune.precisions.compactMap { rule -> String? in
      switch rule {
      case .voie: "voie"
      case .codePostal: "code postal"
      case .communeAssociee: "commune associée ou déléguée"
      case .commune, .candidats: nil
      }
    }
    return "\(commune.nom) (\(commune.codeInsee), par \(enumeration(words)))"
  }
}

extension Referentiel {
  /// Looks at every commune of the département on this day and on every later one on which a rattachement changes.
  package func partition(aPartirDu jour: DateCivile) -> Partition {
    let first = Int32(jour.daysSince1970)
    let shared = table.communes.indices
      .filter { table.communes[$0].departement == table.departement }
      .sorted { table.communes[$0].code < table.communes[$1].code }
      .compactMap { partagee(Int32($0), first) }
    return Partition(
      departement: departement, jour: jour, communes: communesCount,
      joursDeChangement: table.changements.jours(apres: first).map { DateCivile(daysSince1970: Int($0)) },
      lacunes: lacunes(aPartirDu: jour), partagees: shared)
  }

  /// Nil when on each day from the first on one LINF at most holds something of the commune.
  private func partagee(_ commune: Int32, _ first: Int32) -> Partition.CommunePartagee? {
    let rows = table.rattachements(commune: commune)
    guard Set(rows.map(\.linf)).count > 1 else { return nil }
    var days: Set<Int32> = [first]
    for row in rows {
      if let begin = row.periode.bornes.debut, begin > first { days.insert(begin) }
    }
    var holders: Set<Int32> = []
    var rules: Set<Regle> = []
    for day in days {
      let there = rows.filter { $0.periode.contient(jourDepuis1970: day) }
      let linf = Set(there.map(\.linf))
      guard linf.count > 1 else { continue }
      holders.formUnion(linf)
      rules.formUnion(there.map(\.regle))
    }
    guard !holders.isEmpty else { return nil }
    return Partition.CommunePartagee(
      codeInsee: table.communes[Int(commune)].code.texte, nom: table.communes[Int(commune)].nom,
      linf: holders.map { table.linf[Int($0)].id }.sorted(),
      precisions: rules.subtracting([.commune]).sorted { $0.precision < $1.precision })
  }
}
