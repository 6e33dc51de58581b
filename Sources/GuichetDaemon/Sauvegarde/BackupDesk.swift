import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging
import Synchronization

/// Makes backups, one at a time, and checks those that are there.
final class BackupDesk: Sendable {
  /// How far long work has come.
  enum Etape: String, Sendable {
    case copie, controle, rangement, entretien, effacement, nettoyage
  }

  /// One that was made, and what it let go.
  struct Faite: Sendable {
    let manifeste: ManifesteDeSauvegarde
    let retirees: [NomDeSauvegarde]
  }

  private let office: Office
  private let isBusy = Mutex(false)
  let dossier: Sauvegardes

  init(_ office: Office) {
    self.office = office
    dossier = Sauvegardes(path: office.configuration.chemins.sauvegardes)
  }

  /// Copies the register, checks the copy, gives it its name, and removes those past keeping.
  ///
  /// A register whose journal does not hold is backed up all the same, with what was found in the manifest; nothing is
  /// removed then, for an older backup may be the last good one.
  /// - Throws: `ControlError.sauvegardeImpossible`; no file is left then.
  func faire(_ tell: @Sendable (Etape) -> Void) async throws -> Faite {
    guard isBusy.withLock({ busy in !exchange(&busy, true) }) else {
      throw ControlError.sauvegardeImpossible(message: "Une sauvegarde est déjà en cours ; attendez qu’elle finisse.")
    }
    defer { isBusy.withLock { $0 = false } }
    do {
      return try await copier(tell)
    } catch let error as ControlError {
      office.logger.error("sauvegarde impossible", metadata: ["cause": "\(error.sentence)"])
      throw error
    } catch {
      let sentence = Self.sentence(error, dossier.path)
      office.logger.error("sauvegarde impossible", metadata: ["cause": "\(sentence)"])
      throw ControlError.sauvegardeImpossible(message: sentence)
    }
  }

  private func copier(_ tell: @Sendable (Etape) -> Void) async throws -> Faite {
    let nom = try freeName()
    let path = try dossier.commencer(nom)
    try checkSpace(try await office.register.tailleDeCopie())
    tell(.copie)
    do {
      try await office.register.copy(to: path)
      tell(.controle)
      let controle = try await CopieDuRegistre.controler(path)
      guard controle.dommages.isEmpty else {
        throw ControlError.sauvegardeImpossible(
          message: "La copie du registre est endommagée (\(controle.dommages[0])) ; vérifiez le disque.")
      }
      tell(.rangement)
      let manifeste = try await DedicatedThread.run("sauvegarde") { [dossier] () throws(SystemError) in
        let (sha256, octets) = try Sauvegardes.empreinte(path)
        let manifeste = ManifesteDeSauvegarde(
          nom: nom, version: GuichetVersion.texte, schema: controle.schema, sequence: controle.journal.entrees,
          chaine: controle.tete, demandes: controle.journal.demandes, octets: octets, sha256: sha256,
          fautes: controle.fautes)
        try dossier.finir(manifeste)
        return manifeste
      }
      return Faite(manifeste: manifeste, retirees: try settle(manifeste))
    } catch {
      try dossier.abandonner(nom)
      throw error
    }
  }

  private func settle(_ manifeste: ManifesteDeSauvegarde) throws -> [NomDeSauvegarde] {
    guard manifeste.estIntacte else {
      office.logger.error(
        "registre sauvegardé avec ses fautes", metadata: ["fautes": "\(manifeste.fautes.count)"])
      return []
    }
    let there = try dossier.lister()
    let gone = RetentionDesSauvegardes().depassees(
      bonnes: there.filter { $0.valeur == .bonne }.map(\.nom),
      fautives: there.filter { $0.valeur != .bonne }.map(\.nom), fuseau: office.fuseau
    ).filter { $0 != manifeste.nom }
    for nom in gone { try dossier.retirer(nom) }
    office.logger.notice(
      "sauvegarde faite",
      metadata: ["sequence": "\(manifeste.sequence)", "octets": "\(manifeste.octets)", "retirees": "\(gone.count)"])
    return gone
  }

  /// Two in one second, or a clock that was set back a little: the newest is still the last by its name. One that was set
  /// back by more than an hour was wrong before.
  private func freeName() throws(SystemError) -> NomDeSauvegarde {
    let there = try dossier.lister().map(\.nom)
    let taken = Set(there)
    var nom = NomDeSauvegarde(office.clock.now())
    if let newest = there.last, nom <= newest, newest.instant < nom.instant.advanced(bySeconds: 3600) { nom = newest }
    while taken.contains(nom) { nom = NomDeSauvegarde(nom.instant.advanced(bySeconds: 1)) }
    return nom
  }

  /// What is left afterwards must do for the intake, which pauses below its minimum.
  private func checkSpace(_ needed: Int) throws {
    let space = try FileSystemSpace.of(path: dossier.path)
    let reserve = office.configuration.depot.espaceMin * Double(space.total)
    let wanted = Double(needed) * 1.05 + reserve
    guard Double(space.available) >= wanted else {
      throw ControlError.sauvegardeImpossible(
        message: "Il n’y a pas assez de place sur le disque de « \(dossier.path) » : il manque "
          + "\(Int((wanted - Double(space.available)) / 1_000_000) + 1) Mo pour une copie du registre et la place que la "
          + "réception garde ; libérez-en, ou changez chemins.sauvegardes.")
    }
  }

  /// What a check came to.
  struct Verifiee: Sendable {
    /// As it stands now, with what the check found.
    let trouvee: Sauvegardes.Trouvee
    /// All that keeps it from being called whole, French sentences.
    let fautes: [String]
  }

  /// Checks one: the file against its manifest, then all that it holds. What is found wrong is kept beside it, so that it
  /// counts for no backup from then on; one that is found as it was written counts again.
  ///
  /// - Throws: `ControlError.sansObjet` where there is none of that name.
  func verifier(_ fichier: String?, _ tell: @Sendable (Etape) -> Void) async throws -> Verifiee {
    let found = try trouver(fichier)
    tell(.controle)
    var faults = try await fautes(found)
    // What was wrong with the register when it was copied is in the manifest, and no damage since.
    let since = faults.filter { !(found.manifeste?.fautes ?? []).contains($0) }
    do throws(SystemError) {
      if !since.isEmpty {
        try dossier.marquer(found.nom, SauvegardeFautive(verifieeLe: office.clock.now(), fautes: since))
      } else if found.fautive != nil, found.manifeste != nil {
        try dossier.demarquer(found.nom)
      }
    } catch {
      faults.append("Ce constat n’a pas pu être gardé à côté d’elle : \(error.message)")
    }
    if found.manifeste == nil {
      faults.append(
        "Son manifeste « \(found.nom.manifeste) » manque ou est illisible : son SHA-256 n’a pu être comparé à rien, et rien "
          + "ne dit que le fichier est celui qui a été écrit.")
    }
    return Verifiee(trouvee: try trouver(found.nom.fichier), fautes: faults)
  }

  private func fautes(_ found: Sauvegardes.Trouvee) async throws -> [String] {
    let path = dossier.chemin(found.nom)
    var faults: [String] = []
    if let manifeste = found.manifeste {
      let (sha256, octets) = try await DedicatedThread.run("sauvegarde") { () throws(SystemError) in
        try Sauvegardes.empreinte(path)
      }
      faults += manifeste.ecarts(sha256: sha256, octets: octets)
    }
    do throws(RegisterError) {
      faults += try await CopieDuRegistre.controler(path).fautes
    } catch {
      switch error {
      case .unusable(let reason): faults.append(reason)
      case .broken:
        faults.append("Le fichier ne peut pas être lu jusqu’au bout : il est endommagé, ou le disque l’est.")
      // It says nothing of the backup.
      case .full, .transient, .referentielDepasse, .introuvable: throw error
      }
    }
    return faults
  }

  /// - Parameter fichier: a name, or the path of one in the folder; nil for the newest.
  private func trouver(_ fichier: String?) throws -> Sauvegardes.Trouvee {
    let there = try dossier.lister()
    guard let newest = there.last else {
      throw ControlError.sansObjet(
        parametre: "fichier",
        message:
          "Il n’y a encore aucune sauvegarde dans « \(dossier.path) » ; « guichetctl sauvegarde faire » en fait une.")
    }
    guard let fichier else { return newest }
    let inside = fichier.hasPrefix("\(dossier.path)/") ? String(fichier.dropFirst(dossier.path.count + 1)) : fichier
    if let found = there.last(where: { $0.nom.fichier == inside }) { return found }
    throw ControlError.sansObjet(parametre: "fichier", message: absente(inside, parmi: there.map(\.nom)))
  }

  /// What there is instead of what was asked for, and what to type.
  private func absente(_ asked: String, parmi there: [NomDeSauvegarde]) -> String {
    let base = String(asked.split(separator: "/").last ?? "")
    let command = "guichetctl sauvegarde verifier"
    if asked.contains("/"), there.contains(where: { $0.fichier == base }) {
      return
        "« \(asked) » est un chemin, et le démon ne contrôle que ce qui est dans « \(dossier.path) » ; pour celle de ce "
        + "nom qui y est, tapez « \(command) \(base) »."
    }
    let newest = there.suffix(3).reversed().map(\.fichier).joined(separator: ", ")
    let others = there.count > 3 ? " et \(there.count - 3) plus anciennes" : ""
    let wrong =
      asked.contains("/")
      ? "« \(asked) » est un chemin hors de « \(dossier.path) », où sont celles que le démon contrôle"
      : "Il n’y a pas de sauvegarde « \(asked) » dans « \(dossier.path) »"
    return "\(wrong) ; il y a \(newest)\(others). Tapez « \(command) » et un de ces noms, ou rien pour la plus récente."
  }

  private static func sentence(_ error: any Error, _ path: String) -> String {
    switch error {
    case RegisterError.full:
      "Le disque de « \(path) » est plein ; libérez de la place, ou changez chemins.sauvegardes."
    case let error as RegisterError: error.message
    case let error as SystemError: error.message
    default: "Une erreur imprévue est survenue (\(type(of: error)))."
    }
  }
}

private func exchange(_ value: inout Bool, _ new: Bool) -> Bool {
  defer { value = new }
  return value
}

extension ControlError {
  fileprivate var sentence: String {
    if case .sauvegardeImpossible(let message) = self { message } else { name }
  }
}
