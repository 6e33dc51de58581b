package import StrictJSON

extension Wire {

  /// Where a place goes, and why.
  package struct Routage: WireObject {
    /// Id of the single LINF.
    package let linf: String?
    /// The commune that was resolved.
    package let codeInsee: String?
    /// Why it would be à orienter, a code.
    package let raison: String?
    /// What would have to be checked, codes.
    package let marques: [String]
    /// The communes that fit when none can be chosen.
    package let candidats: [Candidat]
    /// The reasoning, French sentences.
    package let explication: [String]
    /// Of the référentiel that decided; 0 when there is none.
    package let version: Int?
    /// The day whose rattachements decided, ISO.
    package let jour: String?
    /// Code of the département whose Caf the family depends on, where that is another one.
    package let departement: String?

    package init(
      linf: String? = nil, codeInsee: String? = nil, raison: String? = nil, marques: [String], candidats: [Candidat],
      explication: [String], version: Int? = nil, jour: String? = nil, departement: String? = nil
    ) {
      self.linf = linf
      self.codeInsee = codeInsee
      self.raison = raison
      self.marques = marques
      self.candidats = candidats
      self.explication = explication
      self.version = version
      self.jour = jour
      self.departement = departement
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.optionalString("linf")
      codeInsee = try reader.optionalString("codeInsee")
      raison = try reader.optionalString("raison")
      marques = try reader.strings("marques")
      candidats = try reader.objects("candidats")
      explication = try reader.strings("explication")
      version = try reader.optionalInt("version")
      jour = try reader.optionalString("jour")
      departement = try reader.optionalString("departement")
    }

    package var json: JSONValue {
      [
        "linf": .text(linf),
        "codeInsee": .text(codeInsee),
        "raison": .text(raison),
        "marques": .list(marques),
        "candidats": .list(candidats),
        "explication": .list(explication),
        "version": .count(version),
        "jour": .text(jour),
        "departement": .text(departement),
      ]
    }
  }
}
