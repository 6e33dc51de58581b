extension Demande {
  /// The état that its facts put it in, whatever it was: what is undone puts it back by itself.
  var etatDeSesFaits: Etat {
    if cloture != nil { return .close }
    if linf == nil { return .aOrienter }
    if rendezVousPrevu != nil { return .rendezVous }
    if informeeLe != nil { return .enSuivi }
    return .aContacter
  }
}
