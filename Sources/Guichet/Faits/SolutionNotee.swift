import StrictJSON

/// The fact that it became known what came of the search for a child.
package struct SolutionNotee: Hashable, Sendable {
  /// See `IssueNotee.id`.
  package let id: Int
  /// The rank of the child, from 1.
  package let enfant: Int
  package let issue: IssueDeRecherche
  /// The ids of those that it takes the place of, rising.
  package let remplace: [Int]

  package init(id: Int, enfant: Int, issue: IssueDeRecherche, remplace: [Int] = []) {
    self.id = id
    self.enfant = enfant
    self.issue = issue
    self.remplace = remplace
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("enfant", enfant)
    writer.member("issue", issue.genre.rawValue)
    switch issue {
    case .solution(let solution):
      writer.member("mode", solution.mode.rawValue)
      if let debut = solution.debut { writer.member("debut", debut.iso) }
      if let heures = solution.heuresParSemaine { writer.member("heuresParSemaine", heures) }
      if let commune = solution.commune { writer.member("commune", commune) }
      if solution.estProvisoire { writer.member("provisoire", true) }
      if let souhait = solution.souhaitDit { writer.member("souhaitee", souhait) }
    case .attente(let attente):
      writer.member("attente", attente.nature.rawValue)
      if let le = attente.le { writer.member("le", le.iso) }
      if let mode = attente.mode { writer.member("mode", mode.rawValue) }
    case .sansSolution(let raison):
      writer.member("raison", raison.rawValue)
    }
    if !remplace.isEmpty {
      writer.key("remplace")
      writer.beginArray()
      for id in remplace { writer.int(Int64(id)) }
      writer.endArray()
    }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    var remplace: [Int] = []
    if let list = json["remplace"] {
      for element in list.elements {
        guard let id = element.int else { throw FaitIllisible(nature: .solution, champ: "remplace") }
        remplace.append(id)
      }
    }
    self.init(
      id: try json.recordedInt("id", in: .solution), enfant: try json.recordedInt("enfant", in: .solution),
      issue: try IssueDeRecherche(recorded: json), remplace: remplace)
  }

  /// One French sentence without the family's names and places.
  var phrase: String {
    let replaced = remplace.isEmpty ? "" : ", à la place du n° " + remplace.map(String.init).joined(separator: ", ")
    return "Enfant \(enfant), n° \(id) : \(issue.phrase)\(replaced)."
  }
}

extension IssueDeRecherche {
  /// Reads back what `SolutionNotee.write` wrote.
  fileprivate init(recorded json: JSON) throws(FaitIllisible) {
    func unreadable(_ champ: String) -> FaitIllisible { FaitIllisible(nature: .solution, champ: champ) }
    func day(_ key: String) throws(FaitIllisible) -> DateCivile? {
      guard let member = json[key] else { return nil }
      guard let day = member.string.flatMap({ DateCivile(iso: $0) }) else { throw unreadable(key) }
      return day
    }
    var mode: ModeDAccueil?
    if let member = json["mode"] {
      guard let known = member.string.flatMap(ModeDAccueil.init(rawValue:)) else { throw unreadable("mode") }
      mode = known
    }
    switch Genre(rawValue: try json.recordedString("issue", in: .solution)) {
    case .solution:
      guard let mode else { throw unreadable("mode") }
      self = .solution(
        Solution(
          mode: mode, debut: try day("debut"), heuresParSemaine: json["heuresParSemaine"]?.int,
          commune: json["commune"]?.string, estProvisoire: json["provisoire"]?.bool ?? false,
          souhaitDit: json["souhaitee"]?.bool))
    case .attente:
      guard let nature = Attente.Nature(rawValue: try json.recordedString("attente", in: .solution)) else {
        throw unreadable("attente")
      }
      self = .attente(Attente(nature, le: try day("le"), mode: mode))
    case .sansSolution:
      guard let raison = BesoinNonCouvert(rawValue: try json.recordedString("raison", in: .solution)) else {
        throw unreadable("raison")
      }
      self = .sansSolution(raison)
    case nil: throw unreadable("issue")
    }
  }
}
