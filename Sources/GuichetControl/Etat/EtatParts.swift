package import StrictJSON

extension Wire {

  /// The demandes, counted.
  package struct EtatDemandes: WireObject {
    /// All registered ones, closed ones too.
    package let total: Int
    /// Their number by état; an état without any may be missing.
    package let parEtat: [String: Int]
    /// Those past their échéance; nil while that cannot be known.
    package let enRetard: Int?
    /// Those whose rendez-vous is past and not filled in.
    package let aRenseigner: Int?

    package init(total: Int, parEtat: [String: Int], enRetard: Int? = nil, aRenseigner: Int? = nil) {
      self.total = total
      self.parEtat = parEtat
      self.enRetard = enRetard
      self.aRenseigner = aRenseigner
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      total = try reader.int("total")
      parEtat = try reader.counts("parEtat")
      enRetard = try reader.optionalInt("enRetard")
      aRenseigner = try reader.optionalInt("aRenseigner")
    }

    package var json: JSONValue {
      [
        "total": .count(total), "parEtat": .counts(parEtat), "enRetard": .count(enRetard),
        "aRenseigner": .count(aRenseigner),
      ]
    }
  }

  /// What waits in the spool.
  package struct EtatDepot: WireObject {
    /// Files dropped and not yet taken.
    package let enAttente: Int
    /// When the oldest of them was dropped, RFC 3339; nil when none waits.
    package let plusAncien: String?
    /// Entries whose name is not that of a form.
    package let ignores: Int
    /// Files that a passing fault (permission, disk) keeps from being taken.
    package let empeches: Int

    package init(enAttente: Int, plusAncien: String?, ignores: Int, empeches: Int) {
      self.enAttente = enAttente
      self.plusAncien = plusAncien
      self.ignores = ignores
      self.empeches = empeches
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      enAttente = try reader.int("enAttente")
      plusAncien = try reader.optionalString("plusAncien")
      ignores = try reader.int("ignores")
      empeches = try reader.int("empeches")
    }

    package var json: JSONValue {
      [
        "enAttente": .count(enAttente),
        "plusAncien": .text(plusAncien),
        "ignores": .count(ignores),
        "empeches": .count(empeches),
      ]
    }
  }

  /// The refused files.
  package struct EtatRejets: WireObject {
    /// Refusals still open.
    package let total: Int
    /// Those of them that could not be moved out of the spool.
    package let bloques: Int

    package init(total: Int, bloques: Int) {
      self.total = total
      self.bloques = bloques
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      total = try reader.int("total")
      bloques = try reader.int("bloques")
    }

    package var json: JSONValue {
      ["total": .count(total), "bloques": .count(bloques)]
    }
  }

  /// What is to be delivered to the LINF.
  package struct EtatSorties: WireObject {
    /// Deliveries decided and not yet in their outbox.
    package let enAttente: Int
    /// How many LINF have no outbox into which the daemon can write.
    package let empechees: Int?
    /// Why, for one of them, one French sentence.
    package let raison: String?

    package init(enAttente: Int, empechees: Int? = nil, raison: String? = nil) {
      self.enAttente = enAttente
      self.empechees = empechees
      self.raison = raison
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      enAttente = try reader.int("enAttente")
      empechees = try reader.optionalInt("empechees")
      raison = try reader.optionalString("raison")
    }

    package var json: JSONValue {
      ["enAttente": .count(enAttente), "empechees": .count(empechees), "raison": .text(raison)]
    }
  }

  /// The mails.
  package struct EtatCourriels: WireObject {
    /// Decided and not yet given to be sent, or to be taken back.
    package let enAttente: Int
    /// Why they wait, one French sentence; nil where nothing keeps them.
    package let faute: String?

    package init(enAttente: Int, faute: String? = nil) {
      self.enAttente = enAttente
      self.faute = faute
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      enAttente = try reader.int("enAttente")
      faute = try reader.optionalString("faute")
    }

    package var json: JSONValue {
      ["enAttente": .count(enAttente), "faute": .text(faute)]
    }
  }

  /// The journal of facts.
  package struct EtatJournal: WireObject {
    /// Number of facts.
    package let entrees: Int
    /// Chained digest of the last one, in hexadecimal.
    package let tete: String

    package init(entrees: Int, tete: String) {
      self.entrees = entrees
      self.tete = tete
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      entrees = try reader.int("entrees")
      tete = try reader.string("tete")
    }

    package var json: JSONValue {
      ["entrees": .count(entrees), "tete": .string(tete)]
    }
  }

  /// Whether forms are being taken.
  package struct EtatIntake: WireObject {
    package let enPause: Bool
    /// Why it pauses, one French sentence; nil when it does not.
    package let raison: String?

    package init(enPause: Bool, raison: String?) {
      self.enPause = enPause
      self.raison = raison
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      enPause = try reader.bool("enPause")
      raison = try reader.optionalString("raison")
    }

    package var json: JSONValue {
      ["enPause": .bool(enPause), "raison": .text(raison)]
    }
  }

  /// The référentiel in force.
  package struct EtatReferentiel: WireObject {
    /// Its number; 0 when none was loaded.
    package let version: Int
    package let communes: Int
    package let linf: Int

    package init(version: Int, communes: Int, linf: Int) {
      self.version = version
      self.communes = communes
      self.linf = linf
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      version = try reader.int("version")
      communes = try reader.int("communes")
      linf = try reader.int("linf")
    }

    package var json: JSONValue {
      ["version": .count(version), "communes": .count(communes), "linf": .count(linf)]
    }
  }
}
