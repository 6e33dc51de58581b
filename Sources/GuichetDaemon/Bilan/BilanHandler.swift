import Guichet
import GuichetControl
import Varlink

/// A year's figures.
enum BilanHandler {
  static func show(_ request: ControlRequest, _ parameters: ShowBilan.Parameters) async throws -> ShowBilan.Reply {
    let office = request.office
    let jour = try arret(parameters.arreteAu, office)
    guard (1...9999).contains(parameters.annee), parameters.annee <= office.today(office.clock.now()).annee else {
      throw ControlError.parametreInvalide(
        parametre: "annee",
        message: "\(parameters.annee) n’est pas une année passée ou en cours ; donnez par exemple "
          + "\(office.today(office.clock.now()).annee).")
    }
    let (perimetre, nom) = try request.perimetre(
      linf: parameters.linf, commune: parameters.commune, epci: parameters.epci)
    let calcul = try await request.desk.bilans.calcul(annee: parameters.annee, arreteAu: jour)
    return ShowBilan.Reply(bilan: Wire.Bilan(calcul.bilan(perimetre, nom: nom), office.fuseau))
  }

  /// The last day that counts.
  static func arret(_ text: String?, _ office: Office) throws -> DateCivile? {
    guard let text else { return nil }
    guard let day = DateCivile(iso: text) ?? DateCivile(francaise: text) else {
      throw ControlError.parametreInvalide(
        parametre: "arreteAu", message: "« \(text) » n’est pas un jour du calendrier ; écrivez 2026-12-31.")
    }
    return day
  }
}

extension ControlRequest {
  /// Of what the caller asks figures, with its name.
  ///
  /// - Throws: `ControlError` where it may not, or where there is no such thing.
  func perimetre(linf: String?, commune: String?, epci: String?) throws -> (Perimetre, nom: String) {
    let roles = desk.roles.roles(of: call.peer)
    let seesAll = sight == .all || roles.contains(.controleur)
    let referentiel = office.desk.version.routeur.referentiel
    guard [linf, commune, epci].count(where: { $0 != nil }) <= 1 else {
      throw ControlError.parametreInvalide(
        parametre: "linf", message: "Un bilan est d’un LINF, d’une commune ou d’un EPCI ; donnez-en un seul.")
    }
    if !seesAll, commune != nil || epci != nil {
      throw ControlError.sansObjet(
        parametre: commune == nil ? "epci" : "commune",
        message: "Le bilan d’une commune ou d’un EPCI est pour qui voit toute la Caf ; demandez celui de votre LINF.")
    }
    if let commune {
      _ = try referentiel?.nomVerifie(commune: commune)
      guard let found = referentiel?.perimetre(commune: commune) else {
        throw ControlError.sansObjet(
          parametre: "commune", message: "« \(commune) » ne mène à aucune commune actuelle, ou à plusieurs.")
      }
      return found
    }
    if let epci {
      guard let found = referentiel?.perimetre(epci: epci) else {
        throw ControlError.sansObjet(
          parametre: "epci",
          message: "« \(epci) » n’est ni le SIREN ni le nom d’un EPCI du département dans epci.csv.")
      }
      return found
    }
    guard let id = try linf ?? onlyLinf(seesAll) else {
      let name = office.configuration.caf.nom
      return (.caf, name.isEmpty ? "Caf du département \(referentiel?.departement ?? "")" : name)
    }
    // One that the caller does not see is answered like one that is not there.
    guard let found = referentiel?.linf(id), seesAll || sight.includes(linf: id) else {
      throw ControlError.linfInconnu(id, parmi: seesAll ? referentiel : nil)
    }
    return (.linf(id), found.nom)
  }

  /// The only LINF of a caller who does not see all; nil for one who does.
  private func onlyLinf(_ seesAll: Bool) throws -> String? {
    guard !seesAll, case .linf(let own) = sight else { return nil }
    guard let only = own.first, own.count == 1 else {
      throw ControlError.parametreInvalide(
        parametre: "linf",
        message: "Vous agissez pour plusieurs LINF (\(own.sorted().joined(separator: ", "))) ; dites lequel.")
    }
    return only
  }
}

extension Wire.Bilan {
  init(_ bilan: Bilan, _ fuseau: Fuseau) {
    self.init(
      annee: bilan.annee, genre: bilan.perimetre.genre.rawValue, code: bilan.perimetre.code, nom: bilan.nom,
      arreteAu: fuseau.rfc3339(bilan.arreteAu), sequence: Int(bilan.seq), objectif: bilan.objectif,
      illisibles: bilan.illisibles,
      chiffres: bilan.chiffres.map {
        Chiffre(code: $0.code.rawValue, libelle: $0.code.libelle, unite: $0.code.unite.rawValue, valeur: $0.valeur)
      },
      tableaux: bilan.tableaux.map { tableau in
        Tableau(
          code: tableau.code.rawValue, libelle: tableau.code.libelle,
          colonnes: tableau.colonnes.map { Intitule(code: $0.code, libelle: $0.libelle) },
          lignes: tableau.lignes.map {
            Ligne(code: $0.intitule.code, libelle: $0.intitule.libelle, valeurs: $0.valeurs)
          })
      })
  }
}
