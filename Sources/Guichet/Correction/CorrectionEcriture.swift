import StrictJSON

/// The recorded form of a correction: the keys of the formulaire, only those that change; null for what is emptied.
extension Correction {
  /// Into an object that is begun.
  func writeMembers(to writer: inout JSONWriter) {
    if telephone != .garde || courriel != .garde || adresse != .garde {
      writer.key("demandeur")
      writer.beginObject()
      telephone.write("telephone", to: &writer) { $0.write(to: &$1) }
      courriel.write("courriel", to: &writer) { $1.member("courriel", $0) }
      adresse.write("adresse", to: &writer) { $0.write(to: &$1, as: "adresse") }
      writer.endObject()
    }
    if !enfants.isEmpty {
      writer.key("enfants")
      writer.beginArray()
      for (rank, etape) in enfants.sorted(by: { $0.key < $1.key }) {
        writer.beginObject()
        writer.member("rang", rank)
        etape.write(to: &writer)
        writer.endObject()
      }
      writer.endArray()
    }
    if lieu != .garde || debut != .garde {
      writer.key("besoin")
      writer.beginObject()
      lieu.write("lieu", to: &writer) { $0.write(to: &$1, as: "lieu") }
      debut.write("debut", to: &writer) { $1.member("debut", $0.iso) }
      writer.endObject()
    }
  }

  /// Reads back what `writeMembers(to:)` wrote. Rules are not applied again: they may have changed since.
  init(recorded json: JSON) throws(FormulaireIllisible) {
    let racine = FicheEnregistree(json, "")
    if let demandeur = try racine.fiche("demandeur") {
      telephone = try demandeur.champ("telephone") { (fiche, key) throws(FormulaireIllisible) in
        try fiche.fiche(key).map(Telephone.init)
      }
      courriel = try demandeur.champ("courriel") { (fiche, key) throws(FormulaireIllisible) in try fiche.texte(key) }
      adresse = try demandeur.champ("adresse") { (fiche, key) throws(FormulaireIllisible) in
        try fiche.fiche(key).map(Adresse.init)
      }
    }
    if let besoin = try racine.fiche("besoin") {
      lieu = try besoin.champ("lieu") { (fiche, key) throws(FormulaireIllisible) in
        try fiche.fiche(key).map(Adresse.init)
      }
      debut = try besoin.champ("debut") { (fiche, key) throws(FormulaireIllisible) in try fiche.date(key) }
    }
    guard json["enfants"] != nil || !isEmpty else { throw FormulaireIllisible(chemin: "") }
    guard json["enfants"] != nil else { return }
    for enfant in try racine.liste("enfants", { (fiche) throws(FormulaireIllisible) in fiche }) {
      guard let rank = enfant.json["rang"]?.int, let etape = try Enfant(enfant).etape else {
        throw FormulaireIllisible(chemin: "/enfants")
      }
      enfants[rank] = etape
    }
  }
}

extension Correction.Champ {
  fileprivate func write(
    _ key: String, to writer: inout JSONWriter, _ write: (Value, inout JSONWriter) -> Void
  ) {
    switch self {
    case .garde: break
    case .devient(let value?): write(value, &writer)
    case .devient(nil):
      writer.key(key)
      writer.null()
    }
  }
}

extension FicheEnregistree {
  fileprivate func champ<Value>(
    _ key: String, _ read: (FicheEnregistree, String) throws(FormulaireIllisible) -> Value?
  ) throws(FormulaireIllisible) -> Correction.Champ<Value> {
    guard let member = json[key] else { return .garde }
    return .devient(member.isNull ? nil : try read(self, key))
  }
}
