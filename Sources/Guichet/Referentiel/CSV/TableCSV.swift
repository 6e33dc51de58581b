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
  /// The current row has too many fields: what its columns seem to hold is told no more.
  private var isShifted = false

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
        isShifted = false
        if isHeader {
          fault(nil, "la première ligne, qui nomme les colonnes, est répétée ici : retirer cette ligne.")
          continue
        }
        isEmpty = false
        if let other = autreSeparateur {
          fault(
            nil,
            "cette ligne sépare ses colonnes par « \(other) », la première non : employer « ; » partout dans le fichier."
          )
          stop()
          return false
        }
        if lecteur.count > headers.count, (headers.count..<lecteur.count).contains(where: { !lecteur[$0].isEmpty }) {
          fault(
            nil,
            "\(lecteur.count) colonnes au lieu de \(headers.count) : mettre entre guillemets les valeurs qui contiennent "
              + "le séparateur.")
          isShifted = true
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
    guard !isShifted else { return }
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
      while found, lecteur.isBlank || nommeLeSeparateur { found = try lecteur.next() }
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
    let check = ControleEnTete<Colonne>(headers, fichier, ligne: lecteur.line)
    ranks = check.rangs
    fautes = check.fautes
    avertissements = check.avertissements
    // One fault of the header, and not one more for each row that it spoils.
    if !fautes.isEmpty { stop() }
  }

  /// `sep=;`, which some programs write before the header for spreadsheets to read.
  private var nommeLeSeparateur: Bool {
    lecteur.count <= 2 && lecteur[0].elementsEqual("sep=".utf8) && lecteur[1].isEmpty
  }

  /// The first line again, as files that were put together have it.
  private var isHeader: Bool {
    guard lecteur.count >= headers.count else { return false }
    return headers.indices.allSatisfy { lecteur[$0].elementsEqual(headers[$0].utf8) }
  }

  /// What parts the row although it does not part the header.
  private var autreSeparateur: Character? {
    guard lecteur.count == 1, headers.count > 2 else { return nil }
    return [",", ";", "\t", "|"].first { mark in
      lecteur[0].count { $0 == mark.asciiValue } >= headers.count - 1
    }
  }

  private func unclosedQuote(at line: Int) -> FauteReferentiel {
    FauteReferentiel(
      fichier: fichier, ligne: line,
      message:
        "un guillemet ouvert sur cette ligne n’est jamais refermé : le fermer, ou doubler le guillemet s’il fait "
        + "partie du texte.")
  }
}
