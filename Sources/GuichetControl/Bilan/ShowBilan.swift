package import StrictJSON

/// A year's figures, of the whole Caf or of a part of it.
package enum ShowBilan: ControlMethod {
  package struct Parameters: WireObject {
    package let annee: Int
    /// Id of the LINF of which it tells.
    package let linf: String?
    /// INSEE code of the commune of which it tells, today's or a former one.
    package let commune: String?
    /// SIREN or name of the EPCI of which it tells.
    package let epci: String?
    /// The last day of which it tells; nil for all that is known now.
    package let arreteAu: String?

    package init(
      annee: Int, linf: String? = nil, commune: String? = nil, epci: String? = nil, arreteAu: String? = nil
    ) {
      self.annee = annee
      self.linf = linf
      self.commune = commune
      self.epci = epci
      self.arreteAu = arreteAu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      annee = try reader.int("annee")
      linf = try reader.optionalString("linf")
      commune = try reader.optionalString("commune")
      epci = try reader.optionalString("epci")
      arreteAu = try reader.optionalString("arreteAu")
    }

    package var json: JSONValue {
      [
        "annee": .count(annee), "linf": .text(linf), "commune": .text(commune), "epci": .text(epci),
        "arreteAu": .text(arreteAu),
      ]
    }
  }

  package struct Reply: WireObject {
    package let bilan: Wire.Bilan

    package init(bilan: Wire.Bilan) {
      self.bilan = bilan
    }

    package init(_ json: JSON) throws(WireFault) {
      bilan = try WireReader(json).object("bilan")
    }

    package var json: JSONValue { ["bilan": bilan.json] }
  }
}

extension Wire {
  /// A year's figures, as they are published.
  package struct Bilan: WireObject {
    package let annee: Int
    /// `caf`, `linf`, `commune` or `epci`.
    package let genre: String
    /// Id of the LINF, INSEE code or SIREN; nil for the Caf.
    package let code: String?
    package let nom: String
    /// The figures tell of what was recorded by then.
    package let arreteAu: String
    /// The last fact of the journal that they take in.
    package let sequence: Int
    /// The open days within which a family should be reached.
    package let objectif: Int?
    /// Demandes that cannot be read, and are in no figure.
    package let illisibles: Int
    package let chiffres: [Chiffre]
    package let tableaux: [Tableau]

    package init(
      annee: Int, genre: String, code: String? = nil, nom: String, arreteAu: String, sequence: Int,
      objectif: Int? = nil, illisibles: Int, chiffres: [Chiffre], tableaux: [Tableau]
    ) {
      self.annee = annee
      self.genre = genre
      self.code = code
      self.nom = nom
      self.arreteAu = arreteAu
      self.sequence = sequence
      self.objectif = objectif
      self.illisibles = illisibles
      self.chiffres = chiffres
      self.tableaux = tableaux
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      annee = try reader.int("annee")
      genre = try reader.string("genre")
      code = try reader.optionalString("code")
      nom = try reader.string("nom")
      arreteAu = try reader.string("arreteAu")
      sequence = try reader.int("sequence")
      objectif = try reader.optionalInt("objectif")
      illisibles = try reader.int("illisibles")
      chiffres = try reader.objects("chiffres")
      tableaux = try reader.objects("tableaux")
    }

    package var json: JSONValue {
      [
        "annee": .count(annee), "genre": .string(genre), "code": .text(code), "nom": .string(nom),
        "arreteAu": .string(arreteAu), "sequence": .count(sequence), "objectif": .count(objectif),
        "illisibles": .count(illisibles), "chiffres": .list(chiffres), "tableaux": .list(tableaux),
      ]
    }

    /// One figure.
    package struct Chiffre: WireObject {
      package let code: String
      package let libelle: String
      package let unite: String
      /// Nil where there is nothing to take it from.
      package let valeur: Int?

      package init(code: String, libelle: String, unite: String, valeur: Int?) {
        self.code = code
        self.libelle = libelle
        self.unite = unite
        self.valeur = valeur
      }

      package init(_ json: JSON) throws(WireFault) {
        let reader = try WireReader(json)
        code = try reader.string("code")
        libelle = try reader.string("libelle")
        unite = try reader.string("unite")
        valeur = try reader.optionalInt("valeur")
      }

      package var json: JSONValue {
        ["code": .string(code), "libelle": .string(libelle), "unite": .string(unite), "valeur": .count(valeur)]
      }
    }

    /// Counts by rows and columns.
    package struct Tableau: WireObject {
      package let code: String
      package let libelle: String
      package let colonnes: [Intitule]
      package let lignes: [Ligne]

      package init(code: String, libelle: String, colonnes: [Intitule], lignes: [Ligne]) {
        self.code = code
        self.libelle = libelle
        self.colonnes = colonnes
        self.lignes = lignes
      }

      package init(_ json: JSON) throws(WireFault) {
        let reader = try WireReader(json)
        code = try reader.string("code")
        libelle = try reader.string("libelle")
        colonnes = try reader.objects("colonnes")
        lignes = try reader.objects("lignes")
      }

      package var json: JSONValue {
        [
          "code": .string(code), "libelle": .string(libelle), "colonnes": .list(colonnes), "lignes": .list(lignes),
        ]
      }
    }

    /// What a row or column is of.
    package struct Intitule: WireObject {
      package let code: String
      package let libelle: String

      package init(code: String, libelle: String) {
        self.code = code
        self.libelle = libelle
      }

      package init(_ json: JSON) throws(WireFault) {
        let reader = try WireReader(json)
        code = try reader.string("code")
        libelle = try reader.string("libelle")
      }

      package var json: JSONValue { ["code": .string(code), "libelle": .string(libelle)] }
    }

    /// One row.
    package struct Ligne: WireObject {
      package let code: String
      package let libelle: String
      /// By column; nil for one that is hidden so that it tells of no single family, -1 on the wire.
      package let valeurs: [Int?]

      package init(code: String, libelle: String, valeurs: [Int?]) {
        self.code = code
        self.libelle = libelle
        self.valeurs = valeurs
      }

      package init(_ json: JSON) throws(WireFault) {
        let reader = try WireReader(json)
        code = try reader.string("code")
        libelle = try reader.string("libelle")
        valeurs = try reader.ints("valeurs").map { $0 == -1 ? nil : $0 }
      }

      package var json: JSONValue {
        [
          "code": .string(code), "libelle": .string(libelle),
          "valeurs": .array(valeurs.map { .int(Int64($0 ?? -1)) }),
        ]
      }
    }
  }
}
