/// How a decision was reasoned out.
///
/// Most decisions are made to see that nothing changes, and nobody reads why: so the steps that were just made point into
/// the table, and are written only for the journal or for a person.
struct Raisonnement: Sendable {
  private let pas: [Pas]
  private let table: TableReferentiel?
  /// Recorded steps, or those that were written after the others.
  private var ecrites: [Etape]
  /// Ranks of the rattachements that gave the LINF.
  private let rattachements: Porteurs

  /// One most often: then nothing is made for it.
  enum Porteurs: Sendable {
    case aucun
    case un(Int32)
    case plusieurs(Set<Int32>)

    var rangs: Set<Int32> {
      switch self {
      case .aucun: []
      case .un(let rank): [rank]
      case .plusieurs(let ranks): ranks
      }
    }
  }

  init(_ pas: [Pas], _ rattachements: Porteurs, in table: TableReferentiel) {
    self.pas = pas
    self.table = table
    self.rattachements = rattachements
    ecrites = []
  }

  /// Steps as they were recorded.
  init(ecrites: [Etape]) {
    pas = []
    table = nil
    rattachements = .aucun
    self.ecrites = ecrites
  }

  mutating func ajouter(_ etape: Etape) { ecrites.append(etape) }

  var etapes: [Etape] {
    guard let table else { return ecrites }
    return pas.map { $0.ecrit(table) } + ecrites
  }

  /// What tells the rattachements that gave the LINF from any other, in an order of their own; empty without any.
  var identites: [String] {
    guard let table else { return [] }
    return rattachements.rangs.map { table.identite(rattachement: Int($0)) }.sorted()
  }
}

extension Raisonnement: Hashable {
  /// By what they say: one that was just made is the same as its record.
  static func == (left: Raisonnement, right: Raisonnement) -> Bool { left.etapes == right.etapes }

  func hash(into hasher: inout Hasher) { hasher.combine(etapes) }
}
