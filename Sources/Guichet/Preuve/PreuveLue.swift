package import StrictJSON

/// A document that is not a preuve as this program writes it.
package struct PreuveIllisible: Error, Hashable, Sendable {
  /// Where, as a JSON Pointer.
  package let chemin: String

  /// One French sentence.
  package var message: String {
    "Ce document n’est pas une preuve que ce programme sait lire (\(chemin.isEmpty ? "à la racine" : chemin))."
  }
}

extension Preuve {
  /// Reads back what `json` wrote.
  package init(_ json: JSON) throws(PreuveIllisible) {
    let root = Lecture(json, "")
    guard try root["preuve"].entier == Self.version else { throw PreuveIllisible(chemin: "/preuve") }
    guard let arreteAu = Instant(rfc3339: try root["arreteAu"].texte) else {
      throw PreuveIllisible(chemin: "/arreteAu")
    }
    self.init(
      annee: try root["annee"].entier, linf: try root["linf"].texte, nom: try root["nom"].texte, arreteAu: arreteAu,
      jour: try root["jour"].jour, seq: Int64(try root["sequence"].entier), chaine: try root["chaine"].texte,
      referentiel: try root["referentiel"].entier, delais: try root["delais"].texte,
      illisibles: try root["illisibles"].elements { (item) throws(PreuveIllisible) in try item.numero },
      points: try root["points"].elements { (item) throws(PreuveIllisible) in try PointDePreuve(item) },
      pieces: try root["pieces"].elements { (item) throws(PreuveIllisible) in try Piece(item, root) },
      demandes: try root["demandes"].citees)
  }
}

/// One value of the document and where it stands.
private struct Lecture {
  let json: JSON
  let chemin: String

  init(_ json: JSON, _ chemin: String) {
    self.json = json
    self.chemin = chemin
  }

  var fault: PreuveIllisible { PreuveIllisible(chemin: chemin) }

  subscript(_ key: String) -> Lecture {
    get throws(PreuveIllisible) {
      guard let found = json[key] else { throw PreuveIllisible(chemin: "\(chemin)/\(key)") }
      return Lecture(found, "\(chemin)/\(key)")
    }
  }

  var texte: String {
    get throws(PreuveIllisible) {
      guard let text = json.string else { throw fault }
      return text
    }
  }

  var entier: Int {
    get throws(PreuveIllisible) {
      guard let int = json.int else { throw fault }
      return int
    }
  }

  var entierOuRien: Int? {
    get throws(PreuveIllisible) { json.isNull ? nil : try entier }
  }

  var jour: DateCivile {
    get throws(PreuveIllisible) {
      guard let day = DateCivile(iso: try texte) else { throw fault }
      return day
    }
  }

  var numero: Numero {
    get throws(PreuveIllisible) {
      let text = try texte
      guard let numero = Numero(texte: text, anneeCourante: 1), numero.texte == text else { throw fault }
      return numero
    }
  }

  func code<Code: RawRepresentable<String>>(_ type: Code.Type) throws(PreuveIllisible) -> Code {
    guard let code = Code(rawValue: try texte) else { throw fault }
    return code
  }

  func elements<Value>(
    _ read: (Lecture) throws(PreuveIllisible) -> Value
  ) throws(PreuveIllisible) -> [Value] {
    guard json.kind == .array else { throw fault }
    var values: [Value] = []
    for (rank, element) in json.elements.enumerated() { values.append(try read(Lecture(element, "\(chemin)/\(rank)"))) }
    return values
  }

  func membres<Value>(
    _ read: (String, Lecture) throws(PreuveIllisible) -> Value
  ) throws(PreuveIllisible) -> [Value] {
    guard json.kind == .object else { throw fault }
    var values: [Value] = []
    for (key, value) in json.members { values.append(try read(key, Lecture(value, "\(chemin)/\(key)"))) }
    return values
  }

  var citees: [Preuve.DemandeCitee] {
    get throws(PreuveIllisible) {
      try elements { (item) throws(PreuveIllisible) in
        Preuve.DemandeCitee(numero: try item["numero"].numero, suite: try item["suite"].code(SuiteDonnee.self))
      }
    }
  }

  var chiffres: [PointDePreuve.Chiffre] {
    get throws(PreuveIllisible) {
      try membres { (code, item) throws(PreuveIllisible) in
        PointDePreuve.Chiffre(code: code, valeur: try item.entierOuRien)
      }
    }
  }
}

extension Preuve.Piece {
  fileprivate init(_ item: Lecture, _ root: Lecture) throws(PreuveIllisible) {
    self.init(
      seq: Int64(try item["sequence"].entier),
      fait: PieceAjoutee(
        linf: try root["linf"].texte, annee: try root["annee"].entier,
        genre: try item["type"].code(PieceAjoutee.Genre.self), date: try item["date"].jour, nom: try item["nom"].texte,
        empreinte: try item["sha256"].texte, taille: try item["taille"].entier))
  }
}

extension PointDePreuve {
  fileprivate init(_ item: Lecture) throws(PreuveIllisible) {
    self.init(
      try item["code"].code(CodeDePoint.self),
      ConstatMotive(try item["constat"].code(ConstatDePreuve.self), try item["raison"].texte))
    chiffres = try item["chiffres"].chiffres
    repartitions = try item["repartitions"].membres { (code, parts) throws(PreuveIllisible) in
      guard let code = CodeDeRepartition(rawValue: code) else { throw parts.fault }
      return Repartition(code: code, parts: try parts.chiffres)
    }
    delais = try item["delais"].elements { (delai) throws(PreuveIllisible) in
      Delai(
        degre: try delai["degre"].code(Reponse.Degre.self), depuis: try delai["depuis"].code(Delai.Depart.self),
        nombre: try delai["nombre"].entier, aTemps: try delai["aTemps"].entier,
        ouvertMediane: try delai["ouvertMediane"].entierOuRien, ouvertMoyenne: try delai["ouvertMoyenne"].entierOuRien,
        calendaireMediane: try delai["calendaireMediane"].entierOuRien,
        calendaireMoyenne: try delai["calendaireMoyenne"].entierOuRien)
    }
    periodes = try item["periodes"].elements { (periode) throws(PreuveIllisible) in
      let held = try periode["tenu"]
      guard let isHeld = held.json.bool else { throw held.fault }
      return PeriodeDeDroit(
        genre: try periode["droit"].code(Habilitation.Genre.self), du: try periode["du"].jour,
        au: try periode["au"].jour, estTenu: isHeld)
    }
    lacunes = try item["lacunes"].elements { (lacune) throws(PreuveIllisible) in
      Lacune(
        du: try lacune["du"].jour, au: try lacune["au"].jour, manque: try lacune["manque"].code(ManqueDeDroit.self),
        demandes: try lacune["demandes"].citees)
    }
    listes = try item["listes"].membres { (code, list) throws(PreuveIllisible) in
      guard let code = CodeDeListe(rawValue: code) else { throw list.fault }
      return Liste(code: code, demandes: try list.citees)
    }
  }
}
