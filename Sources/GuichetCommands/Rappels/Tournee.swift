import Guichet
import GuichetControl

/// A round of calls: which family is next, what was entered, and what a key does.
///
/// Whatever was entered is with the daemon before the next family comes up, so that nothing is lost however the round
/// ends.
struct Tournee {
  /// What the keyboard is asked for.
  enum Attente {
    case touche
    case themes(LigneTapee)
    case quand(LigneTapee)
    case note(LigneTapee)
    case creneau(CreneauxProposes)
  }

  let demon: () throws(CommandFailure) -> Daemon
  let linf: String?
  var famille: Famille?
  var attente = Attente.touche
  /// What was just done or refused, sentences.
  var messages: [String] = []
  private(set) var montreAide = false
  private(set) var estFinie = false
  /// How many contacts were entered and not taken back.
  var notes = 0
  var liste = ListRappels.Reply(numeros: [], plusTard: 0, enMain: 0)
  /// Whom to call next is known; false where the daemon could not be asked.
  var estLue = false
  /// At which half-days families answer; nil where too little is known.
  private(set) var meilleures: String?
  /// A note to go with the next result.
  private(set) var note: String?
  var dernier: Saisie?
  /// Had in hand in this round, whether something was entered or not.
  var vues: Set<String> = []
  /// What is left of the list.
  var file: ArraySlice<String> = []
  var lueLe: ContinuousClock.Instant?
  /// Nobody of the list has come up yet.
  var estFraiche = false
  var prisLe = ContinuousClock.now

  /// A lease is for a quarter of an hour; who is at the keyboard keeps it.
  static let prolonge = Duration.seconds(300)

  init(linf: String?, _ demon: @escaping () throws(CommandFailure) -> Daemon) throws(CommandFailure) {
    self.linf = linf
    self.demon = demon
    meilleures =
      DemiJourneesPresentees(
        reply: try demon().call(ShowJoignabilite.self, .init(linf: linf))
      ).meilleures
    try suivante()
  }

  var reste: Int { file.count { !vues.contains($0) } + (famille == nil ? 0 : 1) }

  // MARK: Keys

  mutating func taper(_ octets: [UInt8]) {
    // An arrow or another key of several bytes means nothing here.
    guard octets.first != 0x1B || octets.count == 1 else { return }
    for octet in octets where !estFinie {
      do throws(CommandFailure) {
        prolonger()
        try taper(octet)
      } catch {
        // Beside what was entered before it failed.
        messages += [error.message, error.remede].compactMap(\.self)
      }
    }
  }

  private mutating func taper(_ octet: UInt8) throws(CommandFailure) {
    switch attente {
    case .touche: try touche(octet)
    case .themes(var ligne):
      let suite = ligne.taper(octet)
      attente = .themes(ligne)
      try lue(suite) { (tournee) throws(CommandFailure) in try tournee.joindre(ligne.texte) }
    case .quand(var ligne):
      let suite = ligne.taper(octet)
      attente = .quand(ligne)
      try lue(suite) { (tournee) throws(CommandFailure) in try tournee.rappeler(ligne.texte) }
    case .note(var ligne):
      let suite = ligne.taper(octet)
      attente = .note(ligne)
      try lue(suite) { (tournee) throws(CommandFailure) in
        tournee.note = ligne.texte.isBlank ? nil : ligne.texte
        tournee.attente = .touche
      }
    case .creneau(let proposes): try choisir(octet, proposes)
    }
  }

  private mutating func lue(
    _ suite: LigneTapee.Suite, _ done: (inout Tournee) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    switch suite {
    case .encore: return
    case .abandon: attente = .touche
    case .finie: try done(&self)
    }
  }

  private mutating func touche(_ octet: UInt8) throws(CommandFailure) {
    let key = String(UnicodeScalar(octet)).lowercased()
    messages = []
    montreAide = key == "?" && !montreAide
    switch (key, famille) {
    case ("q", _): finir()
    case ("u", _): try annuler()
    case ("p", nil): try relire()
    case ("p", let famille?):
      laisser(famille)
      try suivante()
    case ("j", _?): attente = .themes(LigneTapee())
    case ("r", _?): attente = .quand(LigneTapee())
    case ("n", _?): attente = .note(LigneTapee())
    case (_, _?):
      guard let resultat = Self.resultats[key] else { return }
      try noter(resultat)
    default: return
    }
  }

  static let resultats: [String: ResultatContact] = [
    "m": .messageLaisse, "s": .sansReponse, "o": .occupe, "f": .fauxNumero, "t": .tiers, "x": .refus,
  ]

  private mutating func joindre(_ typed: String) throws(CommandFailure) {
    let all = ThemeContact.allCases.map { QuestionDeSaisie.Choix($0.rawValue, $0.libelle) }
    let question = QuestionDeSaisie("themes", "", .plusieursDe(all), aide: "")
    let moments = MomentDeDepot(nil, maintenant: Instant(microseconds: 0))
    switch question.lire(typed, moments) {
    case .valeur(let codes): try noter(.joint, themes: codes.split(separator: " ").map(String.init))
    case .faute:
      messages = ["« \(typed) » : donnez des numéros de la liste, séparés d’espaces ; Entrée seule pour aucun thème."]
      attente = .themes(LigneTapee())
    }
  }

  private mutating func rappeler(_ typed: String) throws(CommandFailure) {
    // By the Caf's clock, which is the one that the family goes by.
    let etat = try demon().call(GetEtat.self, .init()).etat
    let moments = MomentDeDepot(etat.le, maintenant: Instant(microseconds: 0))
    guard let moment = MomentSaisi(typed, aujourdhui: moments.aujourdhui, maintenant: moments.maintenant) else {
      messages = ["« \(typed) » n’est ni un jour ni un instant : écrivez demain 10:00, lundi 14h, 25/11/2026 10:00."]
      attente = .quand(LigneTapee())
      return
    }
    try noter(.aRappeler, aRappelerLe: moment.texte)
  }

  // MARK: Entries

  private mutating func noter(
    _ resultat: ResultatContact, themes: [String] = [], aRappelerLe: String? = nil
  ) throws(CommandFailure) {
    guard let famille else { return }
    attente = .touche
    let parameters = AddContact.Parameters(
      numero: famille.numero, resultat: resultat.rawValue, themes: themes.isEmpty ? nil : themes, note: note,
      aRappelerLe: aRappelerLe, numeroAppele: famille.aComposer?.e164)
    let reply: AddContact.Reply
    do throws(CommandFailure) {
      reply = try demon().call(AddContact.self, parameters)
    } catch {
      guard error.status == .unreachable else { throw error }
      try retrouver(famille, after: error)
      return
    }
    dernier = Saisie(numero: famille.numero, sequence: reply.sequence)
    notes += 1
    note = nil
    let done = ContactAjoute(reply: reply)
    messages = [done.fait + " u pour annuler."] + done.suite + reply.joindre.conseils
    self.famille = nil
    if resultat == .joint, proposer(famille, reply) { return }
    try suivante()
  }

  /// Whether what was sent arrived is seen in the history: it is not entered twice, nor taken for entered.
  private mutating func retrouver(_ avant: Famille, after failure: CommandFailure) throws(CommandFailure) {
    let known = avant.fiche.joindre?.contacts.last?.sequence ?? 0
    let fresh = try demon().call(ShowDemande.self, .init(numero: avant.numero))
    famille = Famille(demande: fresh.demande, fiche: fresh.fiche, pour: avant.pour)
    guard let last = fresh.fiche.joindre?.contacts.last, last.sequence > known else { throw failure }
    dernier = Saisie(numero: avant.numero, sequence: last.sequence)
    notes += 1
    note = nil
    messages = ["La réponse du démon s’est perdue, mais le contact est noté. u pour annuler."]
    famille = nil
    try suivante()
  }

  /// Ends the round: the family on the screen is free for others.
  mutating func finir() {
    if let famille { laisser(famille) }
    famille = nil
    estFinie = true
  }
}
