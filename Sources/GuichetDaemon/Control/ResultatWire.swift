import Guichet
import GuichetControl
import GuichetRegister

/// What an act came to, in words for who did it.
extension Wire.ResultatActe {
  /// - Parameter logins: of the agents who have demandes in hand, by id.
  init(_ numero: String, refuse refusal: ActeRefuse, _ office: Office, _ logins: [Int64: String]) {
    var message = refusal.message
    if let prise = refusal.prise, let login = logins[prise.agent] {
      message = Prise.phrase(login: login, heure: office.heure(prise.jusqua))
    }
    self.init(numero: numero, fait: false, code: refusal.code.rawValue, message: message, linf: nil, etat: nil)
  }

  init(_ fait: ActeFait, _ office: Office) {
    let demande = fait.demande
    let referentiel = office.desk.version.routeur.referentiel
    let name = demande.linf.map { referentiel?.linf($0)?.designation ?? $0 }
    let message: String =
      switch fait.evenements.first(where: { [.rouverte, .defusionnee].contains($0.nature) }) ?? fait.evenements.last {
      case .attribuee:
        "\(demande.attributions.last.map { $0.de == $0.vers } == true ? "Gardée" : "Attribuée") à \(name ?? "") ; "
          + "aucune règle ne l’en déplacera."
      case .declinee:
        "Déclinée ; elle est à orienter"
          + (demande.marques.contains(.tableAVerifier) ? ", et la table est à vérifier." : ".")
      case .routee(let routee) where routee.cause == .acceptation:
        "Routage accepté : elle est à \(name ?? "orienter")."
      case .routee:
        name.map { "Rendue aux règles, qui l’envoient à \($0)." } ?? "Rendue aux règles ; elle est à orienter."
      case .prise(let prise):
        "En main jusqu’à \(office.heure(prise.jusqua))."
      case nil where demande.prise != nil:
        "Déjà en main jusqu’à \(demande.prise.map { office.heure($0.jusqua) } ?? "")."
      case .laissee:
        "Laissée : elle n’est plus en main."
      case .cloture(let cloture): "Close : \(cloture.motif.libelle)."
      case .motifCorrige(let cloture): "Motif de clôture corrigé : \(cloture.motif.libelle)."
      case .rouverte: ["Rouverte.", office.aFaire(demande)].compactMap(\.self).joined(separator: " ")
      case .fusionnee(let fusionnee): "Fusionnée dans la demande \(fusionnee.dans.texte), qui reste pour les deux."
      case .defusionnee: ["Fusion défaite.", office.aFaire(demande)].compactMap(\.self).joined(separator: " ")
      case .echeanceFixee(let fixee):
        [fixee.le == nil ? "Échéance rendue à la règle." : "Échéance fixée.", office.aFaire(demande)]
          .compactMap(\.self).joined(separator: " ")
      case .suspendue: office.aFaire(demande) ?? "Délai suspendu."
      case .reprise: ["Délai repris.", office.aFaire(demande)].compactMap(\.self).joined(separator: " ")
      case .note: "Noté."
      case .silence: "La famille ne sera plus relancée."
      default: "Fait."
      }
    self.init(
      numero: demande.numero.texte, fait: true, code: nil, message: message, linf: demande.linf,
      etat: demande.etat.rawValue)
  }
}

extension Office {
  /// `10:15` on the Caf's clocks.
  func heure(_ instant: Instant) -> String { String(fuseau.rfc3339(instant).dropFirst(11).prefix(5)) }
}
