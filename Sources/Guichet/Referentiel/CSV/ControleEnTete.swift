/// The first line of a file, held against the columns that it should name: where each stands, and what is wrong with it.
struct ControleEnTete<Colonne: ColonneCSV> {
  /// Rank of each column in the file, -1 where it is missing.
  private(set) var rangs: [Int]
  private(set) var fautes: [FauteReferentiel] = []
  private(set) var avertissements: [String] = []

  private let headers: [String]
  private let fichier: String
  private let ligne: Int

  init(_ headers: [String], _ fichier: String, ligne: Int) {
    self.headers = headers
    self.fichier = fichier
    self.ligne = ligne
    let names = EnTete<Colonne>(headers)
    let places = Colonne.allCases.map { names.rangs(of: $0) }
    rangs = places.map { $0.first ?? -1 }
    controler(names, places)
  }

  private mutating func controler(_ names: EnTete<Colonne>, _ places: [[Int]]) {
    if let mark = autreSeparateur {
      return fault(
        nil, "les colonnes sont séparées par des \(mark) : enregistrer le fichier au format CSV, avec « ; ».")
    }
    for there in places where there.count > 1 {
      fault(headers[there[0]], "la colonne est là \(there.count) fois : n’en garder qu’une.")
    }
    let missing = Colonne.allCases.filter { !has($0) }
    let misspelt = misspelt(names, missing)
    if misspelt.isEmpty, missing.count == Colonne.allCases.count { return sansColonne() }
    manquantes(missing.filter { !misspelt.contains($0.rawValue) })
    if fautes.isEmpty { inconnues(names) }
  }

  private func has(_ column: Colonne) -> Bool { rangs[column.rawValue] >= 0 }

  private mutating func fault(_ colonne: String?, _ message: String) {
    fautes.append(FauteReferentiel(fichier: fichier, ligne: ligne, colonne: colonne.map(montre), message: message))
  }

  /// What the line is parted by, when that is no separator of ours: `tabulations`, `barres « | »`.
  private var autreSeparateur: String? {
    guard headers.count == 1 else { return nil }
    if headers[0].utf8.contains(UInt8(ascii: "\t")) { return "tabulations" }
    return headers[0].utf8.contains(UInt8(ascii: "|")) ? "barres « | »" : nil
  }

  /// Names that are nearly a column's; the columns that they were meant to be.
  private mutating func misspelt(_ names: EnTete<Colonne>, _ missing: [Colonne]) -> Set<Int> {
    var found: Set<Int> = []
    for rank in Colonne.isOurs ? names.inconnus : [] {
      let meant = names.proches(rank, parmi: missing)
      guard !meant.isEmpty else { continue }
      found.formUnion(meant.map(\.rawValue))
      let wanted = meant.map { "« \($0.noms[0]) »" }.joined(separator: " ou ")
      fault(
        headers[rank],
        "cette colonne n’est pas connue : l’écrire \(wanted), ou lui donner un tout autre nom si elle dit autre chose.")
    }
    return found
  }

  // MARK: Columns that are missing

  private mutating func sansColonne() {
    let wanted = Colonne.allCases.map { $0.noms[0] }.joined(separator: ";")
    fault(
      nil,
      "cette ligne ne nomme aucune colonne connue : y écrire les noms des colonnes (\(wanted)), et retirer ce qui les "
        + "précède (trouvé : \(trouve)).")
  }

  private mutating func manquantes(_ missing: [Colonne]) {
    let required = missing.filter(\.isRequired).map { "« \($0.noms[0]) »" }
    let oneOf = Colonne.oneOf.map { "« \($0.noms[0]) »" }.joined(separator: " ou ")
    var lacks = required.count > 1 ? ["les colonnes \(enumeration(required)) manquent"] : []
    if let name = required.first, required.count == 1 { lacks = ["la colonne \(name) manque"] }
    if !Colonne.oneOf.isEmpty,
      Colonne.oneOf.allSatisfy({ column in missing.contains { $0.rawValue == column.rawValue } })
    {
      lacks.append("il faut la colonne \(oneOf)")
    }
    guard !lacks.isEmpty else { return }
    let sentence = lacks.joined(separator: ", et ")
    fault(nil, "\(sentence) : la première ligne doit nommer les colonnes (trouvé : \(trouve)).")
  }

  private var trouve: String { headers.isEmpty ? "rien" : headers.prefix(12).map(montre).joined(separator: ", ") }

  // MARK: Columns that are not known

  /// Under another name one may be the precision that is missing, without which a row would hold more than it should.
  private mutating func inconnues(_ names: EnTete<Colonne>) {
    let unknown = Colonne.isOurs ? names.inconnus : []
    let named = unknown.filter { !headers[$0].isEmpty }
    if let absent = Colonne.precisions.first(where: { !has($0) }), let first = named.first {
      let remedy = "« \(absent.noms[0]) » manque : la nommer ainsi si c’est elle, sinon ajouter « \(absent.noms[0]) », "
      if named.count == 1 {
        return fault(headers[first], "cette colonne n’est pas connue et la colonne \(remedy)même vide.")
      }
      let shown = enumeration(named.map { "« \(montre(headers[$0])) »" })
      return fault(nil, "les colonnes \(shown) ne sont pas connues et la colonne \(remedy)même vide.")
    }
    for rank in unknown {
      avertissements.append(
        headers[rank].isEmpty
          ? "\(fichier) : la colonne \(rank + 1), qui n’a pas de nom, n’est pas lue."
          : "\(fichier) : la colonne « \(montre(headers[rank])) » n’est pas connue, elle n’est pas lue.")
    }
  }
}
