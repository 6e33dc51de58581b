import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging

/// The nightly maintenance: removes what is past keeping, and checks the newest backup, never the live file.
///
/// What cannot be told from something that somebody still needs stays: an original whose demande the register does not
/// know, a refused file that it does not know, a file that could not be moved.
struct Maintenance: Sendable {
  let office: Office
  let backups: BackupDesk
  /// Without it only what would be done is told.
  let executer: Bool

  /// Days that files taken by whom they were for are kept.
  private static let taken = 30

  private(set) var taches: [Wire.TacheEntretien] = []
  private(set) var fautes: [String] = []

  init(office: Office, backups: BackupDesk, executer: Bool) {
    self.office = office
    self.backups = backups
    self.executer = executer
  }

  /// Each thing is done whatever became of the others.
  mutating func run(_ tell: @Sendable (BackupDesk.Etape) -> Void) async {
    tell(.entretien)
    let now = office.clock.now()
    let today = office.today(now)
    let rgpd = office.configuration.rgpd
    await attempt { try await $0.removeOriginals(before: today.advanced(byDays: -rgpd.brut), jours: rgpd.brut) }
    await attempt { try $0.removeAsides(before: today.advanced(byDays: -rgpd.brut), jours: rgpd.brut) }
    await attempt { try await $0.removeRejets(before: today.advanced(byDays: -rgpd.rejets), rgpd.rejets, now) }
    let limit = now.advanced(bySeconds: -Int64(Self.taken) * 86_400)
    await attempt {
      try $0.removeTaken(
        [TakenFiles(courriel: $0.office.configuration.chemins.courriel)], limit, "courriels", "courriels partis")
    }
    await attempt {
      try $0.removeTaken(
        try TakenFiles.ofAll(sorties: $0.office.configuration.chemins.sorties), limit, "sorties",
        "fichiers pris par les LINF")
    }
    await attempt { try await $0.removeAccesses(today, now) }
    await attempt { try await $0.tellPastKeeping(now, rgpd.conservation) }
    tell(.controle)
    await attempt { try await $0.checkBackup(tell) }
    await attempt { try await $0.finishErasing() }
    await attempt { try await $0.tidyRegister() }
    office.logger.notice(
      "entretien",
      metadata: [
        "execute": "\(executer)", "fautes": "\(fautes.count)",
        "taches": "\(taches.map { "\($0.code)=\($0.nombre)" }.joined(separator: ","))",
      ])
    for fault in fautes { office.logger.error("entretien : \(fault)") }
  }

  private mutating func attempt(_ work: (inout Maintenance) async throws -> Void) async {
    do {
      try await work(&self)
    } catch let error as RegisterError {
      fautes.append(error.message)
    } catch let error as SystemError {
      fautes.append(error.message)
    } catch let error as ControlError {
      if case .sansObjet(_, let message) = error { fautes.append(message) } else { fautes.append(error.name) }
    } catch {
      fautes.append("Une erreur imprévue est survenue (\(type(of: error))).")
    }
  }

  private mutating func note(_ code: String, _ count: Int, _ what: String, done: String = "ôtés") {
    let verb = executer ? done : "à ôter"
    taches.append(
      Wire.TacheEntretien(
        code: code, nombre: count, phrase: count == 0 ? "\(what) : rien à ôter." : "\(what) : \(count) \(verb)."))
  }

  private mutating func removeOriginals(before day: DateCivile, jours: Int) async throws {
    let old = try office.spool.originaux().filter { $0.day < day }
    let known = try await office.register.connus(old.map(\.numero))
    let gone = old.filter { known.contains($0.numero) }
    if executer {
      for original in gone { try office.spool.remove(original) }
      try office.spool.removeEmptyDays(before: day)
    }
    note("originaux", gone.count, "Originaux de plus de \(jours) jours")
    let strangers = old.count - gone.count
    if strangers > 0 {
      fautes.append(
        "\(strangers) originaux de « \(office.spool.places.recus) » sont de demandes que le registre ne connaît pas : ils "
          + "sont gardés ; une restauration incomplète les laisse ainsi.")
    }
  }

  /// The registers that restores set aside: all that they hold that is past keeping elsewhere is in them still.
  private mutating func removeAsides(before day: DateCivile, jours: Int) throws {
    let place = try RegisterPlace(office.configuration.chemins.registre)
    let gone = try place.asides(before: day, office.fuseau)
    if executer { for aside in gone { try place.removeAside(aside) } }
    note("registres", gone.count, "Registres mis de côté par une restauration depuis plus de \(jours) jours")
  }

  private mutating func removeRejets(before day: DateCivile, _ jours: Int, _ now: Instant) async throws {
    let known = try await office.register.rejetIds()
    let gone = try office.spool.rejections(before: day).filter { known[$0] != nil }
    if executer, !gone.isEmpty {
      try await office.register.expirerRejets(gone, now: now)
      for id in gone { try office.spool.expire(id) }
    }
    note("rejets", gone.count, "Fichiers refusés depuis plus de \(jours) jours")
  }

  private mutating func removeTaken(
    _ folders: [TakenFiles], _ limit: Instant, _ code: String, _ what: String
  ) throws {
    var count = 0
    for folder in folders {
      do throws(SystemError) {
        let names = try folder.names(before: limit)
        if executer { try folder.remove(names) }
        count += names.count
      } catch {
        // One LINF's folder holds up no other's.
        fautes.append(error.message)
      }
    }
    note(code, count, "\(what.prefix(1).uppercased() + what.dropFirst()) depuis plus de \(Self.taken) jours")
  }

  /// Copies of what was erased since the last night go from the register's file.
  private mutating func finishErasing() async throws {
    let count = office.register.head.effacements.incomplets
    guard count > 0 else { return }
    var isClean = false
    if executer {
      let effacements = EffacementDesk(office)
      try await effacements.retirerOriginaux()
      isClean = try await effacements.nettoyer()
      if !isClean {
        fautes.append(
          "Des copies de familles effacées restent dans le fichier du registre, que quelqu’un lit ; relancez l’entretien."
        )
      }
    }
    taches.append(
      Wire.TacheEntretien(
        code: "effacements", nombre: 0,
        phrase:
          "Copies de \(count == 1 ? "1 demande effacée" : "\(count) demandes effacées"), dans le fichier du registre : \(isClean ? "ôtées" : "à ôter")."
      ))
  }

  private mutating func removeAccesses(_ today: DateCivile, _ now: Instant) async throws {
    let fuseau = office.fuseau
    let limit = fuseau.start(of: ConservationDesAcces.premierJourGarde(le: today))
    let count =
      if executer {
        try await office.register.oterConsultations(avant: limit, now: now) { instant in
          fuseau.start(of: ConservationDesAcces.moisSuivant(de: fuseau.date(of: instant)))
        }
      } else {
        try await office.register.consultationsAOter(avant: limit)
      }
    note(
      "consultations", count, "Consultations de données personnelles, de plus de \(ConservationDesAcces.mois) mois",
      done: "ôtées")
  }

  /// What has passed its time is told, and not erased: a clock that is set wrong for one night would erase all families.
  private mutating func tellPastKeeping(_ now: Instant, _ mois: Int) async throws {
    let count = try await ConservationDesk(office: office, effacements: EffacementDesk(office))
      .echues(at: now, mois: mois).demandes.count
    guard count > 0 else { return }
    taches.append(
      Wire.TacheEntretien(
        code: "conservation", nombre: 0,
        phrase:
          "Demandes gardées plus de \(mois) mois après le dernier contact : \(count), que « guichetctl rgpd purger » "
          + "montre et efface."))
  }

  private mutating func checkBackup(_ tell: @Sendable (BackupDesk.Etape) -> Void) async throws {
    let verified = try await backups.verifier(nil, tell)
    let (found, faults) = (verified.trouvee, verified.fautes)
    let name = found.nom.fichier
    taches.append(
      Wire.TacheEntretien(
        code: "sauvegarde", nombre: 0,
        phrase: "Dernière sauvegarde, \(name) : "
          + (faults.isEmpty ? "intacte." : found.valeur == .sansManifeste ? "sans manifeste." : "fautive.")))
    fautes += faults.map { "\(name) : \($0)" }
    let days = office.today(office.clock.now()).daysSince1970 - office.today(found.nom.instant).daysSince1970
    if days > 1 { fautes.append("La dernière sauvegarde, \(name), a \(days) jours ; voyez guichet-sauvegarde.timer.") }
  }

  private mutating func tidyRegister() async throws {
    guard executer else {
      taches.append(
        Wire.TacheEntretien(code: "registre", nombre: 0, phrase: "Registre : index et fichier WAL à ranger."))
      return
    }
    let isEmptied = try await office.register.entretenir()
    taches.append(
      Wire.TacheEntretien(
        code: "registre", nombre: 0,
        phrase: isEmptied
          ? "Registre : index et fichier WAL rangés."
          : "Registre : index rangés ; le fichier WAL le sera quand personne ne lira."))
  }
}
