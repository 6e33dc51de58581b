/// What a step of a reasoning speaks of, by where it stands in the table: it becomes a text only when somebody reads it.
enum Mention: Sendable {
  case rien
  case texte(String)
  /// As a person typed it.
  case saisi(String)
  case nombre(Int)
  /// Days since 1970.
  case jour(Int32)
  case codePostal(CodePostal)
  case codeInsee(CodeInsee)
  /// Code of a département.
  case departement(String)
  /// The name of a commune, by its rank.
  case commune(Int32)
  /// The name of a part of a commune, by its rank.
  case partie(Int)
  case endroit(Endroit)
  case endroits([Endroit])
  /// The communes that a postal code covers.
  case communesDe(CodePostal)
  /// By its rank, as for all that follow.
  case linf(Int32)
  case nomDuLinf(Int32)
  case plusieursLinf([Int32])
  case rattachement(Int32)
  case periodeDuRattachement(Int32)

  /// - Parameter table: the one that the ranks are of.
  func texte(_ table: TableReferentiel) -> String {
    switch self {
    case .rien: ""
    case .texte(let text): text
    case .saisi(let text): montre(text)
    case .nombre(let number): String(number)
    case .jour(let day): DateCivile(daysSince1970: Int(day)).francaise
    case .codePostal(let code): code.texte
    case .codeInsee(let code): code.texte
    case .departement(let code): Departement.designation(code)
    case .commune(let rank): table.communes[Int(rank)].nom
    case .partie(let rank): table.sousCommunes[rank].nom
    case .endroit(let place): table.designation(place)
    case .endroits(let places): enumeration(places.map(table.designation).sorted())
    case .communesDe(let code): enumeration(table.endroits(code).map(table.designation).sorted())
    case .linf(let rank): table.linf[Int(rank)].designation
    case .nomDuLinf(let rank): table.linf[Int(rank)].nom
    case .plusieursLinf(let ranks): enumeration(ranks.map { table.linf[Int($0)].designation })
    case .rattachement(let rank): table.designation(rattachement: Int(rank))
    case .periodeDuRattachement(let rank): table.rattachements[Int(rank)].periode.phrase
    }
  }
}
