package import StrictJSON

/// Erases families at their request, with all demandes that were merged with theirs (RGPD, article 17).
package enum EraseDemandes: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    package let numeros: [String]
    /// Without it, only what would be done is told.
    package let executer: Bool
    /// Not to wait for the night to remove what copies are left in the file.
    package let toutDeSuite: Bool?

    package init(numeros: [String], executer: Bool, toutDeSuite: Bool?) {
      self.numeros = numeros
      self.executer = executer
      self.toutDeSuite = toutDeSuite
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      executer = try reader.optionalBool("executer") ?? false
      toutDeSuite = try reader.optionalBool("toutDeSuite")
    }

    package var json: JSONValue {
      ["numeros": .list(numeros), "executer": .bool(executer), "toutDeSuite": .flag(toutDeSuite)]
    }
  }

  package struct Reply: WireObject {
    /// What is under way, in every message but the last.
    package let etape: String?
    /// In the last message, as is what follows: those asked for in their order, then those that go with them.
    package let demandes: [Wire.DemandeEffacee]
    /// Ids of the refused files that go with them.
    package let rejets: [String]
    /// No copy is left in the register's file; nil where nothing was done.
    package let complet: Bool?
    /// Backups that may hold a copy until their time is over.
    package let sauvegardes: Int?
    /// Registers that restores set aside, which may hold one too.
    package let misDeCote: Int?

    package init(
      etape: String?, demandes: [Wire.DemandeEffacee] = [], rejets: [String] = [], complet: Bool? = nil,
      sauvegardes: Int? = nil, misDeCote: Int? = nil
    ) {
      self.etape = etape
      self.demandes = demandes
      self.rejets = rejets
      self.complet = complet
      self.sauvegardes = sauvegardes
      self.misDeCote = misDeCote
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      etape = try reader.optionalString("etape")
      demandes = try reader.objects("demandes")
      rejets = try reader.strings("rejets")
      complet = try reader.optionalBool("complet")
      sauvegardes = try reader.optionalInt("sauvegardes")
      misDeCote = try reader.optionalInt("misDeCote")
    }

    package var json: JSONValue {
      [
        "etape": .text(etape), "demandes": .list(demandes), "rejets": .list(rejets), "complet": .flag(complet),
        "sauvegardes": .count(sauvegardes), "misDeCote": .count(misDeCote),
      ]
    }
  }
}

extension Wire {
  /// One demande that is erased, or would be.
  package struct DemandeEffacee: WireObject {
    package let numero: String
    package let fait: Bool
    /// As of an act, where it is not done.
    package let code: String?
    /// One French sentence.
    package let message: String
    /// Entries of the journal whose content goes.
    package let faits: Int
    /// Rendez-vous to come that are called off.
    package let rendezVous: Int
    package let original: Bool
    /// It was not asked for: it was merged with one that was.
    package let jointe: Bool
    /// Demandes that may be of the same family and stay.
    package let proches: [String]

    package init(
      numero: String, fait: Bool, code: String?, message: String, faits: Int = 0, rendezVous: Int = 0,
      original: Bool = false, jointe: Bool = false, proches: [String] = []
    ) {
      self.numero = numero
      self.fait = fait
      self.code = code
      self.message = message
      self.faits = faits
      self.rendezVous = rendezVous
      self.original = original
      self.jointe = jointe
      self.proches = proches
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      fait = try reader.bool("fait")
      code = try reader.optionalString("code")
      message = try reader.string("message")
      faits = try reader.int("faits")
      rendezVous = try reader.int("rendezVous")
      original = try reader.bool("original")
      jointe = try reader.bool("jointe")
      proches = try reader.strings("proches")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero), "fait": .bool(fait), "code": .text(code), "message": .string(message),
        "faits": .count(faits), "rendezVous": .count(rendezVous), "original": .bool(original),
        "jointe": .bool(jointe), "proches": .list(proches),
      ]
    }
  }
}
