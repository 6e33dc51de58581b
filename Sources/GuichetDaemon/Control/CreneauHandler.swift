import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// The free slots of a LINF.
enum CreneauHandler {
  /// Days that are looked at where the call names no last one.
  private static let jours = 14

  static func list(
    _ request: ControlRequest, _ parameters: ListCreneaux.Parameters, _ send: (ListCreneaux.Reply) async throws -> Void
  ) async throws -> ListCreneaux.Reply {
    let office = request.office
    let now = office.clock.now()
    let mode = try parameters.mode.map(mode)
    let linf = try await linf(request, parameters, mode)
    guard let ouverts = AgendaDesk(office: office).ouverts(linf) else {
      throw ControlError.linfInconnu(linf, parmi: office.desk.version.routeur.referentiel)
    }
    let jours = try office.jours(
      parameters.du, parameters.au, defaut: jours, maximum: PostesOuverts.joursMaximum, now: now)
    let duree = try duree(parameters.duree, linf, office)
    let autour = AgendaDesk(office: office).jours(jours)
    let occupes = try await office.register.postesOccupes(of: linf, autour)
    var rest = ouverts.creneaux(jours, apres: now.advanced(bySeconds: 1), duree: duree, occupes)[...]
    while rest.count > ControlRequest.page {
      try await send(.init(creneaux: rest.prefix(ControlRequest.page).map { wire($0, office) }))
      rest = rest.dropFirst(ControlRequest.page)
    }
    return .init(creneaux: rest.map { wire($0, office) })
  }

  /// That of the demande, where there is one.
  private static func linf(
    _ request: ControlRequest, _ parameters: ListCreneaux.Parameters, _ mode: RendezVous.Mode?
  ) async throws -> String {
    guard let numero = parameters.numero else { return try request.unLinf(parameters.linf) }
    let (_, demande) = try await DemandeHandler.find(numero, request)
    guard let linf = demande.linf else {
      throw ControlError.rendezVousRefuse(
        numero: demande.numero.texte, code: ActeRefuse.Code.sansLinf.rawValue,
        message: "Aucun LINF ne l’a : il faut d’abord l’orienter.", proches: [])
    }
    if mode == .telephone, !demande.aUnTelephone {
      throw ControlError.rendezVousRefuse(
        numero: demande.numero.texte, code: ActeRefuse.Code.sansTelephone.rawValue,
        message: "Aucun téléphone de cette famille ne peut être appelé ; cherchez un créneau sur place ou en visio.",
        proches: [])
    }
    return linf
  }

  /// Those nearest to a moment.
  static func proches(
    of linf: String, _ ouverts: PostesOuverts, de instant: Instant, duree: Int, _ office: Office
  ) async throws(RegisterError) -> [Creneau] {
    guard PlaceRendezVous.estSurLaGrille(debut: Instant(microseconds: 0), duree: duree) else { return [] }
    let day = office.today(instant)
    let days = day.advanced(byDays: -PostesOuverts.joursAutour)...day.advanced(byDays: PostesOuverts.joursAutour)
    let occupes = try await office.register.postesOccupes(of: linf, AgendaDesk(office: office).jours(days))
    return ouverts.creneauxProches(
      de: instant, apres: office.clock.now().advanced(bySeconds: 1), duree: duree, occupes)
  }

  static func wire(_ creneau: Creneau, _ office: Office) -> Wire.Creneau {
    Wire.Creneau(
      debut: office.fuseau.rfc3339(creneau.debut), fin: office.fuseau.rfc3339(creneau.fin), postes: creneau.postes,
      lieu: creneau.lieu)
  }

  static func mode(_ code: String) throws(ControlError) -> RendezVous.Mode {
    guard let mode = RendezVous.Mode(rawValue: code) else {
      throw ControlError.parametreInvalide(
        parametre: "mode",
        message: "« \(code) » n’est pas un mode ; les modes sont "
          + RendezVous.Mode.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return mode
  }

  /// Minutes: those asked for, or as the LINF is set, rounded up to what a rendez-vous can last.
  static func duree(_ minutes: Int?, _ linf: String, _ office: Office) throws(ControlError) -> Int {
    let granule = Int(PlaceRendezVous.granule / 60)
    guard let minutes else {
      let seconds = Int(office.configuration.linf(linf).rendezVous.duree.components.seconds)
      let whole = (seconds + granule * 60 - 1) / (granule * 60) * granule
      return min(max(whole, granule), PlaceRendezVous.dureeMaximale)
    }
    guard PlaceRendezVous.estSurLaGrille(debut: Instant(microseconds: 0), duree: minutes) else {
      throw ControlError.parametreInvalide(
        parametre: "duree",
        message: "Un rendez-vous dure de \(granule) à \(PlaceRendezVous.dureeMaximale) minutes, par tranches de "
          + "\(granule) ; \(minutes) ne convient pas.")
    }
    return minutes
  }
}

extension ControlRequest {
  /// The only LINF for which the caller works when it stands in for nobody.
  private var seulLinf: String? {
    guard case .linf(let own) = propre, own.count == 1 else { return nil }
    return own.first
  }

  /// The LINF that a call names, if the caller works for it; without a name its only one.
  func unLinf(_ named: String?) throws -> String {
    let referentiel = office.desk.version.routeur.referentiel
    switch (sight, named) {
    case (.all, let linf?):
      guard let referentiel else { return linf }
      try referentiel.verifie(linf: linf)
      return linf
    case (.linf(let own), let linf?) where own.contains(linf): return linf
    case (.linf(let own), nil) where own.count == 1: return own.first ?? ""
    case (.linf, nil) where seulLinf != nil: return seulLinf ?? ""
    case (.linf, let linf?):
      throw ControlError.sansObjet(
        parametre: "linf", message: "Vous ne travaillez pas pour « \(linf) » ; nommez un de vos LINF.")
    case (.linf(let own), nil):
      throw ControlError.parametreInvalide(
        parametre: "linf",
        message: "Le LINF manque : dites duquel de \(own.sorted().joined(separator: ", ")) il s’agit.")
    case (.all, nil):
      guard let referentiel, referentiel.linf.count == 1, let only = referentiel.linf.first else {
        throw ControlError.parametreInvalide(parametre: "linf", message: "Le LINF manque : dites duquel il s’agit.")
      }
      return only.id
    }
  }
}

extension Office {
  /// The days that a call names, both included; from today on for so many days where it names none.
  func jours(
    _ du: String?, _ au: String?, defaut: Int, maximum: Int, now: Instant
  ) throws -> ClosedRange<DateCivile> {
    let first = try du.map { try fuseau.date(of: instant($0, "du")) } ?? today(now)
    let last = try au.map { try fuseau.date(of: instant($0, "au")) } ?? first.advanced(byDays: defaut)
    guard first <= last, last.daysSince1970 - first.daysSince1970 < maximum else {
      throw ControlError.parametreInvalide(
        parametre: "au", message: "Les jours vont du premier au dernier, et sont au plus \(maximum).")
    }
    return first...last
  }
}
