import Guichet
import GuichetControl

// A rendez-vous for the family that was just reached.

extension Tournee {
  /// What was entered last, with the rendez-vous that went with it.
  struct Saisie {
    let numero: String
    let sequence: Int
    var rendezVous: Wire.RendezVous?
  }

  /// Puts the next free slots of its LINF to a family that was reached: by phone where it has one, else on the spot.
  ///
  /// - Returns: whether there is anything to choose from; one that has a rendez-vous keeps it.
  mutating func proposer(_ famille: Famille, _ reply: AddContact.Reply) -> Bool {
    let open: [Etat] = [.aContacter, .enSuivi]
    guard reply.demande.linf != nil, open.map(\.rawValue).contains(reply.demande.etat) else { return false }
    let aUnTelephone = reply.joindre.numeros.contains { !$0.faux }
    let proposes: CreneauxProposes
    do throws(CommandFailure) {
      proposes = try creneaux(famille.numero, aUnTelephone ? .telephone : .surSite, aUnTelephone)
    } catch {
      // The contact is entered: the round goes on without.
      messages.append(error.message)
      return false
    }
    guard !proposes.creneaux.isEmpty else {
      messages.append(
        "Aucun créneau libre dans les deux semaines ; « guichetctl rendez-vous creneaux » cherche plus loin.")
      return false
    }
    attente = .creneau(proposes)
    return true
  }

  private func creneaux(
    _ numero: String, _ mode: RendezVous.Mode, _ aUnTelephone: Bool
  ) throws(CommandFailure) -> CreneauxProposes {
    var all: [Wire.Creneau] = []
    try demon().stream(ListCreneaux.self, .init(numero: numero, mode: mode.rawValue)) { all += $0.creneaux }
    return CreneauxProposes(numero: numero, mode: mode, creneaux: all, aUnTelephone: aUnTelephone)
  }

  /// One key: a digit fixes, s goes on, m meets otherwise; Enter, Escape and 0 fix nothing.
  mutating func choisir(_ octet: UInt8, _ proposes: CreneauxProposes) throws(CommandFailure) {
    let key = String(UnicodeScalar(octet)).lowercased()
    switch key {
    case "q": finir()
    case "u": try annuler()
    case "m":
      messages = []
      attente = .creneau(try creneaux(proposes.numero, proposes.modeSuivant, proposes.aUnTelephone))
    case "s":
      var next = proposes
      next.tourner()
      attente = .creneau(next)
    case "0", "\r", "\n", "\u{1B}": try suivante()
    default:
      guard let creneau = proposes.creneau(key) else { return }
      try fixer(creneau, proposes)
    }
  }

  private mutating func fixer(_ creneau: Wire.Creneau, _ proposes: CreneauxProposes) throws(CommandFailure) {
    let fixed: Wire.RendezVous
    do throws(CommandFailure) {
      fixed = try demon().call(
        BookRendezVous.self, .init(numero: proposes.numero, debut: creneau.debut, mode: proposes.mode.rawValue)
      ).rendezVous
    } catch {
      guard error.status == .unreachable else {
        // Somebody else may just have taken it: what is free now is read again.
        messages = [error.message]
        attente = .creneau(try creneaux(proposes.numero, proposes.mode, proposes.aUnTelephone))
        return
      }
      // Whether what was sent arrived is seen in the demande.
      guard let found = try prevu(proposes.numero), found.debut == creneau.debut else { throw error }
      fixed = found
    }
    dernier?.rendezVous = fixed
    messages = ["\(fixed.numero) : rendez-vous \(fixed.jour) \(fixed.heures), \(fixed.comment). u pour annuler."]
    try suivante()
  }

  private func prevu(_ numero: String) throws(CommandFailure) -> Wire.RendezVous? {
    try demon().call(ShowDemande.self, .init(numero: numero)).fiche.rendezVous?.last {
      $0.statut == RendezVous.Statut.prevu.rawValue
    }
  }

  /// Takes back what was entered last, and the rendez-vous that was fixed with it; one that was moved since stays.
  mutating func annuler() throws(CommandFailure) {
    guard let dernier else {
      messages = ["Rien n’a été noté que vous puissiez annuler."]
      return
    }
    var done = "\(dernier.numero) : contact annulé."
    if let fixed = dernier.rendezVous {
      let current = try prevu(dernier.numero)
      if current?.id == fixed.id, current?.debut == fixed.debut {
        _ = try demon().call(CancelRendezVous.self, .init(numero: dernier.numero, par: "linf"))
        done = "\(dernier.numero) : rendez-vous et contact annulés."
      } else if current != nil {
        done += " Son rendez-vous a été déplacé entre-temps : il reste."
      }
      self.dernier?.rendezVous = nil
    }
    _ = try demon().call(CancelContact.self, .init(numero: dernier.numero, sequence: dernier.sequence))
    self.dernier = nil
    oublier(done)
    try reprendre(dernier.numero)
  }
}
