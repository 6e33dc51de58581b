import StrictJSON

/// The fact that the office turned to the family or the family to the office; when, its `survenuLe` tells.
package struct Contact: Hashable, Sendable {
  package let sens: SensContact
  package let canal: CanalContact
  package let resultat: ResultatContact
  /// What the family was informed of, each once; empty unless it was `joint`.
  package let themes: [ThemeContact]
  /// More, in words.
  package let note: String?
  /// The time for which the family asks to be called.
  package let aRappelerLe: Instant?
  /// E.164; nil where no number was dialled, or none is known.
  package let numeroAppele: String?

  package init(
    sens: SensContact = .sortant, canal: CanalContact = .telephone, resultat: ResultatContact,
    themes: [ThemeContact] = [], note: String? = nil, aRappelerLe: Instant? = nil, numeroAppele: String? = nil
  ) {
    self.sens = sens
    self.canal = canal
    self.resultat = resultat
    self.themes = themes
    self.note = note
    self.aRappelerLe = aRappelerLe
    self.numeroAppele = numeroAppele
  }

  /// The family was informed: the outcome is awaited from then on.
  package var informe: Bool { resultat == .joint && !themes.isEmpty }

  /// The office tried, and the family did not answer.
  package var aEchoue: Bool { sens == .sortant && !resultat.estUneReponse }

  /// A writing that the family can have found: what the rule on families that cannot be reached calls a notice.
  var estUnAvis: Bool { sens == .sortant && canal.estEcrit && resultat != .fauxNumero }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("sens", sens.rawValue)
    writer.member("canal", canal.rawValue)
    writer.member("resultat", resultat.rawValue)
    if !themes.isEmpty {
      writer.key("themes")
      writer.beginArray()
      for theme in themes { writer.string(theme.rawValue) }
      writer.endArray()
    }
    if let note { writer.member("note", note) }
    if let aRappelerLe { writer.member("aRappelerLe", aRappelerLe.rfc3339(offsetSeconds: 0)) }
    if let numeroAppele { writer.member("numeroAppele", numeroAppele) }
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    func code<Code: CodeLibelle>(_ key: String, _: Code.Type) throws(FaitIllisible) -> Code {
      guard let code = Code(rawValue: try json.recordedString(key, in: .contact)) else {
        throw FaitIllisible(nature: .contact, champ: key)
      }
      return code
    }
    var themes: [ThemeContact] = []
    if let list = json["themes"] {
      for element in list.elements {
        guard let theme = element.string.flatMap(ThemeContact.init(rawValue:)) else {
          throw FaitIllisible(nature: .contact, champ: "themes")
        }
        themes.append(theme)
      }
    }
    var moment: Instant?
    if let text = json["aRappelerLe"]?.string {
      guard let instant = Instant(rfc3339: text) else {
        throw FaitIllisible(nature: .contact, champ: "aRappelerLe")
      }
      moment = instant
    }
    self.init(
      sens: try code("sens", SensContact.self), canal: try code("canal", CanalContact.self),
      resultat: try code("resultat", ResultatContact.self), themes: themes, note: json["note"]?.string,
      aRappelerLe: moment, numeroAppele: json["numeroAppele"]?.string)
  }

  /// One French sentence without anything of the family: no note, no number.
  package var phrase: String {
    let given = themes.isEmpty ? "" : ", informée : " + themes.map(\.libelle).joined(separator: ", ")
    return "Contact \(sens.libelle) par \(canal.libelle) : \(resultat.libelle)\(given)."
  }
}
