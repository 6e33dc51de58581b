package import StrictJSON

extension Wire {
  /// What came of the search for a child, as it was entered.
  package struct IssueEnfant: WireObject {
    /// Rank among those of the demande, from 1.
    package let id: Int
    /// A code: `solution`, `attente` or `sansSolution`.
    package let issue: String
    /// Codes, as for `attente` and `raison`.
    package let mode: String?
    /// ISO day.
    package let debut: String?
    package let heuresParSemaine: Int?
    /// INSEE code.
    package let commune: String?
    package let communeNom: String?
    package let provisoire: Bool
    /// Nil where neither the family nor its form tells.
    package let souhaitee: Bool?
    package let attente: String?
    /// The day of the commission, or since when the child is on the list.
    package let le: String?
    package let raison: String?
    /// The ids of those that it takes the place of.
    package let remplace: [Int]
    package let noteeLe: String
    package let auteur: String
    /// It holds: neither taken back, nor replaced.
    package let enCours: Bool
    package let annulee: Bool

    package init(
      id: Int, issue: String, mode: String? = nil, debut: String? = nil, heuresParSemaine: Int? = nil,
      commune: String? = nil, communeNom: String? = nil, provisoire: Bool = false, souhaitee: Bool? = nil,
      attente: String? = nil, le: String? = nil, raison: String? = nil, remplace: [Int] = [], noteeLe: String,
      auteur: String, enCours: Bool, annulee: Bool
    ) {
      self.id = id
      self.issue = issue
      self.mode = mode
      self.debut = debut
      self.heuresParSemaine = heuresParSemaine
      self.commune = commune
      self.communeNom = communeNom
      self.provisoire = provisoire
      self.souhaitee = souhaitee
      self.attente = attente
      self.le = le
      self.raison = raison
      self.remplace = remplace
      self.noteeLe = noteeLe
      self.auteur = auteur
      self.enCours = enCours
      self.annulee = annulee
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      id = try reader.int("id")
      issue = try reader.string("issue")
      mode = try reader.optionalString("mode")
      debut = try reader.optionalString("debut")
      heuresParSemaine = try reader.optionalInt("heuresParSemaine")
      commune = try reader.optionalString("commune")
      communeNom = try reader.optionalString("communeNom")
      provisoire = try reader.bool("provisoire")
      souhaitee = try reader.optionalBool("souhaitee")
      attente = try reader.optionalString("attente")
      le = try reader.optionalString("le")
      raison = try reader.optionalString("raison")
      remplace = try reader.ints("remplace")
      noteeLe = try reader.string("noteeLe")
      auteur = try reader.string("auteur")
      enCours = try reader.bool("enCours")
      annulee = try reader.bool("annulee")
    }

    package var json: JSONValue {
      [
        "id": .count(id),
        "issue": .string(issue),
        "mode": .text(mode),
        "debut": .text(debut),
        "heuresParSemaine": .count(heuresParSemaine),
        "commune": .text(commune),
        "communeNom": .text(communeNom),
        "provisoire": .bool(provisoire),
        "souhaitee": .flag(souhaitee),
        "attente": .text(attente),
        "le": .text(le),
        "raison": .text(raison),
        "remplace": .list(remplace),
        "noteeLe": .string(noteeLe),
        "auteur": .string(auteur),
        "enCours": .bool(enCours),
        "annulee": .bool(annulee),
      ]
    }
  }
}
