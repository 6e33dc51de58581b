/// One step of the reasoning that led to a decision: a code and what it speaks of.
///
/// Steps are recorded with the decision and shown later, so codes are never renamed and keep the order of their
/// arguments. They hold what was typed for the commune, never the family's street.
package struct Etape: Hashable, Sendable {
  package enum Code: String, CaseIterable, Sendable {
    // Which place.
    case lieuDeRecherche
    case adresse
    case lieuHorsDepartement
    case lieuNonReconnu
    case aucunLieu
    // Putting the fields right.
    case champsInverses
    case codePostalDansLaCommune
    case codePostalIllisible
    case codePostalInconnu
    case codeInseeRecopie
    case codeInseeInconnu
    case codeInseeLuCommeCodePostal
    case codeInseeDisparu
    // Which commune.
    case codeInseeDesigne
    case codeInseeAncien
    case codeInseePartage
    case codeInseeTranche
    case codePostalImplique
    case codePostalEcarte
    case codeInseeContredit
    case codePostalEtNom
    case nomAncien
    case nomApproche
    case codePostalSeul
    case codePostalPartage
    case nomSeul
    case plusieursCommunes
    case nomHorsDuCodePostal
    case nomInconnu
    case lieuAbsent
    case horsDepartement
    // Which LINF.
    case candidatsDUnSeulLinf
    case regleVoie
    case regleCodePostal
    case regleCommuneAssociee
    case regleCommune
    case voieNonReconnue
    case lieuImprecis
    case sansLinf
    // Whether it may.
    case habilite
    case nonHabiliteSignale
    case nonHabiliteOriente
    case contactManquant
    case referentielAbsent
    // Codes added later.
    case partagesDUnSeulLinf
    case linfDecline
    case linfDisparu
    case codeInseeOuPostal
    case nomEcarte
  }

  package let code: Code
  package let arguments: [String]

  package init(_ code: Code, _ arguments: String...) {
    self.code = code
    self.arguments = arguments
  }

  package init(code: Code, arguments: [String]) {
    self.code = code
    self.arguments = arguments
  }
}
