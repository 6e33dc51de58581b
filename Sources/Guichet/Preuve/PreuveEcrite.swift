package import StrictJSON

extension Preuve {
  /// The version of the written form.
  package static let version = 2

  /// The one written form: members in this order, without any space. Seals are digests of these bytes.
  package var canonique: [UInt8] { json.bytes() }

  package var json: JSONValue {
    [
      "preuve": .int(Int64(Self.version)), "annee": .int(Int64(annee)), "linf": .string(linf), "nom": .string(nom),
      "arreteAu": .string(arreteAu.rfc3339(offsetSeconds: 0)), "jour": .string(jour.iso), "sequence": .int(seq),
      "chaine": .string(chaine), "referentiel": .int(Int64(referentiel)), "delais": .string(delais),
      "illisibles": .array(illisibles.map { .string($0.texte) }), "points": .array(points.map(\.json)),
      "pieces": .array(pieces.map(\.json)), "demandes": .array(demandes.map(\.json)),
    ]
  }
}

extension Preuve.DemandeCitee {
  fileprivate var json: JSONValue { ["numero": .string(numero.texte), "suite": .string(suite.rawValue)] }
}

extension Preuve.Piece {
  fileprivate var json: JSONValue {
    [
      "sequence": .int(seq), "type": .string(fait.genre.rawValue), "date": .string(fait.date.iso),
      "nom": .string(fait.nom), "sha256": .string(fait.empreinte), "taille": .int(Int64(fait.taille)),
    ]
  }
}

extension PointDePreuve {
  fileprivate var json: JSONValue {
    [
      "code": .string(code.rawValue), "constat": .string(constat.rawValue), "raison": .string(raison),
      "chiffres": chiffres.compte,
      "repartitions": .object(repartitions.map { JSONMember($0.code.rawValue, $0.parts.compte) }),
      "delais": .array(delais.map(\.json)),
      "periodes": .array(
        periodes.map {
          [
            "droit": .string($0.genre.rawValue), "du": .string($0.du.iso), "au": .string($0.au.iso),
            "tenu": .bool($0.estTenu),
          ]
        }),
      "lacunes": .array(
        lacunes.map {
          [
            "du": .string($0.du.iso), "au": .string($0.au.iso), "manque": .string($0.manque.rawValue),
            "demandes": .array($0.demandes.map(\.json)),
          ]
        }),
      "listes": .object(listes.map { JSONMember($0.code.rawValue, .array($0.demandes.map(\.json))) }),
    ]
  }
}

extension [PointDePreuve.Chiffre] {
  fileprivate var compte: JSONValue { .object(map { JSONMember($0.code, .entier($0.valeur)) }) }
}

extension PointDePreuve.Delai {
  fileprivate var json: JSONValue {
    [
      "degre": .string(degre.rawValue), "depuis": .string(depuis.rawValue), "nombre": .int(Int64(nombre)),
      "aTemps": .int(Int64(aTemps)), "ouvertMediane": .entier(ouvertMediane), "ouvertMoyenne": .entier(ouvertMoyenne),
      "calendaireMediane": .entier(calendaireMediane), "calendaireMoyenne": .entier(calendaireMoyenne),
    ]
  }
}

extension JSONValue {
  fileprivate static func entier(_ value: Int?) -> JSONValue { value.map { .int(Int64($0)) } ?? .null }
}
