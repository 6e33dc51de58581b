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

  /// - Throws: `ControlError`; nothing has been kept then.
  init(_ sent: JSONValue, _ office: Office, now: Instant) async throws {
    guard case .object(let all) = sent else {
      throw Self.refused("", "Un formulaire est un objet { … } ; ce document n’en est pas un.")
    }
    let given = try all.filter { !Self.completed.contains($0.key) || $0.value != .null }.map { member in
      try Self.dated(member, office)
    }
    origine = try Self.origine(of: sent)
    var added: [JSONMember] = []
    if sent["version"] ?? .null == .null { added.append(JSONMember("version", 1)) }
    if case .string(let text) = sent["reference"] {
      reference = text
    } else {
      reference = ReferenceDeSaisie.texte(office.today(now), alea: try Random.bytes(ReferenceDeSaisie.aleas))
      added.append(JSONMember("reference", .string(reference)))
    }
    if sent["deposeeLe"] ?? .null == .null {
      // The moment that it was given the first time, so that sending it again is sending the same.
      let known = try await office.register.row(origine: origine, reference: reference)?.deposeeLe
      let second = Instant(microseconds: now.seconds * 1_000_000)
      added.append(JSONMember("deposeeLe", .string(office.fuseau.rfc3339(known ?? second))))
    }
    bytes = JSONValue.object(added + given).bytes()
    jugement = Examen.juger(bytes, empreinte: reference, recueLe: now)
    try verify(now)
  }

  /// The moment of filing as forms write it, where it was typed by the Caf's clocks.
  private static func dated(_ member: JSONMember, _ office: Office) throws -> JSONMember {
    guard member.key == "deposeeLe", case .string(let text) = member.value, Instant(rfc3339: text) == nil else {
      return member
    }
    do {
      let instant = try office.instant(text, member.key)
      return JSONMember(member.key, .string(office.fuseau.rfc3339(instant)))
    } catch ControlError.parametreInvalide(_, let message) {
      throw refused("/deposeeLe", message)
    }
  }

  private static let completed: Set<String> = ["version", "reference", "deposeeLe"]

  private static func origine(of sent: JSONValue) throws(ControlError) -> Origine {
    guard case .string(let code) = sent["origine"], let origine = Origine(rawValue: code),
      Origine.saisissables.contains(origine)
    else {
      throw refused(
        "/origine",
        "Dites par où la famille est venue : " + Origine.saisissables.map(\.rawValue).joined(separator: ", ")
          + " ; sur monenfant.fr, elle dépose elle-même.")
    }
    return origine
  }

  /// A person who types can put right at once what a file would be taken with all the same.
  private func verify(_ now: Instant) throws(ControlError) {
    switch jugement.verdict {
    case .refuse(let code, let erreurs):
      throw .formulaireInvalide(
        code: code.rawValue, erreurs: erreurs.map { Wire.Constat(chemin: $0.chemin, message: $0.message) })
    case .accepte(let formulaire):
      for chemin in ["/reference", "/deposeeLe"] {
        if let anomalie = jugement.anomalies.first(where: { $0.chemin == chemin }) {
          throw Self.refused(chemin, anomalie.message)
        }
      }
      guard formulaire.deposeeLe.map({ $0 <= now }) ?? true else {
        throw Self.refused(
          "/deposeeLe", "Cette date de dépôt est dans l’avenir ; donnez le moment où la famille est venue.")
      }
    }
  }

  private static func refused(_ chemin: String, _ message: String) -> ControlError {
    .formulaireInvalide(
      code: Motif.Code.formulaireInvalide.rawValue, erreurs: [Wire.Constat(chemin: chemin, message: message)])
  }
}
