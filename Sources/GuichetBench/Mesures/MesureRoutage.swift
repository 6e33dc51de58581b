import StrictJSON

/// What `routage` found.
struct MesureRoutage: Sendable {
  /// Microseconds of each decision about places of one nature, or of the mix of all, sorted; never empty.
  struct Couts: Sendable {
    /// Nil for the mix.
    let nature: CasDeRoutage.Nature?
    let pays: [Double]
    let petit: [Double]

    /// Mean under the table of the country, against that of the small département.
    var ratio: Double { MesureRoutage.mean(pays) / MesureRoutage.mean(petit) }
  }

  let communes: Int
  let linf: Int
  /// Seconds, sorted.
  var chargements: [Double] = []
  var memoire = MemoireReferentiel()
  /// Places checked before anything was measured.
  var lieuxJustes = 0
  var couts: [Couts] = []

  static func mean(_ times: [Double]) -> Double { times.reduce(0, +) / Double(times.count) }

  /// The time that this share does not exceed (nearest rank).
  static func percentile(_ share: Double, _ times: [Double]) -> Double {
    let rank = Int((share * Double(times.count)).rounded(.up)) - 1
    return times[max(0, min(rank, times.count - 1))]
  }

  var texte: String {
    let header = """
      annuaire : \(communes) communes, \(linf) LINF ; \(lieuxJustes) lieux orientés, tous vers le LINF qui les tient
      chargement : \(Chiffres.decimal(chargements[0], 3)) s au mieux, \
      \(Chiffres.decimal(chargements[chargements.count / 2], 3)) s en médiane ; \
      mémoire ajoutée \(memoire.ajoutee >> 20) Mio, au plus \(memoire.pointe >> 20) Mio pendant le chargement
      orientation, en microsecondes (moyenne, p50, p99) : pays entier ; petit département ; rapport des moyennes

      """
    return couts.reduce(into: header) { text, cost in
      let sides = [cost.pays, cost.petit].map { times in
        [Self.mean(times), Self.percentile(0.5, times), Self.percentile(0.99, times)]
          .map { Chiffres.decimal($0, 2) }.joined(separator: " ")
      }
      let name = cost.nature?.libelle ?? "mélange"
      let blanks = String(repeating: " ", count: max(0, 20 - name.count))
      text += "  \(name)\(blanks) \(sides.joined(separator: " ; ")) ; ×\(Chiffres.decimal(cost.ratio, 2))\n"
    }
  }

  var json: JSONValue {
    [
      "communes": .int(Int64(communes)), "linf": .int(Int64(linf)), "lieuxJustes": .int(Int64(lieuxJustes)),
      "chargement": .number(Chiffres.json(chargements[0])),
      "chargementMedian": .number(Chiffres.json(chargements[chargements.count / 2])),
      "memoireAjoutee": .int(Int64(memoire.ajoutee)), "memoirePointe": .int(Int64(memoire.pointe)),
      "orientation": .object(
        couts.map { cost in
          JSONMember(
            cost.nature?.rawValue ?? "melange",
            [
              "pays": Self.json(cost.pays), "petit": Self.json(cost.petit),
              "rapport": .number(Chiffres.json(cost.ratio)),
            ])
        }),
    ]
  }

  private static func json(_ times: [Double]) -> JSONValue {
    [
      "moyenne": .number(Chiffres.json(mean(times))), "p50": .number(Chiffres.json(percentile(0.5, times))),
      "p99": .number(Chiffres.json(percentile(0.99, times))),
    ]
  }
}

/// What a loaded référentiel adds to a fresh process, in bytes.
struct MemoireReferentiel: Sendable {
  /// Resident size once it is loaded, less that before any file was read.
  var ajoutee = 0
  /// Largest resident size while loading, less the same.
  var pointe = 0
}
