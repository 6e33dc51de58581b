import StrictJSON

extension Examinateur {
  mutating func besoin(_ racine: inout LecteurObjet) -> Besoin {
    let before = recueil.nombreAnomalies
    guard var objet = racine.objet(.besoin, &recueil) else {
      if recueil.nombreAnomalies == before {
        recueil.manque(racine.chemin("besoin"), rang: racine.rang, "Le besoin manque : donnez au moins son début.")
      }
      return Besoin()
    }
    var besoin = Besoin()
    besoin.lieu = adresse(&objet, .lieu)
    besoin.debut = debut(&objet)
    besoin.fin = fin(&objet, debut: besoin.debut)
    besoin.frequence = objet.code("frequence", Besoin.Frequence.self, &recueil)
    besoin.modes = modes(&objet)
    besoin.semaine = semaine(&objet)
    besoin.horairesAtypiques = objet.ouiNon("horairesAtypiques", &recueil)
    besoin.besoinSpecifique = objet.ouiNon("besoinSpecifique", &recueil)
    besoin.insertionProfessionnelle = objet.ouiNon("insertionProfessionnelle", &recueil)
    objet.signalerInconnues(&recueil)
    return besoin
  }

  private mutating func debut(_ objet: inout LecteurObjet) -> DateCivile? {
    let before = recueil.nombreAnomalies
    let debut = date(
      &objet, "debut", BornesDeDates.debut,
      avant: "Ce début est passé depuis plus d’un an ; vérifiez l’année.",
      apres: "Ce début est trop loin dans l’avenir ; vérifiez l’année.")
    if debut == nil, recueil.nombreAnomalies == before {
      recueil.manque(
        objet.chemin("debut"), rang: objet.rang, "Le début souhaité manque ; écrivez sa date, comme 2027-01-04.")
    }
    return debut
  }

  private mutating func fin(_ objet: inout LecteurObjet, debut: DateCivile?) -> DateCivile? {
    let fin = date(
      &objet, "fin", BornesDeDates.fin,
      avant: "Cette fin est passée depuis plus d’un an ; vérifiez l’année.",
      apres: "Cette fin est trop loin dans l’avenir ; vérifiez l’année.")
    if let fin, let debut, fin < debut, let value = objet.json["fin"] {
      recueil.anomalie(
        objet.chemin("fin"), value, "La fin est avant le début, le \(debut.francaise) ; vérifiez les deux.")
      return nil
    }
    return fin
  }

  private mutating func modes(_ parent: inout LecteurObjet) -> [Mode] {
    guard var liste = parent.liste(.modes, max: 24, &recueil) else { return [] }
    var modes: [Mode] = []
    modes.reserveCapacity(liste.nombre)
    while let (element, chemin) = liste.next() {
      guard let mode = LecteurObjet.code(element, at: chemin, Mode.self, &recueil) else { continue }
      if modes.contains(mode) {
        repetition(at: chemin, element)
      } else {
        modes.append(mode)
      }
    }
    return modes
  }

  private mutating func semaine(_ parent: inout LecteurObjet) -> [Plage] {
    guard var liste = parent.liste(.semaine, max: 28, &recueil) else { return [] }
    var semaine: [Plage] = []
    semaine.reserveCapacity(liste.nombre)
    while let (element, chemin) = liste.next() {
      guard let plage = plage(element, at: chemin) else { continue }
      if semaine.contains(plage) {
        repetition(at: chemin, element)
      } else {
        semaine.append(plage)
      }
    }
    return semaine
  }

  /// Hours without their day, or without one end, say nothing: a faulty plage is dropped whole.
  private mutating func plage(_ element: JSON, at chemin: Chemin) -> Plage? {
    guard element.kind == .object else {
      recueil.anomalie(chemin, element, Attendu.objet.message(pas: element))
      return nil
    }
    let before = recueil.nombreAnomalies
    var objet = LecteurObjet(element, .semaine, index: chemin.index)
    let jour = objet.code("jour", JourDeSemaine.self, &recueil)
    let de = heure(&objet, "de")
    let a = heure(&objet, "a")
    objet.signalerInconnues(&recueil)
    guard recueil.nombreAnomalies == before else { return nil }
    guard let jour, let de, let a else {
      recueil.anomalie(chemin, element, "Cette plage est incomplète ; donnez jour, de et a.")
      return nil
    }
    guard de < a else {
      recueil.anomalie(
        chemin, element,
        "Cette plage finit avant de commencer ; passé minuit, écrivez-en deux : jusqu’à 24:00, puis à partir de 00:00.")
      return nil
    }
    return Plage(jour: jour, de: de, a: a)
  }

  /// `HH:MM`, in minutes after midnight; `24:00` only ends a day.
  private mutating func heure(_ objet: inout LecteurObjet, _ cle: String) -> Int? {
    guard let value = objet.valeur(cle) else { return nil }
    guard let text = value.string else {
      recueil.anomalie(objet.chemin(cle), value, Attendu.texte.message(pas: value))
      return nil
    }
    if let minutes = Plage.minutes(text), minutes < 1440 || cle == "a" { return minutes }
    guard !LecteurObjet.isBlank(text) else { return nil }
    recueil.anomalie(objet.chemin(cle), value, "Cette heure n’existe pas ; écrivez-la comme 08:00.")
    return nil
  }
}

extension Plage {
  /// Minutes after midnight of `HH:MM`, from 00:00 to 24:00.
  static func minutes(_ text: String) -> Int? {
    guard text.utf8.count == 5 else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      func digit(_ place: Int) -> Int? { bytes[place] &- 0x30 < 10 ? Int(bytes[place] - 0x30) : nil }
      guard let tens = digit(0), let hours = digit(1), bytes[2] == UInt8(ascii: ":"), let sixth = digit(3), sixth < 6,
        let minutes = digit(4)
      else { return nil }
      let total = (tens * 10 + hours) * 60 + sixth * 10 + minutes
      return total <= 1440 ? total : nil
    }
  }

  /// `HH:MM`.
  static func texte(_ minutes: Int) -> String {
    String(unsafeUninitializedCapacity: 5) { buffer in
      func write(_ digit: Int, at place: Int) { buffer[place] = UInt8(ascii: "0") + UInt8(digit) }
      write(minutes / 600, at: 0)
      write(minutes / 60 % 10, at: 1)
      buffer[2] = UInt8(ascii: ":")
      write(minutes % 60 / 10, at: 3)
      write(minutes % 10, at: 4)
      return 5
    }
  }
}
