extension NatureFait {
  /// The natures that change nothing of a line of a bilan, wherever a demande stands: a year's figures are read without
  /// them. A third of a year's facts are alerts and reminders.
  package static let horsDesBilans: [NatureFait] = [
    .escalade, .rappelRendezVous, .prise, .laissee, .saisie, .note, .silence, .echeanceFixee, .transfertPrevu,
    .transfertAbandonne,
  ]
}
