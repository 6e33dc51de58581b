import Guichet
import GuichetControl
import GuichetRegister
import StrictJSON
import Varlink

/// The evidence for a control.
enum PreuveHandler {
  static func show(_ request: ControlRequest, _ parameters: ShowPreuve.Parameters) async throws -> ShowPreuve.Reply {
    let preuve = try await establish(request, parameters)
    let document = preuve.canonique
    return ShowPreuve.Reply(
      document: String(decoding: document, as: UTF8.self), empreinte: Register.empreinte(of: document))
  }

  static func seal(_ request: ControlRequest, _ parameters: SealPreuve.Parameters) async throws -> SealPreuve.Reply {
    let preuve = try await establish(request, parameters)
    let document = preuve.canonique
    let digest = Register.empreinte(of: document)
    _ = try await request.office.register.noter(
      .preuveScellee(
        PreuveScellee(
          linf: preuve.linf, annee: preuve.annee, arreteAu: preuve.arreteAu, seq: preuve.seq, empreinte: digest)),
      by: try await request.desk.agents.agent(request.call.peer), now: request.office.clock.now())
    return SealPreuve.Reply(document: String(decoding: document, as: UTF8.self), empreinte: digest)
  }

  static func verify(
    _ request: ControlRequest, _ parameters: VerifyPreuve.Parameters
  ) async throws -> VerifyPreuve.Reply {
    let register = request.office.register
    let bytes = Array(parameters.document.utf8)
    let digest = Register.empreinte(of: bytes)
    let (json, place) = try lire(bytes)
    _ = try request.linfDePreuve(place.linf)
    let seals = try await register.faitsDuBureau(.preuveScellee, jusqua: register.head.seq).compactMap {
      fait -> (PreuveScellee, Instant)? in
      guard case .preuveScellee(let scellee) = fait.evenement, scellee.linf == place.linf else { return nil }
      return (scellee, fait.enregistreLe)
    }
    let seal = seals.first { $0.0.empreinte == digest }
    func reply(identique: Bool, delaisChanges: Bool = false, _ differences: [String]) -> VerifyPreuve.Reply {
      VerifyPreuve.Reply(
        empreinte: digest, scellee: seal != nil, scelleeLe: seal.map { request.office.fuseau.rfc3339($0.1) },
        identique: identique, delaisChanges: delaisChanges, differences: differences)
    }
    guard place.version == Preuve.version else {
      return reply(
        identique: false,
        [
          "/preuve : ce document a la forme \(place.version), et ce guichet écrit la forme \(Preuve.version). Son sceau, "
            + "s’il est au journal, dit qu’il est intact ; ses chiffres ne se refont plus sous cette forme."
        ])
    }
    guard let rebuilt = try await rebuild(request, place) else {
      throw ControlError.parametreInvalide(
        parametre: "document",
        message: "Ce document dit tenir compte du fait \(place.seq) et du référentiel \(place.referentiel), que ce "
          + "guichet n’a pas.")
    }
    let expected = rebuilt.canonique
    guard expected != bytes else { return reply(identique: true, []) }
    // By a document that was altered, whoever did it could claim other delays: only one that is sealed is believed.
    let hasOtherDelays = seal != nil && json["delais"]?.string != rebuilt.delais
    let differences = DifferenceDeDocument.entre(attendu: try JSON.parse(expected), trouve: json).map(\.phrase)
    return reply(
      identique: false, delaisChanges: hasOtherDelays,
      differences.isEmpty ? ["La mise en forme du fichier a changé ; ses chiffres sont ceux d’alors."] : differences)
  }

  private static func establish(_ request: ControlRequest, _ parameters: ShowPreuve.Parameters) async throws -> Preuve {
    let office = request.office
    try verifierAnnee(parameters.annee, office)
    let linf = try request.linfDePreuve(parameters.linf)
    let day = try BilanHandler.arret(parameters.arreteAu, office)
    let version = office.desk.version.number
    let calcul = try await request.desk.bilans.calcul(annee: parameters.annee, arreteAu: day)
    guard let preuve = try await finish(office, calcul, version).preuve(linf) else {
      throw ControlError.parametreInvalide(
        parametre: "arreteAu", message: "Ce jour est avant l’année \(parameters.annee) ; donnez-en un de l’année.")
    }
    return preuve
  }

  private static func finish(
    _ office: Office, _ calcul: CalculDeBilan, _ version: Int
  ) async throws -> CalculDePreuve {
    let pieces = try await pieces(office, jusqua: calcul.seq)
    let chaine = try await office.register.chaine(a: calcul.seq) ?? String(repeating: "0", count: 64)
    return CalculDePreuve(
      calcul, chaine: chaine, referentiel: version, delais: office.configuration.empreinteDesDelais, pieces: pieces)
  }

  /// The preuve of the facts up to that one, by the référentiel of then.
  private static func rebuild(_ request: ControlRequest, _ place: PlaceDePreuve) async throws -> Preuve? {
    let office = request.office
    guard place.seq <= office.register.head.seq,
      let calcul = try await request.desk.bilans.calcul(
        annee: place.annee, arreteAu: place.arreteAu, jusqua: place.seq, referentiel: place.referentiel),
      let linf = calcul.referentiel?.linf(place.linf)
    else { return nil }
    return try await finish(office, calcul, place.referentiel).preuve(linf)
  }

  static func pieces(_ office: Office, jusqua seq: Int64) async throws -> [Preuve.Piece] {
    try await office.register.faitsDuBureau(.pieceAjoutee, jusqua: seq).compactMap { fait in
      guard case .pieceAjoutee(let piece) = fait.evenement else { return nil }
      return Preuve.Piece(seq: fait.seq, fait: piece)
    }
  }

  static func verifierAnnee(_ annee: Int, _ office: Office) throws {
    let current = office.today(office.clock.now()).annee
    guard (1...current).contains(annee) else {
      throw ControlError.parametreInvalide(
        parametre: "annee", message: "\(annee) n’est pas une année passée ou en cours ; donnez par exemple \(current).")
    }
  }

  /// What a document says that it is.
  private struct PlaceDePreuve {
    /// Of its written form.
    let version: Int
    let annee: Int
    let linf: String
    let arreteAu: Instant
    let seq: Int64
    let referentiel: Int
  }

  private static func lire(_ bytes: [UInt8]) throws -> (JSON, PlaceDePreuve) {
    let json: JSON
    do {
      json = try JSON.parse(bytes)
    } catch {
      throw ControlError.parametreInvalide(parametre: "document", message: error.message)
    }
    guard let version = json["preuve"]?.int, let annee = json["annee"]?.int, let linf = json["linf"]?.string,
      let arreteAu = json["arreteAu"]?.string.flatMap({ Instant(rfc3339: $0) }), let seq = json["sequence"]?.int,
      let referentiel = json["referentiel"]?.int, (1...9999).contains(annee), seq >= 0
    else {
      throw ControlError.parametreInvalide(
        parametre: "document",
        message:
          "Ce document n’est pas une preuve : il y manque son année, son lieu d’information, son arrêt, son rang "
          + "au journal ou la version de son référentiel.")
    }
    return (
      json,
      PlaceDePreuve(
        version: version, annee: annee, linf: linf, arreteAu: arreteAu, seq: Int64(seq), referentiel: referentiel)
    )
  }
}

extension ControlRequest {
  /// The LINF of a preuve, seen by those who see its bilan.
  func linfDePreuve(_ id: String) throws -> Linf {
    _ = try perimetre(linf: id, commune: nil, epci: nil)
    guard let found = office.desk.version.routeur.referentiel?.linf(id) else {
      throw ControlError.linfInconnu(id, parmi: nil)
    }
    return found
  }
}
