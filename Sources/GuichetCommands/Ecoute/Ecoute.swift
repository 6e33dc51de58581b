import GuichetControl
import LinuxSystem
import VarlinkClient

/// The journal as it is written, over as many connections as it takes: a daemon that goes and comes back is resumed at
/// the last fact that was handed over, without one missing or given twice.
struct Ecoute {
  typealias Moment = ContinuousClock.Instant

  /// What has come.
  enum Nouvelle {
    case message(Subscribe.Reply)
    /// The connection is lost; why, one French sentence.
    case perdue(String)
    /// It is back, and goes on where it was lost; the message that it begins with.
    case revenue(Subscribe.Reply)
    /// The journal ends before the cursor: what comes follows its last fact, of this rank.
    case reculee(a: Int)
  }

  private enum Liaison {
    case ouverte(LiveStream<Subscribe>, depuis: Moment)
    case perdue(Reprise)
  }

  private let filtres: Subscribe.Parameters
  /// Whether a connection that ends before anything came is one to resume.
  private let insiste: Bool
  private let connecter: Connecting
  private let socket: String
  private var liaison: Liaison
  /// Whether anything has come yet: what fails before is for the person to mend.
  private var aCommence = false
  /// Since when nothing has come although it should; nil while all is well.
  private(set) var perdueDepuis: Moment?
  /// Up to where the journal was handed over; nil before the first message, unless one was given.
  private(set) var curseur: Int?

  /// A stream tells something at least every 30 s; one that is silent for so long is dead.
  private static let silence = Duration.seconds(45)

  /// Connects.
  /// - Parameter insiste: the daemon is known to be there: what ends before anything came is no failure yet.
  /// - Throws: when the daemon cannot be reached. That it refuses is told by the first `avancer`.
  init(_ filtres: Subscribe.Parameters, _ contexte: Contexte, socket: String, insiste: Bool = false)
    throws(CommandFailure)
  {
    self.filtres = filtres
    self.socket = socket
    self.insiste = insiste
    connecter = contexte.connecter
    curseur = filtres.afterSequence
    do {
      liaison = .ouverte(try Self.ouvrir(filtres, curseur, connecter, socket), depuis: .now)
    } catch {
      throw CommandFailure(error, socket: socket)
    }
  }

  /// What to wait for; nil while there is no connection.
  var waitable: UnixConnection? {
    if case .ouverte(let stream, _) = liaison { stream.waitable } else { nil }
  }

  /// When there is something to do even if nothing has come.
  var echeance: Moment {
    switch liaison {
    case .ouverte(_, let depuis): depuis.advanced(by: Self.silence)
    case .perdue(let reprise): reprise.prochaine
    }
  }

  /// Takes what has come, and connects again when it is time to; never waits for the daemon.
  /// - Throws: what no other try would change.
  mutating func avancer(_ now: Moment) throws(CommandFailure) -> Nouvelle? {
    switch liaison {
    case .ouverte(let stream, let depuis): return try lire(stream, depuis, now)
    case .perdue(let reprise):
      guard reprise.prochaine <= now else { return nil }
      reconnecter(reprise, now)
      return nil
    }
  }

  private mutating func lire(
    _ stream: LiveStream<Subscribe>, _ depuis: Moment, _ now: Moment
  ) throws(CommandFailure) -> Nouvelle? {
    switch try stream.next() {
    case .reply(let reply):
      liaison = .ouverte(stream, depuis: now)
      curseur = reply.sequence
      aCommence = true
      guard perdueDepuis != nil else { return .message(reply) }
      perdueDepuis = nil
      return .revenue(reply)
    case .nothing:
      return depuis.advanced(by: Self.silence) <= now ? perdre("guichetd ne donne plus signe de vie.", now) : nil
    case .end: return perdre("guichetd s’arrête.", now)
    case .failed(let failure): return try echec(failure, now)
    }
  }

  private mutating func echec(_ failure: VarlinkFailure, _ now: Moment) throws(CommandFailure) -> Nouvelle? {
    let fault = CommandFailure(failure, socket: socket)
    switch failure {
    case .lost, .timedOut, .unreachable:
      guard aCommence || insiste else { throw fault }
      return perdre("La connexion à guichetd est perdue.", now)
    case .malformed: throw fault
    case .refused(let error):
      guard aCommence else { throw fault }
      switch ControlError(answered: error) {
      case .curseurInconnu(_, let tete):
        curseur = tete
        // There is a daemon: what it refused was the cursor.
        liaison = .perdue(Reprise(le: now))
        perdueDepuis = perdueDepuis ?? now
        return .reculee(a: tete)
      // Nothing is lost by it: what follows the cursor is read again.
      case .lectureTropLente: return perdre("La lecture a pris du retard sur guichetd, qui l’a coupée.", now)
      case .indisponible, .demarrageRefuse: return perdre(fault.message, now)
      default: throw fault
      }
    }
  }

  /// Told once, however often it is lost again before anything comes.
  private mutating func perdre(_ raison: String, _ now: Moment) -> Nouvelle? {
    liaison = .perdue(Reprise(apres: now))
    guard perdueDepuis == nil else { return nil }
    perdueDepuis = now
    return .perdue(raison)
  }

  private mutating func reconnecter(_ reprise: Reprise, _ now: Moment) {
    do {
      liaison = .ouverte(try Self.ouvrir(filtres, curseur, connecter, socket), depuis: now)
    } catch {
      // Nobody there yet, or somebody who hangs up: that is what trying again is for.
      var reprise = reprise
      reprise.manquee(now)
      liaison = .perdue(reprise)
    }
  }

  private static func ouvrir(
    _ filtres: Subscribe.Parameters, _ curseur: Int?, _ connecter: Connecting, _ socket: String
  ) throws(VarlinkFailure) -> LiveStream<Subscribe> {
    let parameters = Subscribe.Parameters(
      afterSequence: curseur, numero: filtres.numero, linf: filtres.linf, natures: filtres.natures,
      etat: filtres.etat)
    return try LiveStream(Subscribe.self, parameters, connecter, socket: socket)
  }
}

extension ControlError {
  /// An error that was answered; nil for one that is not understood.
  init?(answered error: VarlinkError) {
    do {
      guard let known = try ControlError(name: error.name, parameters: error.parameters) else { return nil }
      self = known
    } catch {
      return nil
    }
  }
}
