package import StrictJSON

extension Wire {

  /// When to try next to reach a family.
  package struct FenetreDAppel: WireObject {
    package let debut: String
    /// The same as `debut` for a time that was agreed and lies outside open hours.
    package let fin: String
    /// Why then, a code.
    package let origine: String
    /// French words.
    package let phrase: String

    package init(debut: String, fin: String, origine: String, phrase: String) {
      self.debut = debut
      self.fin = fin
      self.origine = origine
      self.phrase = phrase
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      debut = try reader.string("debut")
      fin = try reader.string("fin")
      origine = try reader.string("origine")
      phrase = try reader.string("phrase")
    }

    package var json: JSONValue {
      ["debut": .string(debut), "fin": .string(fin), "origine": .string(origine), "phrase": .string(phrase)]
    }
  }
}
