import Guichet
import GuichetControl

/// The words for what comes over the socket as codes; a code that this version does not know is shown as it is.
enum Libelles {
  static func etat(_ code: String) -> String { Etat.libelle(code) }

  /// Why a demande is à orienter.
  static func raison(_ code: String) -> String { RaisonAOrienter.libelle(code) }

  /// The same, with the département to whose Caf the family is to be sent, by its code, and the marks that tell more of it.
  static func raison(_ code: String?, departement: String?, marques: [String] = []) -> String? {
    code.map { code in
      RaisonAOrienter(rawValue: code)?.libelle(
        departement: departement, marques: marques.compactMap(Marque.init(rawValue:))) ?? code
    }
  }

  /// A role in the office.
  static func role(_ code: String) -> String {
    switch code {
    case "dpo": "délégué à la protection des données"
    case "controleur": "contrôleur"
    default: code
    }
  }

  /// The same at the head of a narrow column.
  static func roleCourt(_ code: String) -> String {
    switch code {
    case "observateur": "obs."
    case "conseiller": "cons."
    case "superviseur": "sup."
    case "controleur": "contr."
    case "administrateur": "adm."
    default: code
    }
  }

  /// Why a demande stays although its place goes elsewhere.
  static func reste(_ code: String) -> String {
    switch code {
    case "verrou": "reste : décision d’une personne"
    case "avancee": "reste : déjà avancée"
    case "proposition": "reste : routage proposé, sans réponse"
    case "transfertAbandonne": "reste : transfert prévu abandonné"
    default: code
    }
  }

  /// Why a demande goes although it would otherwise stay.
  static func motif(_ code: String) -> String {
    switch code {
    case "linfRetire": "suit : son LINF est retiré"
    case "transfertPrevu": "suit : transfert prévu"
    case "verrouLeve": "suit : son verrou est levé"
    default: code
    }
  }

  /// Communes as a person reads them, and to whom each would go: `Capinghem (59128), Lille → rpe-lille`.
  static func candidats(_ candidats: [Wire.Candidat]) -> String {
    candidats.map { candidat in
      candidat.linf.map { "\(candidat.nom) → \($0)" } ?? "\(candidat.nom) (\(candidat.codeInsee))"
    }.joined(separator: ", ")
  }

  /// The same as they stand in one field of a CSV: `59128 Capinghem, 59350 Lille → rpe-lille`.
  static func candidatsCSV(_ candidats: [Wire.Candidat]) -> String {
    candidats.map { candidat in
      "\(candidat.codeInsee) \(candidat.nom)" + (candidat.linf.map { " → \($0)" } ?? "")
    }.joined(separator: ", ")
  }

  /// The marks of a demande, without the one that its reason tells already.
  static func marques(of demande: Wire.Demande) -> [String] {
    demande.marques.filter { $0 != Marque.linfRetire.rawValue || demande.raison == nil }.map(Marque.libelle)
  }

  static func marques(_ codes: [String]) -> String {
    codes.map(Marque.libelle).joined(separator: ", ")
  }
}
