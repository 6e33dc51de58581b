import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

/// What a folder is found to be without any daemon: right or not, and whether the communes are partitioned.
struct ControleReferentiel: Presentable {
  private enum Issue {
    case refuse([Wire.FauteReferentiel])
    case accepte(Referentiel, Partition)
  }

  private let dossier: DossierReferentiel
  private let issue: Issue
  private let montreTout: Bool

  /// Faults that a person is shown of a long list: a file that is wrong throughout has one a line.
  private static let montrees = 50

  /// - Parameters:
  ///   - departement: that of the Caf; nil takes the one of most rattachements.
  ///   - jour: the first day on which everything must be held.
  init(_ dossier: DossierReferentiel, departement: String?, aPartirDu jour: DateCivile, montreTout: Bool) {
    self.dossier = dossier
    self.montreTout = montreTout
    do throws(ReferentielRefuse) {
      let referentiel = try Referentiel.charger(dossier.fichiers + dossier.voisins, departement: departement)
      issue = .accepte(referentiel, referentiel.partition(aPartirDu: jour))
    } catch {
      issue = .refuse(
        error.fautes.map {
          Wire.FauteReferentiel(fichier: $0.fichier, ligne: $0.ligne, colonne: $0.colonne, message: $0.message)
        })
    }
  }

  /// Whether all is right and every commune has exactly one LINF on every day.
  var estPartition: Bool {
    guard case .accepte(_, let partition) = issue else { return false }
    return partition.estComplete
  }

  private var fautes: [Wire.FauteReferentiel] {
    guard case .refuse(let fautes) = issue else { return [] }
    return fautes
  }

  private var enonce: [String] {
    switch issue {
    case .refuse(let fautes):
      [
        "Le référentiel serait refusé en entier : \(fautes.count.de("faute", "fautes")). "
          + "Rien ne peut être dit des communes tant qu’il en reste."
      ]
    case .accepte(_, let partition): partition.phrases
    }
  }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: ["fichier", "ligne", "colonne", "message"])
    for faute in fautes {
      document.append([
        .code(faute.fichier), faute.ligne.map(CSVCell.nombre) ?? .vide, .texte(faute.colonne), .texte(faute.message),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    if let remarque = dossier.remarque { page.paragraphe(remarque, ton: .attention) }
    switch issue {
    case .refuse(let fautes):
      let shown = montreTout ? fautes[...] : fautes.prefix(Self.montrees)
      for faute in shown { page.paragraphe(faute.phrase, ton: .alerte) }
      let rest = fautes.count - shown.count
      if rest > 0 {
        page.paragraphe(
          "… et \(rest.de("autre", "autres")), que --tout ou --json \(rest == 1 ? "donne" : "donnent").",
          ton: .attention)
      }
    case .accepte(let referentiel, _):
      page.champ("Département", Departement.designation(referentiel.departement))
      page.champ("Communes", referentiel.communesCount.francais)
      page.champ("LINF", referentiel.linf.count.francais)
      page.champ("Rattachements", referentiel.rattachementsCount.francais)
      if !referentiel.avertissements.isEmpty {
        page.titre("Avertissements")
        page.liste(referentiel.avertissements, ton: .attention)
      }
      page.titre("Énoncé")
    }
    for phrase in enonce { page.paragraphe(phrase, ton: estPartition ? .bon : .alerte) }
  }

  func json(_ output: inout JSONOutput) {
    var referentiel: Referentiel?
    var lacunes: [Lacune] = []
    if case .accepte(let loaded, let partition) = issue { (referentiel, lacunes) = (loaded, partition.lacunes) }
    func count(_ number: Int?) -> JSONValue { number.map { .int(Int64($0)) } ?? .null }
    output.document([
      "valide": .bool(referentiel != nil), "partition": .bool(estPartition),
      "departement": referentiel.map { .string($0.departement) } ?? .null,
      "communes": count(referentiel?.communesCount), "linf": count(referentiel?.linf.count),
      "rattachements": count(referentiel?.rattachementsCount), "fautes": .array(fautes.map(\.json)),
      "avertissements": .array((referentiel?.avertissements ?? []).map(JSONValue.string)),
      "lacunes": .array(lacunes.map(\.json)), "enonce": .array(enonce.map(JSONValue.string)),
      "ignores": .array(dossier.ignores.map(JSONValue.string)),
    ])
  }
}

extension Lacune {
  fileprivate var json: JSONValue {
    [
      "codeInsee": .string(codeInsee), "nom": .string(nom),
      "codesPostaux": .array(codesPostaux.map(JSONValue.string)),
      "du": periode.du.map { .string($0.iso) } ?? .null, "au": periode.au.map { .string($0.iso) } ?? .null,
    ]
  }
}
