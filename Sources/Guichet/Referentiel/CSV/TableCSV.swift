/// A CSV file read by the names of its columns, which collects its faults as it goes.
struct TableCSV<Colonne: ColonneCSV> {
  let fichier: String
  private(set) var fautes: [FauteReferentiel] = []
  /// What was left aside without being wrong, one French sentence each.
  private(set) var avertissements: [String] = []
  /// Whether the file could be read to its end; when not, what it lacks is not held against the files that refer to it.
  private(set) var isWhole = true
  /// Whether no row was found behind the header.
  private(set) var isEmpty = true
  private var lecteur: LecteurCSV
  /// Rank of each column in the file, -1 where it is missing.
  private var ranks: [Int]
  private var headers: [String] = []
  private var isOver = false

  init(_ fichier: FichierReferentiel) {
    self.fichier = fichier.nom
    ranks = Array(repeating: -1, count: Colonne.allCases.count)
    do throws(TexteCSV.Fault) {
      lecteur = LecteurCSV(try TexteCSV.decoded(fichier.contenu))
      readHeader()
    } catch {
      lecteur = LecteurCSV([])
      stop()
      fautes.append(FauteReferentiel(fichier: fichier.nom, message: error.message))
    }
  }

  /// Line of the current row.
  var ligne: Int { lecteur.line }

  func has(_ column: Colonne) -> Bool { ranks[column.rawValue] >= 0 }

  /// Goes to the next row that has anything in it; false at the end.
  mutating func next() -> Bool {
    guard !isOver else { return false }
    do throws(LecteurCSV.UnclosedQuote) {
      while try lecteur.next() {
        if lecteur.isBlank { continue }
        isEmpty = false
        if lecteur.count > headers.count, (headers.count..<lecteur.count).contains(where: { !lecteur[$0].isEmpty }) {
          fault(
            nil,
            "\(lecteur.count) colonnes au lieu de \(headers.count) : mettre entre guillemets les valeurs qui contiennent "
              + "le séparateur.")
        }
        return true
      }
    } catch {
      isWhole = false
      fautes.append(unclosedQuote(at: error.line))
    }
    isOver = true
    return false
  }

  /// The bytes of a column in the current row, without surrounding blanks; empty where the column is missing.
  func octets(_ column: Colonne) -> ArraySlice<UInt8> {
    let rank = ranks[column.rawValue]
    return rank < 0 ? [] : lecteur[rank]
  }

  func texte(_ column: Colonne) -> String {
    String(decoding: octets(column), as: UTF8.self)
  }

  /// Nil for an empty field.
  func texteOuRien(_ column: Colonne) -> String? {
    let bytes = octets(column)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Records a fault of the current row.
  mutating func fault(_ column: Colonne?, _ message: String) {
    var name: String?
    if let column {
      let rank = ranks[column.rawValue]
      name = rank < 0 ? column.noms[0] : headers[rank]
    }
    fautes.append(FauteReferentiel(fichier: fichier, ligne: lecteur.line, colonne: name, message: message))
  }

  private mutating func stop() {
    isOver = true
    isWhole = false
  }

  private mutating func readHeader() {
    do throws(LecteurCSV.UnclosedQuote) {
      var found = try lecteur.next()
      while found, lecteur.isBlank { found = try lecteur.next() }
      guard found else {
        stop()
        fautes.append(
          FauteReferentiel(
            fichier: fichier, message: "le fichier est vide : la première ligne doit nommer les colonnes."))
        return
      }
    } catch {
      stop()
      fautes.append(unclosedQuote(at: error.line))
      return
    }
    headers = (0..<lecteur.count).map { String(decoding: lecteur[$0], as: UTF8.self) }
    while headers.last == "" { headers.removeLast() }
    checkHeader()
    // One fault of the header, and not one more for each row that it spoils.
    if !fautes.isEmpty { stop() }
  }

  private mutating func checkHeader() {
    if headers.count == 1, headers[0].utf8.contains(UInt8(ascii: "\t")) {
      fautes.append(
        FauteReferentiel(
          fichier: fichier, ligne: lecteur.line,
          message: "les colonnes sont séparées par des tabulations : enregistrer le fichier au format CSV, avec « ; ».")
      )
      return
    }
    let names = EnTete<Colonne>(headers)
    for column in Colonne.allCases {
      let matches = names.rangs(of: column)
      ranks[column.rawValue] = matches.first ?? -1
      if matches.count > 1 { fault(column, "la colonne est là \(matches.count) fois : n’en garder qu’une.") }
    }
    let missing = Colonne.allCases.filter { !has($0) }
    var misspelt: Set<Int> = []
    for rank in Colonne.isOurs ? names.inconnus : [] {
      let meant = names.proches(rank, parmi: missing)
      misspelt.formUnion(meant.map(\.rawValue))
      guard meant.isEmpty else {
        let wanted = meant.map { "« \($0.noms[0]) »" }.joined(separator: " ou ")
        fautes.append(
          FauteReferentiel(
            fichier: fichier, ligne: lecteur.line, colonne: montre(headers[rank]),
            message: "cette colonne n’est pas connue : l’écrire \(wanted), ou lui donner un tout autre nom si elle dit "
              + "autre chose."))
        continue
      }
      if !headers[rank].isEmpty, let absent = Colonne.precisions.first(where: { !has($0) }) {
        // Under another name it may be the one that is missing, without which a row would hold more than it should.
        fautes.append(
          FauteReferentiel(
            fichier: fichier, ligne: lecteur.line, colonne: montre(headers[rank]),
            message:
              "cette colonne n’est pas connue et la colonne « \(absent.noms[0]) » manque : la nommer ainsi si c’est "
              + "elle, sinon ajouter « \(absent.noms[0]) », même vide."))
        continue
      }
      avertissements.append(
        headers[rank].isEmpty
          ? "\(fichier) : la colonne \(rank + 1), qui n’a pas de nom, n’est pas lue."
          : "\(fichier) : la colonne « \(montre(headers[rank])) » n’est pas connue, elle n’est pas lue.")
    }
    for column in missing where column.isRequired && !misspelt.contains(column.rawValue) {
      missingFault("la colonne « \(column.noms[0]) » manque")
    }
    let oneOf = Colonne.oneOf
    if !oneOf.isEmpty, !oneOf.contains(where: { has($0) || misspelt.contains($0.rawValue) }) {
      missingFault("il faut la colonne " + oneOf.map { "« \($0.noms[0]) »" }.joined(separator: " ou "))
    }
  }

  private mutating func missingFault(_ sentence: String) {
    let found = headers.isEmpty ? "rien" : headers.prefix(12).map(montre).joined(separator: ", ")
    fautes.append(
      FauteReferentiel(
        fichier: fichier, ligne: lecteur.line,
        message: "\(sentence) : la première ligne doit nommer les colonnes (trouvé : \(found))."))
  }

  private func unclosedQuote(at line: Int) -> FauteReferentiel {
    FauteReferentiel(
      fichier: fichier, ligne: line,
      message:
        "un guillemet ouvert sur cette ligne n’est jamais refermé : le fermer, ou doubler le guillemet s’il fait "
        + "partie du texte.")
  }
}
