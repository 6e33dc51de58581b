import StrictJSON

/// An object of a recorded form: a member is absent, or is what it should be, or the record is damaged.
struct FicheEnregistree {
  let json: JSON
  private let chemin: String

  init(_ json: JSON, _ chemin: String) {
    self.json = json
    self.chemin = chemin
  }

  private func illisible(_ cle: String) -> FormulaireIllisible { FormulaireIllisible(chemin: "\(chemin)/\(cle)") }

  func texte(_ cle: String) throws(FormulaireIllisible) -> String? { try lu(cle) { $0 } }

  func date(_ cle: String) throws(FormulaireIllisible) -> DateCivile? { try lu(cle) { DateCivile(iso: $0) } }

  func lu<Value>(_ cle: String, _ read: (String) -> Value?) throws(FormulaireIllisible) -> Value? {
    guard let member = json[cle] else { return nil }
    guard let text = member.string, let value = read(text) else { throw illisible(cle) }
    return value
  }

  func requis<Value>(_ cle: String, _ read: (String) -> Value?) throws(FormulaireIllisible) -> Value {
    guard let value = try lu(cle, read) else { throw illisible(cle) }
    return value
  }

  func ouiNon(_ cle: String) throws(FormulaireIllisible) -> Bool {
    guard let value = json[cle]?.bool else { throw illisible(cle) }
    return value
  }

  func fiche(_ cle: String) throws(FormulaireIllisible) -> FicheEnregistree? {
    guard let member = json[cle] else { return nil }
    guard member.kind == .object else { throw illisible(cle) }
    return FicheEnregistree(member, "\(chemin)/\(cle)")
  }

  func liste<Value>(
    _ cle: String, _ read: (FicheEnregistree) throws(FormulaireIllisible) -> Value
  ) throws(FormulaireIllisible) -> [Value] {
    guard let member = json[cle], member.kind == .array else { throw illisible(cle) }
    var values: [Value] = []
    for element in member.elements {
      values.append(try read(FicheEnregistree(element, "\(chemin)/\(cle)/\(values.count)")))
    }
    return values
  }

  func codes<Value>(_ cle: String, _ read: (String) -> Value?) throws(FormulaireIllisible) -> [Value] {
    guard let member = json[cle], member.kind == .array else { throw illisible(cle) }
    var values: [Value] = []
    for element in member.elements {
      guard let text = element.string, let value = read(text) else { throw illisible("\(cle)/\(values.count)") }
      values.append(value)
    }
    return values
  }
}
