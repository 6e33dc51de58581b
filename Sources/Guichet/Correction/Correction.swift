/// What a person changes in a family's form. What the form said before stays in the journal.
package struct Correction: Hashable, Sendable {
  /// One field of the form.
  package enum Champ<Value: Hashable & Sendable>: Hashable, Sendable {
    case garde
    /// Takes this value; nil empties the field.
    case devient(Value?)
  }

  package var telephone = Champ<Telephone>.garde
  package var courriel = Champ<String>.garde
  package var adresse = Champ<Adresse>.garde
  /// Where care is looked for.
  package var lieu = Champ<Adresse>.garde
  /// The wished start.
  package var debut = Champ<DateCivile>.garde
  /// The date of each child, by its rank from 1.
  package var enfants: [Int: Enfant.Etape] = [:]

  package init() {}

  package var isEmpty: Bool { self == Correction() }

  /// The form as it reads from then on.
  package func applied(to formulaire: Formulaire) -> Formulaire {
    var formulaire = formulaire
    telephone.apply(to: &formulaire.demandeur.telephone)
    courriel.apply(to: &formulaire.demandeur.courriel)
    adresse.apply(to: &formulaire.demandeur.adresse)
    lieu.apply(to: &formulaire.besoin.lieu)
    debut.apply(to: &formulaire.besoin.debut)
    for (rank, etape) in enfants where formulaire.enfants.indices.contains(rank - 1) {
      formulaire.enfants[rank - 1].etape = etape
    }
    return formulaire
  }

  /// Without what the form says already.
  package func reduced(to formulaire: Formulaire) -> Correction {
    var reduced = Correction()
    reduced.telephone = telephone.reduced(to: formulaire.demandeur.telephone)
    reduced.courriel = courriel.reduced(to: formulaire.demandeur.courriel)
    reduced.adresse = adresse.reduced(to: formulaire.demandeur.adresse)
    reduced.lieu = lieu.reduced(to: formulaire.besoin.lieu)
    reduced.debut = debut.reduced(to: formulaire.besoin.debut)
    reduced.enfants = enfants.filter { rank, etape in
      formulaire.enfants.indices.contains(rank - 1) && formulaire.enfants[rank - 1].etape != etape
    }
    return reduced
  }

  /// What changes, as JSON Pointers (RFC 6901) into the form.
  package var champs: [String] {
    var champs: [String] = []
    func add<Value>(_ champ: Champ<Value>, _ emplacement: Emplacement, _ cle: String? = nil) {
      if champ != .garde { champs.append(Chemin(emplacement, cle: cle).pointeur) }
    }
    add(telephone, .demandeur, "telephone")
    add(courriel, .demandeur, "courriel")
    add(adresse, .adresse)
    champs += enfants.keys.sorted().map { Chemin(.enfants, index: $0 - 1).pointeur }
    add(lieu, .lieu)
    add(debut, .besoin, "debut")
    return champs
  }
}

extension Correction.Champ {
  fileprivate func apply(to field: inout Value?) {
    if case .devient(let value) = self { field = value }
  }

  fileprivate func reduced(to field: Value?) -> Self { self == .devient(field) ? .garde : self }
}
