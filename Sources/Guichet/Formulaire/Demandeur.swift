/// The parent who asks, and how to reach them.
package struct Demandeur: Hashable, Sendable {
  package var civilite: Civilite?
  package var nom: String?
  package var prenom: String?
  /// Present as soon as something was typed; usable only where it has its `e164`.
  package var telephone: Telephone?
  package var courriel: String?
  package var adresse: Adresse?
  package var rappel: Rappel?
  /// The language to speak with the family, a code or a name, as written.
  package var langue: String?
  package var autreParent: AutreParent?

  package init(
    civilite: Civilite? = nil, nom: String? = nil, prenom: String? = nil, telephone: Telephone? = nil,
    courriel: String? = nil, adresse: Adresse? = nil, rappel: Rappel? = nil, langue: String? = nil,
    autreParent: AutreParent? = nil
  ) {
    self.civilite = civilite
    self.nom = nom
    self.prenom = prenom
    self.telephone = telephone
    self.courriel = courriel
    self.adresse = adresse
    self.rappel = rappel
    self.langue = langue
    self.autreParent = autreParent
  }
}

package enum Civilite: String, CaseIterable, Sendable {
  case madame = "MME"
  case monsieur = "M"
}

/// The other parent, when the form names one. A person of their own: never merged with the demandeur, and not a way to
/// reach them.
package struct AutreParent: Hashable, Sendable {
  package var civilite: Civilite?
  package var nom: String?
  package var prenom: String?
  package var telephone: Telephone?
  package var courriel: String?

  package init(
    civilite: Civilite? = nil, nom: String? = nil, prenom: String? = nil, telephone: Telephone? = nil,
    courriel: String? = nil
  ) {
    self.civilite = civilite
    self.nom = nom
    self.prenom = prenom
    self.telephone = telephone
    self.courriel = courriel
  }

  package var isEmpty: Bool { self == AutreParent() }
}
