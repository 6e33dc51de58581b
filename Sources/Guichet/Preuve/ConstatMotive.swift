/// What is said of a point, and why: the rules by which a preuve judges what it counted.
///
/// What facts settle is `etabli`; what they show to be missing is `incomplet`; what they leave open is for the Caf.
package struct ConstatMotive: Hashable, Sendable {
  package let constat: ConstatDePreuve
  /// A French sentence.
  package let raison: String

  init(_ constat: ConstatDePreuve, _ raison: String) {
    self.constat = constat
    self.raison = raison
  }

  /// - Parameters:
  ///   - jours: that are examined.
  ///   - lesDeux: those on which it had both rights.
  ///   - demandes: that were received on the others.
  package static func droits(jours: Int, lesDeux: Int, demandes: Int) -> ConstatMotive {
    guard lesDeux < jours else {
      return ConstatMotive(.etabli, "Il était référencé et habilité chacun des \(jours) jours examinés.")
    }
    let missing = jours - lesDeux
    let received =
      demandes == 0
      ? "aucune demande n’a été reçue alors"
      : "\(Self.demandes(demandes)) \(demandes == 1 ? "a été reçue" : "ont été reçues") alors"
    return ConstatMotive(
      .incomplet,
      "Il lui manque l’un des deux droits \(missing) jour\(missing == 1 ? "" : "s") sur \(jours) ; \(received).")
  }

  package static func centralisation(recues: Int, ailleurs: Int, illisibles: Int) -> ConstatMotive {
    if illisibles > 0 {
      return ConstatMotive(
        .incomplet,
        "\(Self.demandes(illisibles)) de la Caf \(illisibles == 1 ? "est illisible" : "sont illisibles") : rien ne dit "
          + "chez quel lieu d’information.")
    }
    if ailleurs > 0 {
      return ConstatMotive(
        .aApprecier,
        "\(Self.demandes(ailleurs)) de son territoire \(ailleurs == 1 ? "est" : "sont") chez un autre lieu "
          + "d’information : la Caf juge des causes.")
    }
    if recues == 0 { return ConstatMotive(.aApprecier, "Aucune demande n’est venue de son territoire.") }
    return ConstatMotive(.etabli, "Aucune demande de son territoire n’est chez un autre lieu d’information.")
  }

  /// - Parameters:
  ///   - enRetard: that wait although the échéance of their first contact has passed.
  ///   - closes: without an answer.
  ///   - dansLeDelai: that wait, and whose échéance has not passed.
  package static func reponses(recues: Int, enRetard: Int, closes: Int, dansLeDelai: Int) -> ConstatMotive {
    if enRetard + closes > 0 {
      let parts = [
        enRetard > 0 ? "\(Self.demandes(enRetard)) en attente, échéance passée" : nil,
        closes > 0 ? "\(Self.demandes(closes)) \(closes == 1 ? "close" : "closes") sans réponse" : nil,
      ]
      return ConstatMotive(.incomplet, "Il y a \(parts.compactMap(\.self).joined(separator: " et ")).")
    }
    if recues == 0 { return ConstatMotive(.aApprecier, "Il n’a aucune demande à laquelle répondre.") }
    if dansLeDelai > 0 {
      return ConstatMotive(
        .aApprecier,
        "\(Self.demandes(dansLeDelai)) \(dansLeDelai == 1 ? "attend" : "attendent") encore une réponse, sans que "
          + "l’échéance soit passée ; toutes les autres ont la leur.")
    }
    return ConstatMotive(.etabli, "Chaque demande a sa réponse.")
  }

  /// - Parameter sansIssue: demandes of which too little is known so long after the wished start.
  package static func suivi(enfants: Int, nonRegles: Int, sansIssue: Int) -> ConstatMotive {
    if enfants == 0 { return ConstatMotive(.aApprecier, "Il n’a aucun enfant à suivre.") }
    if sansIssue > 0 {
      return ConstatMotive(
        .incomplet,
        "\(Self.demandes(sansIssue)) \(sansIssue == 1 ? "est" : "sont") sans issue connue "
          + "\(CalculDePreuve.delaiDIssue) jours après le début souhaité.")
    }
    if nonRegles > 0 {
      return ConstatMotive(
        .etabli,
        "La recherche continue pour \(nonRegles) enfant\(nonRegles == 1 ? "" : "s") ; aucune demande n’est sans issue "
          + "\(CalculDePreuve.delaiDIssue) jours après le début souhaité.")
    }
    return ConstatMotive(.etabli, "L’issue est connue pour chaque enfant.")
  }

  package static func pieces(_ nombre: Int) -> ConstatMotive {
    switch nombre {
    case 0: ConstatMotive(.incomplet, "Aucune pièce n’est jointe.")
    case 1: ConstatMotive(.aApprecier, "1 pièce est jointe : la Caf juge de ce qu’elle dit.")
    default: ConstatMotive(.aApprecier, "\(nombre) pièces sont jointes : la Caf juge de ce qu’elles disent.")
    }
  }

  private static func demandes(_ count: Int) -> String { count == 1 ? "1 demande" : "\(count) demandes" }
}
