import StrictJSON

/// The fact that the rules decided where a demande goes, with the reasoning as it was.
package struct Routee: Hashable, Sendable {
  package let decision: Decision
  /// The version of the référentiel that decided; 0 where none was loaded.
  package let version: Int
  /// What made the rules decide.
  package let cause: CauseRoutage
  /// The LINF that had the demande has it still, or it waits as it did.
  package let reste: Bool

  package init(decision: Decision, version: Int, cause: CauseRoutage = .reception, reste: Bool = false) {
    self.decision = decision
    self.version = version
    self.cause = cause
    self.reste = reste
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    switch decision.issue {
    case .linf(let linf, let regle):
      writer.key("linf")
      writer.string(linf)
      writer.key("regle")
      writer.string(regle.rawValue)
    case .aOrienter(let raison, let candidats, let departement):
      writer.key("raison")
      writer.string(raison.rawValue)
      if !candidats.isEmpty {
        writer.key("candidats")
        candidats.write(to: &writer)
      }
      if let departement {
        writer.key("departement")
        writer.string(departement)
      }
    }
    writer.key("version")
    writer.int(version)
    writer.key("jour")
    writer.string(decision.jour.iso)
    writer.key("lieu")
    writer.string(decision.lieu.rawValue)
    if let codeInsee = decision.codeInsee {
      writer.key("codeInsee")
      writer.string(codeInsee)
    }
    if cause != .reception { writer.member("cause", cause.rawValue) }
    if reste {
      writer.key("reste")
      writer.bool(true)
    }
    decision.marques.write(to: &writer)
    writer.key("etapes")
    writer.beginArray()
    for etape in decision.etapes { etape.write(to: &writer) }
    writer.endArray()
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    func unreadable(_ field: String) -> FaitIllisible { FaitIllisible(nature: .routee, champ: field) }
    let issue: Decision.Issue
    if let linf = json["linf"]?.string {
      guard let regle = Regle(rawValue: try json.recordedString("regle", in: .routee)) else {
        throw unreadable("regle")
      }
      issue = .linf(linf, regle: regle)
    } else {
      guard let raison = RaisonAOrienter(rawValue: try json.recordedString("raison", in: .routee)) else {
        throw unreadable("raison")
      }
      let candidats = try json["candidats"].map { (list) throws(FaitIllisible) in
        try [CommuneCandidate](recorded: list)
      }
      issue = .aOrienter(raison, candidats: candidats ?? [], departement: json["departement"]?.string)
    }
    guard let jour = DateCivile(iso: try json.recordedString("jour", in: .routee)) else { throw unreadable("jour") }
    guard let lieu = Decision.Lieu(rawValue: try json.recordedString("lieu", in: .routee)) else {
      throw unreadable("lieu")
    }
    let marques = try [Marque](recorded: json, in: .routee)
    guard let cause = CauseRoutage(rawValue: json["cause"]?.string ?? CauseRoutage.reception.rawValue) else {
      throw unreadable("cause")
    }
    self.cause = cause
    reste = json["reste"]?.bool ?? false
    var etapes: [Etape] = []
    if let list = json["etapes"] {
      for element in list.elements {
        guard let etape = Etape(recorded: element) else { throw unreadable("etapes") }
        etapes.append(etape)
      }
    }
    version = try json.recordedInt("version", in: .routee)
    decision = Decision(
      issue: issue, marques: marques, codeInsee: json["codeInsee"]?.string, lieu: lieu, jour: jour, etapes: etapes)
  }
}
