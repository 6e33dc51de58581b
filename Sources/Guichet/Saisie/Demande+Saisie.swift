extension Demande {
  /// Notes that a person of the office typed it in, once.
  package func noterSaisie(_ origine: Origine) -> [Evenement] {
    estSaisie || etat == .close ? [] : [.saisie(Saisie(origine: origine))]
  }
}

extension Origine {
  /// The ways by which a person of the office may enter a demande: on monenfant.fr families file by themselves.
  package static let saisissables: [Origine] = [.guichet, .telephone, .courrier, .partenaire]
}
