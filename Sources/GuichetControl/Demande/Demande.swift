package import StrictJSON

extension Wire {

  /// One demande, as a row of the work list.
  package struct Demande: WireObject {
    /// `AAAA-NNNNNN`.
    package let numero: String
    /// The sender’s, or the digest of the form in its place.
    package let reference: String
    /// Code of the life cycle.
    package let etat: String
    /// Id of the LINF that has it.
    package let linf: String?
    /// Why it is à orienter, a code.
    package let raison: String?
    /// What is to be checked, codes.
    package let marques: [String]
    /// The commune that was resolved.
    package let codeInsee: String?
    /// When the next step is due, RFC 3339.
    package let echeance: String?
    /// Whether that moment has passed.
    package let enRetard: Bool
    /// When the family filed it, RFC 3339.
    package let deposeeLe: String?
    /// When it was registered, RFC 3339.
    package let recueLe: String
    /// Why it was closed, a code.
    package let motifCloture: String?
    /// Since when it has been where it is, RFC 3339: with its LINF, or waiting for a person.
    package let depuis: String?
    /// The communes that it could mean, where several fit.
    package let candidats: [Candidat]?
    /// Whether a person put it there, which no rule undoes.
    package let verrou: Bool?
    /// Code of the département whose Caf the family depends on, where it waits for that.
    package let departement: String?
    /// Seconds since it has been where it is, by the daemon’s clock.
    package let age: Int?
    /// Login of who has it in hand now.
    package let prisePar: String?
    /// Until when, RFC 3339.
    package let priseJusque: String?
    /// Where its follow-up stands; nil where it is not in suivi, and in lists that were not asked for it.
    package let suivi: Suivi?

    package init(
      numero: String, reference: String, etat: String, linf: String? = nil, raison: String? = nil, marques: [String],
      codeInsee: String? = nil, echeance: String? = nil, enRetard: Bool, deposeeLe: String? = nil, recueLe: String,
      motifCloture: String? = nil, depuis: String? = nil, candidats: [Candidat]? = nil, verrou: Bool? = nil,
      departement: String? = nil, age: Int? = nil, prisePar: String? = nil, priseJusque: String? = nil,
      suivi: Suivi? = nil
    ) {
      self.numero = numero
      self.reference = reference
      self.etat = etat
      self.linf = linf
      self.raison = raison
      self.marques = marques
      self.codeInsee = codeInsee
      self.echeance = echeance
      self.enRetard = enRetard
      self.deposeeLe = deposeeLe
      self.recueLe = recueLe
      self.motifCloture = motifCloture
      self.depuis = depuis
      self.candidats = candidats
      self.verrou = verrou
      self.departement = departement
      self.age = age
      self.prisePar = prisePar
      self.priseJusque = priseJusque
      self.suivi = suivi
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      reference = try reader.string("reference")
      etat = try reader.string("etat")
      linf = try reader.optionalString("linf")
      raison = try reader.optionalString("raison")
      marques = try reader.strings("marques")
      codeInsee = try reader.optionalString("codeInsee")
      echeance = try reader.optionalString("echeance")
      enRetard = try reader.bool("enRetard")
      deposeeLe = try reader.optionalString("deposeeLe")
      recueLe = try reader.string("recueLe")
      motifCloture = try reader.optionalString("motifCloture")
      depuis = try reader.optionalString("depuis")
      candidats = try reader.optionalObjects("candidats")
      verrou = try reader.optionalBool("verrou")
      departement = try reader.optionalString("departement")
      age = try reader.optionalInt("age")
      prisePar = try reader.optionalString("prisePar")
      priseJusque = try reader.optionalString("priseJusque")
      suivi = try reader.optionalObject("suivi")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "reference": .string(reference),
        "etat": .string(etat),
        "linf": .text(linf),
        "raison": .text(raison),
        "marques": .list(marques),
        "codeInsee": .text(codeInsee),
        "echeance": .text(echeance),
        "enRetard": .bool(enRetard),
        "deposeeLe": .text(deposeeLe),
        "recueLe": .string(recueLe),
        "motifCloture": .text(motifCloture),
        "depuis": .text(depuis),
        "candidats": .list(candidats),
        "verrou": .flag(verrou),
        "departement": .text(departement),
        "age": .count(age),
        "prisePar": .text(prisePar),
        "priseJusque": .text(priseJusque),
        "suivi": .object(suivi),
      ]
    }

    package func write(to writer: inout JSONWriter) {
      writer.beginObject()
      writer.member(plain: "numero", numero)
      writer.member(plain: "reference", reference)
      writer.member(plain: "etat", etat)
      writer.member(plain: "linf", linf)
      writer.member(plain: "raison", raison)
      writer.key(plain: "marques")
      writer.beginArray()
      for marque in marques { writer.string(marque) }
      writer.endArray()
      writer.member(plain: "codeInsee", codeInsee)
      writer.member(plain: "echeance", echeance)
      writer.member(plain: "enRetard", enRetard)
      writer.member(plain: "deposeeLe", deposeeLe)
      writer.member(plain: "recueLe", recueLe)
      writer.member(plain: "motifCloture", motifCloture)
      writer.member(plain: "depuis", depuis)
      writer.key(plain: "candidats")
      if let candidats { writer.value(.list(candidats)) } else { writer.null() }
      writer.member(plain: "verrou", verrou)
      writer.member(plain: "departement", departement)
      writer.member(plain: "age", age)
      writer.member(plain: "prisePar", prisePar)
      writer.member(plain: "priseJusque", priseJusque)
      writer.key(plain: "suivi")
      if let suivi { writer.value(suivi.json) } else { writer.null() }
      writer.endObject()
    }
  }
}
