package import StrictJSON

extension Wire {
  /// A child of a demande, and where the search for it stands.
  package struct EnfantSuivi: WireObject {
    /// From 1, in the order of the demande.
    package let rang: Int
    package let prenom: String?
    /// ISO days, of which one at most is there.
    package let naissance: String?
    package let naissancePrevue: String?
    package let adoptionPrevue: String?
    /// A code.
    package let etat: String
    /// Nothing more is to be found out of it.
    package let regle: Bool
    /// Its expected coming has passed, and nobody has said whether it came.
    package let aConfirmer: Bool
    /// All that was entered of it, in that order.
    package let issues: [IssueEnfant]

    package init(
      rang: Int, prenom: String? = nil, naissance: String? = nil, naissancePrevue: String? = nil,
      adoptionPrevue: String? = nil, etat: String, regle: Bool, aConfirmer: Bool, issues: [IssueEnfant]
    ) {
      self.rang = rang
      self.prenom = prenom
      self.naissance = naissance
      self.naissancePrevue = naissancePrevue
      self.adoptionPrevue = adoptionPrevue
      self.etat = etat
      self.regle = regle
      self.aConfirmer = aConfirmer
      self.issues = issues
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      rang = try reader.int("rang")
      prenom = try reader.optionalString("prenom")
      naissance = try reader.optionalString("naissance")
      naissancePrevue = try reader.optionalString("naissancePrevue")
      adoptionPrevue = try reader.optionalString("adoptionPrevue")
      etat = try reader.string("etat")
      regle = try reader.bool("regle")
      aConfirmer = try reader.bool("aConfirmer")
      issues = try reader.objects("issues")
    }

    package var json: JSONValue {
      [
        "rang": .count(rang),
        "prenom": .text(prenom),
        "naissance": .text(naissance),
        "naissancePrevue": .text(naissancePrevue),
        "adoptionPrevue": .text(adoptionPrevue),
        "etat": .string(etat),
        "regle": .bool(regle),
        "aConfirmer": .bool(aConfirmer),
        "issues": .list(issues),
      ]
    }
  }
}
