/// A CSV file read by the names of its columns, which collects its faults as it goes.
struct TableCSV<Colonne: ColonneCSV> {
  let fichier: String
  private(set) var fautes: [FauteReferentiel] = []
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
      isOver = true
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
        if lecteur.count > headers.count, (headers.count..<lecteur.count).contains(where: { !lecteur[$0].isEmpty }) {
          fault(
            nil,
            "\(lecteur.count) colonnes au lieu de \(headers.count) : mettre entre guillemets les valeurs qui contiennent "
              + "le séparateur.")
        }
        return true
      }
    } catch {
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

  private mutating func readHeader() {
    do throws(LecteurCSV.UnclosedQuote) {
      var found = try lecteur.next()
      while found, lecteur.isBlank { found = try lecteur.next() }
      guard found else {
        isOver = true
        fautes.append(
          FauteReferentiel(
            fichier: fichier, message: "le fichier est vide : la première ligne doit nommer les colonnes."))
        return
      }
    } catch {
      isOver = true
      fautes.append(unclosedQuote(at: error.line))
      return
    }
    headers = (0..<lecteur.count).map { String(decoding: lecteur[$0], as: UTF8.self) }
    while headers.last == "" { headers.removeLast() }
    let keys = headers.map(Self.key)
    for column in Colonne.allCases {
      let accepted = column.noms.map(Self.key)
      let matches = keys.indices.filter { accepted.contains(keys[$0]) }
      ranks[column.rawValue] = matches.first ?? -1
      if matches.count > 1 {
        fault(column, "la colonne est là \(matches.count) fois : n’en garder qu’une.")
      }
    }
    for column in Colonne.allCases where column.isRequired && !has(column) {
      isOver = true
      fautes.append(
        FauteReferentiel(
          fichier: fichier, ligne: lecteur.line,
          message: "la colonne « \(column.noms[0]) » manque : la première ligne doit nommer les colonnes (trouvé : "
            + "\(headers.isEmpty ? "rien" : headers.prefix(12).joined(separator: ", ")))."))
    }
  }

  private func unclosedQuote(at line: Int) -> FauteReferentiel {
    FauteReferentiel(
      fichier: fichier, ligne: line,
      message:
        "un guillemet ouvert sur cette ligne n’est jamais refermé : le fermer, ou doubler le guillemet s’il fait "
        + "partie du texte.")
  }

  /// Headers are compared without case, accents, blanks or punctuation: `Libellé d'acheminement` is
  /// `Libelle_d_acheminement`.
  private static func key(_ header: String) -> [UInt8] {
    NomNormalise.plie(header.utf8).filter { $0 != UInt8(ascii: " ") }
  }
}

/// The columns that a file may have.
protocol ColonneCSV: CaseIterable, RawRepresentable, Sendable where RawValue == Int {
  /// The names under which the column is found, the usual one first.
  var noms: [String] { get }
  /// Without it the file says nothing.
  var isRequired: Bool { get }
}
