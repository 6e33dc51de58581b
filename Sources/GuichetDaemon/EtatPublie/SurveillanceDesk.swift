import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging

/// Looks at what tells whether the office works. Costs two small queries by an index, and no scan.
struct SurveillanceDesk: Sendable {
  let office: Office

  /// All that was looked at, once for whoever tells of it.
  struct Releve: Sendable {
    var constats: Constats
    /// Nil where they could not be counted.
    let retards: Retards?
    /// When the last good backup was made; nil where there is none.
    let sauvegarde: Instant?
    let places: [(chemin: String, espace: Double, inodes: Double)]
  }

  func releve() async -> Releve {
    let (now, configuration) = (office.clock.now(), office.configuration)
    let intake = office.intake.snapshot
    var constats = Constats()
    constats.battement = office.battement.age
    constats.battementAuPlus = Int(configuration.surveillance.battement.components.seconds)
    constats.pause = intake.pause
    constats.depot = intake.oldest.map { Self.age($0, now) }
    constats.rejets = office.register.head.rejetsOuverts
    let calendar = office.heures.calendrier
    // Of producers alone: what the office types in says nothing of them.
    let depots = office.register.head.depots
    constats.aRecu = depots.dernier != nil
    if let last = depots.silenceDepuis,
      let end = Self.fin(configuration.surveillance.silence, from: last, calendar)
    {
      constats.silence = Self.seconds(calendar.openTime(from: last, to: now))
      constats.silenceAuPlus = Self.seconds(calendar.openTime(from: last, to: end))
    }
    let places = places(configuration)
    constats.espace = places.map { min($0.espace, $0.inodes) }.min() ?? 1
    constats.dossiers = office.sorties.fautes.count
    constats.dossierEmpeche = office.sorties.fautes.min { $0.key < $1.key }?.value
    constats.courriels = office.courriels.faute
    constats.referentielEstCharge = office.desk.version.number > 0
    constats.fichiersDEtat = office.fichiersDEtat.faute
    constats.registreDepuis = office.register.head.depuis.map { Self.age($0, now) }
    let sauvegardes = dernieresSauvegardes(configuration, &constats)
    let sauvegarde = sauvegardes.bonne?.nom.instant
    constats.sauvegarde = sauvegarde.map { Self.age($0, now) }
    constats.sauvegardeDouteuse = sauvegardes.douteuse.map {
      SauvegardeDouteuse(fichier: $0.nom.fichier, valeur: $0.valeur)
    }
    let retards = await office.retards()
    constats.retard = retards?.enRetard
    do {
      constats.aOrienter = try await office.register.premiereAOrienter().map { Self.age($0, now) }
    } catch {
      office.logger.warning("demandes à orienter non comptées", metadata: ["cause": "\(error.message)"])
    }
    return Releve(constats: constats, retards: retards, sauvegarde: sauvegarde, places: places)
  }

  /// None where their folder cannot be read, which is a fault by itself.
  private func dernieresSauvegardes(
    _ configuration: Configuration, _ constats: inout Constats
  ) -> (bonne: Sauvegardes.Trouvee?, douteuse: Sauvegardes.Trouvee?) {
    do throws(SystemError) {
      return try Sauvegardes(path: configuration.chemins.sauvegardes).dernieres()
    } catch {
      office.logger.warning("sauvegardes illisibles", metadata: ["cause": "\(error.message)"])
      constats.sauvegardesIllisibles = error.message
      return (nil, nil)
    }
  }

  /// The free share of space and of inodes of each place that must not fill up.
  private func places(_ configuration: Configuration) -> [(chemin: String, espace: Double, inodes: Double)] {
    [("depot", office.spool.places.depot), ("registre", configuration.chemins.registre.folder)].compactMap {
      name, path in
      do throws(SystemError) {
        let space = try FileSystemSpace.of(path: path)
        return (name, space.fraction, space.inodeFraction)
      } catch {
        office.logger.warning(
          "place libre illisible", metadata: ["chemin": "\(name)", "cause": "\(error.withoutPath)"])
        return nil
      }
    }
  }

  private static func age(_ instant: Instant, _ now: Instant) -> Int {
    max(0, Int((now.microseconds - instant.microseconds) / 1_000_000))
  }

  private static func seconds(_ duration: DureeOuverte) -> Int { duration.minutes * 60 }

  /// When silence from an instant becomes a fault; nil where the Caf never opens, and silence says nothing.
  private static func fin(_ delai: Delai, from start: Instant, _ calendar: CalendrierOuvert) -> Instant? {
    do throws(JamaisOuvert) {
      return switch delai {
      case .joursOuverts(let days): try calendar.adding(openDays: days, to: start)
      case .heuresOuvertes(let hours): try calendar.adding(DureeOuverte(heures: hours, minutes: 0), to: start)
      case .joursCalendaires(let days): calendar.adding(calendarDays: days, to: start)
      }
    } catch {
      return nil
    }
  }
}

extension Wire.Surveillance {
  init(_ constats: Constats) {
    let pannes = constats.pannes
    self.init(
      sante: pannes.first?.gravite.rawValue ?? "ok", battement: constats.battement, silence: constats.silence,
      silenceAuPlus: constats.silenceAuPlus, aOrienter: constats.aOrienter, depot: constats.depot,
      rejets: constats.rejets, retard: constats.retard, espace: Int(constats.espace * 100),
      sauvegarde: constats.sauvegarde,
      pannes: pannes.map {
        Wire.Panne(code: $0.code.rawValue, gravite: $0.gravite.rawValue, message: $0.message, remede: $0.remede)
      }, aRecu: constats.aRecu)
  }
}

/// Whether the office works, for a monitoring plugin.
enum SurveillanceHandler {
  static func show(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> Wire.Surveillance {
    Wire.Surveillance(await SurveillanceDesk(office: request.office).releve().constats)
  }
}
