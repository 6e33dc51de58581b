// Reading INSEE's file of official changes of communes.

enum ColonneMouvements: Int, ColonneCSV {
  case genre, date, typeAvant, codeAvant, nomAvant, typeApres, codeApres

  var noms: [String] {
    switch self {
    case .genre: ["MOD"]
    case .date: ["DATE_EFF"]
    case .typeAvant: ["TYPECOM_AV"]
    case .codeAvant: ["COM_AV"]
    case .nomAvant: ["LIBELLE_AV"]
    case .typeApres: ["TYPECOM_AP"]
    case .codeApres: ["COM_AP"]
    }
  }

  var isRequired: Bool { true }
}

extension Chargement {
  /// After `communes.csv`, before the files that may name former codes.
  mutating func lireMouvements(_ fichier: FichierReferentiel) {
    var table = TableCSV<ColonneMouvements>(fichier)
    var mouvements: [Mouvement] = []
    // The file goes by date: a day is read once for all its lines.
    var lastDay: (octets: ArraySlice<UInt8>, jour: Int32)?
    while table.next() {
      let before = table.fautes.count
      let genre = genre(in: &table)
      if lastDay?.octets != table.octets(.date) {
        lastDay = table.jourDEffet().map { (table.octets(.date), $0) }
      }
      let avant = table.etat(.typeAvant, .codeAvant, orNone: genre == .creation)
      let apres = table.etat(.typeApres, .codeApres, orNone: genre == .suppression)
      if avant != nil, table.octets(.nomAvant).isEmpty {
        table.fault(.nomAvant, "le nom de la commune manque : reprendre le fichier de l’INSEE.")
      }
      guard table.fautes.count == before, let genre, let jour = lastDay?.jour else { continue }
      mouvements.append(
        Mouvement(
          evenement: Mouvement.Evenement(genre: genre, jour: jour), avant: avant, nomAvant: table.texte(.nomAvant),
          apres: apres))
    }
    conclure(table, .mouvements)
    territoire.suivre(Mouvements(mouvements))
  }

  private func genre(in table: inout TableCSV<ColonneMouvements>) -> Mouvement.Genre? {
    let text = table.texte(.genre)
    if let genre = UInt8(text).flatMap(Mouvement.Genre.init(rawValue:)) { return genre }
    let known = Mouvement.Genre.allCases.map { String($0.rawValue) }.joined(separator: ", ")
    table.fault(
      .genre,
      "« \(montre(text)) » n’est pas un type d’événement connu (\(known)) : reprendre le fichier de l’INSEE.")
    return nil
  }
}

extension TableCSV<ColonneMouvements> {
  /// Days since 1970.
  fileprivate mutating func jourDEffet() -> Int32? {
    let text = texte(.date)
    if let day = DateCivile(iso: text) ?? DateCivile(francaise: text) { return Int32(day.daysSince1970) }
    fault(
      .date,
      "« \(montre(text)) » n’est pas un jour du calendrier : l’écrire AAAA-MM-JJ, ou reprendre le fichier de l’INSEE.")
    return nil
  }

  /// - Parameter orNone: both columns may be empty.
  fileprivate mutating func etat(
    _ type: ColonneMouvements, _ code: ColonneMouvements, orNone mayBeEmpty: Bool
  ) -> Mouvement.Etat? {
    if mayBeEmpty, octets(type).isEmpty, octets(code).isEmpty { return nil }
    let text = texte(type)
    let partie = SousCommune.Genre(rawValue: text)
    guard text == "COM" || partie != nil else {
      fault(
        type, "« \(montre(text)) » n’est pas un type connu (COM, COMA, COMD, ARM) : reprendre le fichier de l’INSEE.")
      return nil
    }
    return codeInsee(code).map { Mouvement.Etat(code: $0, partie: partie) }
  }
}
