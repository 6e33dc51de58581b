/// Days from a first to a last, both inside; open where a bound is nil.
package struct Periode: Hashable, Sendable {
  private let premier: Int32
  private let dernier: Int32

  /// Nil when the last day comes before the first.
  package init?(du: DateCivile?, au: DateCivile?) {
    premier = du.map { Int32($0.daysSince1970) } ?? .min
    dernier = au.map { Int32($0.daysSince1970) } ?? .max
    guard premier <= dernier else { return nil }
  }

  private init(premier: Int32, dernier: Int32) {
    self.premier = premier
    self.dernier = dernier
  }

  /// Every day.
  package static let toujours = Periode(premier: .min, dernier: .max)

  package var du: DateCivile? { premier == .min ? nil : DateCivile(daysSince1970: Int(premier)) }
  package var au: DateCivile? { dernier == .max ? nil : DateCivile(daysSince1970: Int(dernier)) }

  package func contient(_ jour: DateCivile) -> Bool {
    contient(jourDepuis1970: Int32(jour.daysSince1970))
  }

  /// Tells any two apart, for a fixed order of rows.
  var ordre: Int64 { Int64(premier) << 32 | Int64(UInt32(bitPattern: dernier)) }

  func contient(jourDepuis1970 day: Int32) -> Bool { premier <= day && day <= dernier }

  /// The days that both have; nil when there is none.
  package func commune(avec other: Periode) -> Periode? {
    let first = max(premier, other.premier)
    let last = min(dernier, other.dernier)
    return first <= last ? Periode(premier: first, dernier: last) : nil
  }

  /// First day, and first day after the last one, as days since 1970, where there are such days: the calendar ends with
  /// 31/12/9999, which stands for no end.
  var bornes: (debut: Int32?, apres: Int32?) {
    (premier == .min ? nil : premier, dernier >= Self.finDuCalendrier ? nil : dernier + 1)
  }

  /// 31/12/9999, as days since 1970.
  private static let finDuCalendrier: Int32 = 2_932_896

  /// The days of this one that none of the others has, in their order.
  func sans(_ others: [Periode]) -> [Periode] {
    var rest: [Periode] = []
    var start = premier
    for other in others.sorted(by: { $0.premier < $1.premier }) where other.dernier >= start && other.premier <= dernier
    {
      if other.premier > start { rest.append(Periode(premier: start, dernier: other.premier - 1)) }
      guard other.dernier < dernier else { return rest }
      start = other.dernier + 1
    }
    rest.append(Periode(premier: start, dernier: dernier))
    return rest
  }

  /// `du 01/01/2026 au 31/03/2026`, `depuis le 01/01/2026`, `jusqu’au 31/03/2026`, `sans limite de date`.
  package var phrase: String {
    switch (du, au) {
    case (let du?, let au?): du == au ? "le \(du.francaise)" : "du \(du.francaise) au \(au.francaise)"
    case (let du?, nil): "à partir du \(du.francaise)"
    case (nil, let au?): "jusqu’au \(au.francaise)"
    case (nil, nil): "sans limite de date"
    }
  }
}
