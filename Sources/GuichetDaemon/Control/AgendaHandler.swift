import Guichet
import GuichetControl
import GuichetDocuments
import GuichetRegister
import Varlink

/// Agendas and morning sheets.
enum AgendaHandler {
  /// The most days in one call.
  private static let jours = 366

  static func list(
    _ request: ControlRequest, _ parameters: ListAgenda.Parameters, _ send: (ListAgenda.Reply) async throws -> Void
  ) async throws -> ListAgenda.Reply {
    let office = request.office
    let jours = try office.jours(parameters.du, parameters.au, defaut: 0, maximum: jours, now: office.clock.now())
    let rows = try await office.register.agenda(
      of: try linf(request, parameters.linf), AgendaDesk(office: office).jours(jours))
    try await request.noteRead(count: Set(rows.map(\.numero)).count)
    var rest = rows[...]
    while rest.count > ControlRequest.page {
      try await send(.init(rendezVous: try await page(rest.prefix(ControlRequest.page), request)))
      rest = rest.dropFirst(ControlRequest.page)
    }
    return .init(rendezVous: try await page(rest, request))
  }

  private static func linf(_ request: ControlRequest, _ named: String?) throws -> [String]? {
    if let named { return [try request.unLinf(named)] }
    return switch request.sight {
    case .all: nil
    case .linf(let own): own.sorted()
    }
  }

  private static func page(
    _ rows: ArraySlice<LigneDAgenda>, _ request: ControlRequest
  ) async throws -> [Wire.RendezVous] {
    let seen = Array(Set(rows.filter { request.sight.includes(linf: $0.chez) }.map(\.numero)))
    let families = Dictionary(
      try await request.office.register.demandes(seen).map { ($0.numero, $0) }, uniquingKeysWith: { first, _ in first })
    var wire = AgendaWire(request.office)
    return rows.map { wire.cached($0, famille: families[$0.numero]) }
  }

  static func export(_ request: ControlRequest, _ parameters: ExportAgenda.Parameters) async throws
    -> ExportAgenda.Reply
  {
    let office = request.office
    let linf = try request.unLinf(parameters.linf)
    let bytes = try await AgendaDesk(office: office).calendrier(linf, now: office.clock.now()).bytes
    // Even where it shows numeros only: whoever has them can look at the families.
    try await request.noteRead(count: 1)
    return .init(linf: linf, contenu: String(decoding: bytes, as: UTF8.self))
  }

  static func feuille(_ request: ControlRequest, _ parameters: ShowFeuille.Parameters) async throws
    -> ShowFeuille.Reply
  {
    let office = request.office
    let now = office.clock.now()
    let linf = try request.unLinf(parameters.linf)
    let (feuille, familles) = try await AgendaDesk(office: office).feuille(linf, now: now)
    try await request.noteRead(count: familles)
    return .init(
      linf: linf, jour: office.today(now).iso, texte: feuille.texte, html: parameters.html == true ? feuille.html : nil)
  }
}

/// Rendez-vous as they cross the socket.
struct AgendaWire {
  private let office: Office
  private let now: Instant
  private var ouverts: [String: PostesOuverts] = [:]

  init(_ office: Office) {
    self.office = office
    now = office.clock.now()
  }

  /// All of a demande that the caller sees; who they are for stands beside them.
  func wire(_ demande: Demande) -> [Wire.RendezVous] {
    demande.rendezVous.map {
      wire(LigneDAgenda(numero: demande.numero, chez: demande.linf, rendezVous: $0), famille: nil)
    }
  }

  /// - Parameter famille: the demande, where the caller sees it.
  mutating func cached(_ ligne: LigneDAgenda, famille: Demande?) -> Wire.RendezVous {
    let linf = ligne.rendezVous.linf
    if ouverts[linf] == nil { ouverts[linf] = AgendaDesk(office: office).ouverts(linf) }
    return wire(ligne, famille: famille)
  }

  func wire(_ ligne: LigneDAgenda, famille: Demande?) -> Wire.RendezVous {
    let rendezVous = ligne.rendezVous
    let open = ouverts[rendezVous.linf] ?? AgendaDesk(office: office).ouverts(rendezVous.linf)
    return Wire.RendezVous(
      numero: ligne.numero.texte, id: rendezVous.id, linf: rendezVous.linf,
      debut: office.fuseau.rfc3339(rendezVous.debut), fin: office.fuseau.rfc3339(rendezVous.fin),
      mode: rendezVous.place.mode.rawValue, lieu: rendezVous.place.lieu, poste: rendezVous.place.poste,
      statut: rendezVous.statut.rawValue, aRenseigner: rendezVous.estARenseigner(at: now),
      aDeplacer: rendezVous.aDeplacer(chez: ligne.chez, open, at: now)?.rawValue,
      horsHoraires: rendezVous.place.horsHoraires, nom: famille?.nomDeFamille, telephone: famille?.telephoneMontre)
  }
}
