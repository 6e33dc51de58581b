package import StrictJSON

extension Wire {

  /// Where a demande would go, and why.
  package struct Routage: WireObject {
    /// Id of the LINF; nil when there is not exactly one.
    package let linf: String?
    /// The commune that was resolved.
    package let codeInsee: String?
    /// Why it would be à orienter, a code.
    package let raison: String?
    /// What would have to be checked, codes.
    package let marques: [String]
    /// The communes between which nothing decides.
    package let candidats: [Candidat]
    /// The reasoning, French sentences.
    package let explication: [String]

    package init(
      linf: String?, codeInsee: String?, raison: String?, marques: [String], candidats: [Candidat],
      explication: [String]
    ) {
      self.linf = linf
      self.codeInsee = codeInsee
      self.raison = raison
      self.marques = marques
      self.candidats = candidats
      self.explication = explication
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.optionalString("linf")
      codeInsee = try reader.optionalString("codeInsee")
      raison = try reader.optionalString("raison")
      marques = try reader.strings("marques")
      candidats = try reader.objects("candidats")
      explication = try reader.strings("explication")
    }

    package var json: JSONValue {
      [
        "linf": .text(linf),
        "codeInsee": .text(codeInsee),
        "raison": .text(raison),
        "marques": .list(marques),
        "candidats": .list(candidats),
        "explication": .list(explication),
      ]
    }
  }

  /// One of several possible communes.
  package struct Candidat: WireObject {
    package let codeInsee: String
    /// Official name.
    package let nom: String

    package init(codeInsee: String, nom: String) {
      self.codeInsee = codeInsee
      self.nom = nom
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      codeInsee = try reader.string("codeInsee")
      nom = try reader.string("nom")
    }

    package var json: JSONValue {
      ["codeInsee": .string(codeInsee), "nom": .string(nom)]
    }
  }
}
