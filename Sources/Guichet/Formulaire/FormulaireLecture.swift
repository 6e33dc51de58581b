package import StrictJSON

/// A recorded form that cannot be read back: damaged, or written by a newer program.
package struct FormulaireIllisible: Error, Hashable, Sendable {
  /// Where, as a JSON Pointer.
  package let chemin: String

  package init(chemin: String) {
    self.chemin = chemin
  }

  /// One French sentence.
  package var message: String {
    "Un formulaire enregistré est illisible (\(chemin.isEmpty ? "document" : chemin)) ; "
      + "lancez « guichetctl journal verifier »."
  }
}

extension Formulaire {
  /// Reads back what `write(to:)` wrote. Rules are not applied again: they may have changed since.
  package init(recorded json: JSON) throws(FormulaireIllisible) {
    let fiche = FicheEnregistree(json, "")
    guard json["version"]?.int == Self.version else { throw FormulaireIllisible(chemin: "/version") }
    guard let reference = try fiche.texte("reference"), let demandeur = try fiche.fiche("demandeur") else {
      throw FormulaireIllisible(chemin: json["reference"] == nil ? "/reference" : "/demandeur")
    }
    self.init(
      reference: reference, deposeeLe: try fiche.lu("deposeeLe") { Instant(rfc3339: $0) },
      origine: try fiche.lu("origine", Origine.init(rawValue:)), demandeur: try Demandeur(demandeur),
      enfants: try fiche.liste("enfants", Enfant.init), besoin: try fiche.fiche("besoin").map(Besoin.init) ?? Besoin(),
      message: try fiche.texte("message"))
  }
}

extension Demandeur {
  fileprivate init(_ fiche: FicheEnregistree) throws(FormulaireIllisible) {
    self.init(
      civilite: try fiche.lu("civilite", Civilite.init(rawValue:)), nom: try fiche.texte("nom"),
      prenom: try fiche.texte("prenom"), telephone: try fiche.fiche("telephone").map(Telephone.init),
      courriel: try fiche.texte("courriel"), adresse: try fiche.fiche("adresse").map(Adresse.init),
      rappel: try fiche.fiche("rappel").map(Rappel.init), langue: try fiche.texte("langue"),
      autreParent: try fiche.fiche("autreParent").map(AutreParent.init))
  }
}

extension AutreParent {
  fileprivate init(_ fiche: FicheEnregistree) throws(FormulaireIllisible) {
    self.init(
      civilite: try fiche.lu("civilite", Civilite.init(rawValue:)), nom: try fiche.texte("nom"),
      prenom: try fiche.texte("prenom"), telephone: try fiche.fiche("telephone").map(Telephone.init),
      courriel: try fiche.texte("courriel"))
  }
}

extension Telephone {
  init(_ fiche: FicheEnregistree) throws(FormulaireIllisible) {
    self.init(e164: try fiche.texte("e164"), saisi: try fiche.requis("saisi") { $0 })
  }
}

extension Adresse {
  init(_ fiche: FicheEnregistree) throws(FormulaireIllisible) {
    self.init(
      voie: try fiche.texte("voie"), codePostal: try fiche.texte("codePostal"), commune: try fiche.texte("commune"),
      codeInsee: try fiche.texte("codeInsee"))
  }
}

extension Rappel {
  fileprivate init(_ fiche: FicheEnregistree) throws(FormulaireIllisible) {
    self.init(
      canal: try fiche.lu("canal", Canal.init(rawValue:)),
      creneaux: try fiche.liste("creneaux") { (creneau) throws(FormulaireIllisible) in
        Creneau(
          jour: try creneau.lu("jour", JourDeSemaine.init(rawValue:)),
          moment: try creneau.lu("moment", Moment.init(rawValue:))
        )
      })
  }
}

extension Enfant {
  init(_ fiche: FicheEnregistree) throws(FormulaireIllisible) {
    let naissance = try fiche.date("naissance").map(Etape.naissance)
    let prevue = try fiche.date("naissancePrevue").map(Etape.naissancePrevue)
    let adoption = try fiche.date("adoptionPrevue").map(Etape.adoptionPrevue)
    self.init(prenom: try fiche.texte("prenom"), etape: naissance ?? prevue ?? adoption)
  }
}

extension Besoin {
  fileprivate init(_ fiche: FicheEnregistree) throws(FormulaireIllisible) {
    self.init(
      lieu: try fiche.fiche("lieu").map(Adresse.init), debut: try fiche.date("debut"), fin: try fiche.date("fin"),
      frequence: try fiche.lu("frequence", Frequence.init(rawValue:)),
      modes: try fiche.codes("modes", Mode.init(rawValue:)),
      semaine: try fiche.liste("semaine") { (plage) throws(FormulaireIllisible) in
        Plage(
          jour: try plage.requis("jour", JourDeSemaine.init(rawValue:)), de: try plage.requis("de", Plage.minutes),
          a: try plage.requis("a", Plage.minutes))
      },
      horairesAtypiques: try fiche.ouiNon("horairesAtypiques"), besoinSpecifique: try fiche.ouiNon("besoinSpecifique"),
      insertionProfessionnelle: try fiche.ouiNon("insertionProfessionnelle"))
  }
}
