import Guichet
import GuichetRegister
import GuichetTestSupport

/// A register on a file of the test's own.
struct TestRegister {
  let root: TemporaryRoot
  let register: Register

  init() throws {
    root = try TemporaryRoot()
    register = try Register(path: "\(root.path)/guichet.sqlite")
  }

  var path: String { "\(root.path)/guichet.sqlite" }
}

/// Receptions as the intake hands them over.
enum Receptions {
  static let now = Instant(microseconds: 1_795_418_100_000_000)
  static let jour = DateCivile(daysSince1970: 20_780)

  static func one(
    _ reference: String, content: UInt8 = 0, linf: String? = "rpe-lille", urgente: Bool = false,
    jour: DateCivile = jour,
    origine: Origine? = .monenfantFr, issue: Decision.Issue? = nil, nom: String = "Martin", prenom: String = "Élodie",
    rappel: Rappel? = nil, courriel: String? = nil, recueLe: Instant = now
  ) -> PreparedReception {
    var besoin = Besoin()
    besoin.frequence = urgente ? .urgence : .regulier
    var demandeur = Demandeur(nom: nom, prenom: prenom)
    demandeur.telephone = Telephone(e164: "+33639981234", saisi: "06 39 98 12 34")
    demandeur.rappel = rappel
    demandeur.courriel = courriel
    let formulaire = Formulaire(reference: reference, origine: origine, demandeur: demandeur, besoin: besoin)
    let empreinte = [UInt8](repeating: content, count: 32).hexadecimal
    let issue: Decision.Issue =
      issue ?? linf.map { .linf($0, regle: .commune) } ?? .aOrienter(.sansLinf, candidats: [], departement: nil)
    return PreparedReception(
      Reception(
        recue: Recue(formulaire: formulaire, anomalies: [], avertissements: [], empreinte: empreinte),
        routee: Routee(
          decision: Decision(issue: issue, codeInsee: "59350", lieu: .adresse, jour: jour, etapes: [Etape(.adresse)]),
          version: 0),
        recueLe: recueLe, jour: jour))
  }

  static func many(_ count: Int, from first: Int = 1) -> [PreparedReception] {
    (first..<first + count).map { one("MEF-\($0)", content: UInt8($0 % 251)) }
  }
}
