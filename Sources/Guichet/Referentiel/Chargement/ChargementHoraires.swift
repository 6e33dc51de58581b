// Reading when the LINF are open: `horaires.csv` and `fermetures.csv`.

extension Chargement {
  mutating func lireHoraires(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneHoraires>(fichier)
    var lignes: [Int32: [(horaire: Horaire, ligne: Int)]] = [:]
    while table.next() {
      let before = table.fautes.count
      let linf = rang(linf: table.texte(.linf), in: &table, .linf)
      let plage = plage(in: &table)
      let postes = table.entier(.postes, nature: "nombre de postes", exemple: 2, limite: 999)
      let usage = table.code(.usage, Horaire.Usage.self)
      let semaine = table.code(.semaine, Horaire.Semaine.self)
      let lieu = table.texteLibre(.lieu)
      let periode = table.periode(du: .du, au: .au)
      guard table.fautes.count == before, let linf, let plage, let periode else { continue }
      let horaire = Horaire(
        plage: plage, postes: postes ?? 1, usage: usage, semaine: semaine, lieu: lieu, periode: periode)
      for known in lignes[linf] ?? [] {
        guard let days = known.horaire.chevauche(horaire) else { continue }
        table.fault(
          .de,
          "\(fiches[Int(linf)].id) est déjà ouvert \(known.horaire.phrase) d’après la ligne \(known.ligne), "
            + "\(days.phrase) : corriger les heures ou les dates, ou retirer l’une des deux lignes.")
      }
      lignes[linf, default: []].append((horaire, table.ligne))
    }
    for (linf, rows) in lignes {
      horaires[fiches[Int(linf)].id] = rows.map(\.horaire).sorted(by: Horaire.precede)
    }
    conclure(table, .horaires)
  }

  mutating func lireFermetures(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneFermetures>(fichier)
    while table.next() {
      let before = table.fautes.count
      let linf = table.texteOuRien(.linf)
      if let linf { _ = rang(linf: linf, in: &table, .linf) }
      let suppleant = suppleant(of: linf, in: &table)
      let motif = table.texteLibre(.motif)
      for column in [ColonneFermetures.du, .au] where table.octets(column).isEmpty {
        table.fault(column, "le jour manque : une fermeture va d’un premier jour à un dernier, compris tous deux.")
      }
      guard let periode = table.periode(du: .du, au: .au), table.fautes.count == before else { continue }
      fermetures.append(Fermeture(linf: linf, periode: periode, motif: motif, suppleant: suppleant))
    }
    fermetures.sort(by: Fermeture.precede)
    conclure(table, .fermetures)
  }

  private func plage(in table: inout TableCSV<ColonneHoraires>) -> Plage? {
    let jour = jour(in: &table)
    let first = table.heure(.de, fin: false)
    let last = table.heure(.a, fin: true)
    guard let first, let last else { return nil }
    guard first < last else {
      table.fault(
        .a,
        "la fin (\(Plage.texte(last))) ne vient pas après le début (\(Plage.texte(first))) : les échanger, ou écrire deux "
          + "lignes si l’ouverture passe minuit.")
      return nil
    }
    return jour.map { Plage(jour: $0, de: first, a: last) }
  }

  /// `lundi`, `Lun.`, `LU` too: any beginning of two letters or more that is of one day only.
  private func jour(in table: inout TableCSV<ColonneHoraires>) -> JourDeSemaine? {
    let key = NomNormalise.plie(table.octets(.jour))
    let days = JourDeSemaine.allCases.filter { NomNormalise.plie($0.rawValue.utf8).starts(with: key) }
    if key.count >= 2, let day = days.first, days.count == 1 { return day }
    let text = table.texte(.jour)
    table.fault(
      .jour,
      text.isEmpty
        ? "le jour manque : écrire lundi, mardi… dimanche."
        : "« \(montre(text)) » n’est pas un jour de la semaine : écrire lundi, mardi… dimanche, un jour par ligne.")
    return nil
  }

  private func suppleant(of linf: String?, in table: inout TableCSV<ColonneFermetures>) -> String? {
    guard let id = table.texteOuRien(.suppleant), rang(linf: id, in: &table, .suppleant) != nil else { return nil }
    guard let linf else {
      table.fault(
        .suppleant,
        "tous les LINF sont fermés ces jours-là, aucun ne peut suppléer : nommer le LINF fermé, ou retirer "
          + "le suppléant.")
      return nil
    }
    guard id != linf else {
      table.fault(.suppleant, "\(id) ne peut pas se suppléer lui-même : nommer un autre LINF, ou laisser vide.")
      return nil
    }
    return id
  }
}

extension Chargement {
  /// Days on which who should stand in for a closed LINF is closed itself, so that nobody calls its families.
  func suppleantsFermes() -> [String] {
    fermetures.flatMap { closure in
      guard let linf = closure.linf, let suppleant = closure.suppleant else { return [String]() }
      return fermetures.filter { $0.linf == suppleant }.compactMap { other in
        closure.periode.commune(avec: other.periode).map { days in
          "fermetures.csv : \(suppleant), suppléant de \(linf), est fermé lui aussi \(days.phrase) : personne n’appelle "
            + "alors ses familles ; nommez un autre suppléant."
        }
      }
    }
  }
}
