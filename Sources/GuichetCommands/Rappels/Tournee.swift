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
  }

  private let demon: () throws(CommandFailure) -> Daemon
  private let linf: String?
  private(set) var famille: Famille?
  private(set) var attente = Attente.touche
  /// What was just done or refused, sentences.
  private(set) var messages: [String] = []
  private(set) var montreAide = false
  private(set) var estFinie = false
  /// How many contacts were entered and not taken back.
  private(set) var notes = 0
  private(set) var liste = ListRappels.Reply(numeros: [], plusTard: 0, enMain: 0)
  /// Whom to call next is known; false where the daemon could not be asked.
  private(set) var estLue = false
  /// At which half-days families answer; nil where too little is known.
  private(set) var meilleures: String?
  /// A note to go with the next result.
  private(set) var note: String?
  private var dernier: (numero: String, sequence: Int)?
  /// Seen in this round, whether something was entered or not.
  private var vues: Set<String> = []
  private var prisLe = ContinuousClock.now

  /// A lease is for a quarter of an hour; who is at the keyboard keeps it.
  private static let prolonge = Duration.seconds(300)

  init(linf: String?, _ demon: @escaping () throws(CommandFailure) -> Daemon) throws(CommandFailure) {
    self.linf = linf
    self.demon = demon
    meilleures =
      DemiJourneesPresentees(
        reply: try demon().call(ShowJoignabilite.self, .init(linf: linf))
      ).meilleures
    try suivante()
  }

  var reste: Int { liste.numeros.count { !vues.contains($0) } + (famille == nil ? 0 : 1) }

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
      try relire(famille, after: error)
      return
    }
    dernier = (famille.numero, reply.sequence)
    notes += 1
    note = nil
    let done = ContactAjoute(reply: reply)
    messages = [done.fait + " u pour annuler."] + done.suite + reply.joindre.conseils
    self.famille = nil
    try suivante()
  }

  /// Whether what was sent arrived is seen in the history: it is not entered twice, nor taken for entered.
  private mutating func relire(_ avant: Famille, after failure: CommandFailure) throws(CommandFailure) {
    let known = avant.fiche.joindre?.contacts.last?.sequence ?? 0
    let fresh = try demon().call(ShowDemande.self, .init(numero: avant.numero))
    famille = Famille(demande: fresh.demande, fiche: fresh.fiche)
    guard let last = fresh.fiche.joindre?.contacts.last, last.sequence > known else { throw failure }
    dernier = (avant.numero, last.sequence)
    notes += 1
    note = nil
    messages = ["La réponse du démon s’est perdue, mais le contact est noté. u pour annuler."]
    famille = nil
    try suivante()
  }

  private mutating func annuler() throws(CommandFailure) {
    guard let dernier else {
      messages = ["Rien n’a été noté que vous puissiez annuler."]
      return
    }
    _ = try demon().call(CancelContact.self, .init(numero: dernier.numero, sequence: dernier.sequence))
    self.dernier = nil
    notes -= 1
    if let famille {
      laisser(famille)
      vues.remove(famille.numero)
    }
    famille = nil
    messages = ["\(dernier.numero) : contact annulé."]
    try prendre(dernier.numero)
    if famille == nil { try suivante() }
  }

  // MARK: Families

  /// The next one that nobody has taken or called meanwhile: the list is asked for anew each time.
  private mutating func suivante() throws(CommandFailure) {
    famille = nil
    estLue = false
    liste = try demon().call(ListRappels.self, .init(linf: linf))
    while famille == nil, let next = liste.numeros.first(where: { !vues.contains($0) }) { try prendre(next) }
    estLue = true
  }

  /// Those that were passed come again.
  private mutating func relire() throws(CommandFailure) {
    vues = []
    try suivante()
  }

  private mutating func prendre(_ numero: String) throws(CommandFailure) {
    let results = try demon().call(TakeDemandes.self, .init(numeros: [numero])).resultats
    vues.insert(numero)
    guard let result = results.first, result.fait else { return }
    prisLe = .now
    let reply = try demon().call(ShowDemande.self, .init(numero: numero))
    famille = Famille(demande: reply.demande, fiche: reply.fiche)
  }

  /// Where it cannot be prolonged, whoever takes the demande meanwhile is named when something is entered.
  private mutating func prolonger() {
    guard let famille, prisLe.advanced(by: Self.prolonge) < .now else { return }
    prisLe = .now
    do throws(CommandFailure) {
      _ = try demon().call(TakeDemandes.self, .init(numeros: [famille.numero]))
    } catch {
      // No key waits for that: the person can still leave while the daemon is away.
    }
  }

  /// What cannot be let go lapses by itself.
  private mutating func laisser(_ famille: Famille) {
    do throws(CommandFailure) {
      _ = try demon().call(ReleaseDemandes.self, .init(numeros: [famille.numero]))
    } catch {
      messages = ["\(famille.numero) : \(error.message) Elle reste en main un quart d’heure au plus."]
    }
  }

  /// Ends the round: the family on the screen is free for others.
  mutating func finir() {
    if let famille { laisser(famille) }
    famille = nil
    estFinie = true
  }
}
