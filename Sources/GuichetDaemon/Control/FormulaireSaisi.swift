import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import LinuxSystem
import StrictJSON

/// A form that a person typed in, completed with what it need not say, and judged as a file would be.
struct FormulaireSaisi {
  let origine: Origine
  let reference: String
  /// What is dropped: the form as it was sent, with what it lacked before it.
  let bytes: [UInt8]
  let jugement: Jugement

  /// The SHA-256 of `bytes`.
  var empreinte: [UInt8] { Spool.empreinte(of: bytes) }

  /// - Parameters:
  ///   - entete: what was read of the form so far.
  ///   - deposeeLe: the moment of filing where the form says none.
  /// - Throws: `ControlError` with all faults at once; nothing has been kept then.
  init(_ entete: EnTeteSaisi, deposeeLe: Instant, _ office: Office, now: Instant) throws {
    var fautes = entete.fautes
    var members: [JSONMember] = []
    if entete.isMissing("version") { members.append(JSONMember("version", 1)) }
    if let reference = entete.tiree { members.append(JSONMember("reference", .string(reference))) }
    if entete.isMissing("deposeeLe") {
      members.append(JSONMember("deposeeLe", .string(office.fuseau.rfc3339(deposeeLe))))
    }
    for member in entete.members where !EnTeteSaisi.completed.contains(member.key) || member.value != .null {
      do {
        members.append(try Self.dated(member, office))
      } catch ControlError.parametreInvalide(_, let message) {
        fautes.append(Wire.Constat(chemin: "/deposeeLe", message: message))
        members.append(member)
      }
    }
    bytes = JSONValue.object(members).bytes()
    jugement = Examen.juger(bytes, empreinte: "", recueLe: now)
    fautes += Self.fautes(jugement, members, now, sauf: Set(fautes.map(\.chemin)))
    guard fautes.isEmpty, let origine = entete.origine, let reference = entete.reference else {
      throw ControlError.formulaireInvalide(code: Self.code(jugement), erreurs: fautes)
    }
    (self.origine, self.reference) = (origine, reference)
  }

  /// The moment of filing as forms write it, where it was typed by the Caf’s clocks.
  private static func dated(_ member: JSONMember, _ office: Office) throws -> JSONMember {
    guard member.key == "deposeeLe", case .string(let text) = member.value, Instant(rfc3339: text) == nil else {
      return member
    }
    return JSONMember(member.key, .string(office.fuseau.rfc3339(try office.instant(text, member.key))))
  }

  /// What the form is refused for, in its own words: a person who types can put right at once what a file would be taken
  /// with all the same, and nothing stands in for it here.
  private static func fautes(
    _ jugement: Jugement, _ members: [JSONMember], _ now: Instant, sauf told: Set<String>
  ) -> [Wire.Constat] {
    var fautes: [Wire.Constat] = []
    if !told.contains("/deposeeLe"), let message = fauteDeDepot(jugement, members, now) {
      fautes.append(Wire.Constat(chemin: "/deposeeLe", message: message))
    }
    if case .refuse(_, let erreurs) = jugement.verdict {
      fautes += erreurs.filter { !told.contains($0.chemin) }.map {
        Wire.Constat(chemin: $0.chemin, message: $0.message)
      }
    }
    return fautes
  }

  private static func fauteDeDepot(_ jugement: Jugement, _ members: [JSONMember], _ now: Instant) -> String? {
    let typed = members.first { $0.key == "deposeeLe" }?.value
    guard case .string(let text) = typed, let instant = Instant(rfc3339: text) else {
      return "La date de dépôt est un texte ; écrivez 2026-11-25, 25/11/2026 10:00 ou 2026-11-25T10:00:00+01:00."
    }
    if instant > now { return "Cette date de dépôt est dans l’avenir ; donnez le moment où la famille est venue." }
    guard jugement.anomalies.contains(where: { $0.chemin == "/deposeeLe" }) else { return nil }
    return "Cette date de dépôt remonte à plus de cinq ans ; donnez le moment où la famille est venue."
  }

  private static func code(_ jugement: Jugement) -> String {
    if case .refuse(let code, _) = jugement.verdict { code.rawValue } else { Motif.Code.formulaireInvalide.rawValue }
  }
}
