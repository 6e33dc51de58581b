import Guichet
import GuichetControl
import GuichetRegister

/// What persons do to the clocks of demandes.
enum EcheanceHandler {
  static func set(_ request: ControlRequest, _ parameters: SetEcheance.Parameters) async throws -> Wire.ResultatsActe {
    let office = request.office
    let moment = try parameters.le.map { try Self.moment($0, office) }
    let motif = try ActeHandler.text(parameters.motif, "motif")
    if moment != nil, motif == nil {
      throw ControlError.parametreInvalide(
        parametre: "motif", message: "Le motif manque : dites pourquoi une personne fixe cette échéance.")
    }
    return try await request.resultats(parameters.numeros) { (demande, _, now) throws(ActeRefuse) in
      let le = try moment?.instant(of: demande, office)
      if let le, le <= now {
        throw ActeRefuse(.regle, "Ce jour est fini pour qui l’a en charge ; donnez un moment à venir.")
      }
      return try demande.fixerEcheance(le: le, motif: motif)
    }
  }

  static func suspend(
    _ request: ControlRequest, _ parameters: SuspendDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    let motif = try ActeHandler.texteNecessaire(
      parameters.motif, "motif", "Le motif manque : dites pourquoi le délai est suspendu.")
    return try await request.resultats(parameters.numeros) { (demande, _, _) throws(ActeRefuse) in
      try demande.suspendre(motif: motif)
    }
  }

  static func resume(
    _ request: ControlRequest, _ parameters: ResumeDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    try await request.resultats(parameters.numeros) { (demande, _, _) throws(ActeRefuse) in try demande.reprendre() }
  }

  /// A moment that a person names: an instant, or a day until its last open hour.
  private enum Moment: Sendable {
    case instant(Instant)
    case jour(DateCivile)

    func instant(of demande: Demande, _ office: Office) throws(ActeRefuse) -> Instant {
      switch self {
      case .instant(let instant): return instant
      case .jour(let day):
        let calendar = office.register.horloges?.calendrier(of: demande.linf) ?? office.heures.calendrier
        let jour = calendar.jour(day)
        guard let close = jour.intervalles.last?.fin else {
          throw ActeRefuse(
            .regle,
            "Le \(day.avecJour), qui l’a en charge est fermé (\(jour.raison?.phrase ?? "sans horaire")) ; donnez un jour "
              + "ouvert, ou une heure.")
        }
        return close
      }
    }
  }

  private static func moment(_ text: String, _ office: Office) throws -> Moment {
    let now = office.clock.now()
    let moment: Moment =
      if let day = DateCivile(iso: text) { .jour(day) } else { .instant(try office.instant(text, "le")) }
    let isPast =
      switch moment {
      case .jour(let day): day < office.today(now)
      case .instant(let instant): instant <= now
      }
    guard !isPast else {
      throw ControlError.parametreInvalide(
        parametre: "le", message: "« \(text) » est passé ; donnez un moment à venir.")
    }
    return moment
  }
}

extension Office {
  /// By when the next step of a demande is due, and why; nil where no clock runs.
  func echeance(of demande: Demande) -> Wire.EcheanceExpliquee? {
    guard let horloges = register.horloges, let etape = horloges.etape(of: demande) else { return nil }
    var rest: Int?
    if case .suspendue(let reste) = etape.echeance { rest = reste.minutes }
    return Wire.EcheanceExpliquee(
      nature: etape.nature.rawValue, le: etape.echeance.instant.map(fuseau.rfc3339), fixee: etape.estFixee,
      reste: rest, explication: horloges.explication(of: demande), libelle: etape.libelle)
  }

  /// `À faire avant le mercredi 25/11/2026 à 17:00 (premier contact).`; nil where no clock runs.
  func aFaire(_ demande: Demande) -> String? {
    guard let etape = register.horloges?.etape(of: demande) else { return nil }
    return switch etape.echeance {
    case .le(let due): "À faire avant le \(fuseau.phrase(due)) (\(etape.libelle))."
    case .suspendue(let rest): "Délai suspendu : il reste \(rest.phrase) de temps ouvert (\(etape.libelle))."
    }
  }
}
