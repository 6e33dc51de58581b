import Guichet
import GuichetControl

/// What a monitoring plugin measures; times in seconds, the only unit of time that such plugins have.
enum MesureDeSonde: String, CaseIterable {
  case battement
  case silence
  case orienter
  case depot
  case retard
  case refus
  case espace
  case sauvegarde

  /// Nil where there is nothing to measure.
  func valeur(_ surveillance: Wire.Surveillance) -> Int? {
    switch self {
    case .battement: surveillance.battement
    case .silence: surveillance.silence
    case .orienter: surveillance.aOrienter ?? 0
    case .depot: surveillance.depot ?? 0
    case .retard: surveillance.retard
    case .refus: surveillance.rejets
    case .espace: surveillance.espace
    case .sauvegarde: surveillance.sauvegarde
    }
  }

  var unite: String {
    switch self {
    case .battement, .silence, .orienter, .depot, .sauvegarde: "s"
    case .espace: "%"
    case .retard, .refus: ""
    }
  }

  /// The most that it can be; nil where there is no bound. None is ever below 0.
  var auPlus: Double? { self == .espace ? 100 : nil }

  /// What an alert of it says, with the threshold that it passed.
  func phrase(_ value: Int, _ seuil: Seuil) -> String {
    func borne(_ limit: Double) -> String { texte(limit, beside: value) }
    let passed: String
    if !seuil.estInverse {
      if let max = seuil.max, Double(value) > max {
        passed = "plus de \(borne(max))"
      } else {
        passed = "moins de \(borne(seuil.min ?? 0))"
      }
    } else {
      switch (seuil.min, seuil.max) {
      case (let min?, let max?): passed = "entre \(borne(min)) et \(borne(max))"
      case (let min?, nil): passed = "\(borne(min)) ou plus"
      case (nil, let max?): passed = "\(borne(max)) ou moins"
      case (nil, nil): passed = "quelle que soit la valeur"
      }
    }
    return "\(phrase(value)), \(passed)"
  }

  /// A bound as the value is written, but for one that would read like it.
  private func texte(_ limit: Double, beside value: Int) -> String {
    let whole = limit == limit.rounded() && abs(limit) < 1e15
    let number = whole ? "\(Int64(limit))" : "\(limit)".replacing(".", with: ",")
    switch unite {
    case "s" where whole && Constats.duree(Int(limit)) != Constats.duree(value): return Constats.duree(Int(limit))
    case "s": return "\(number) s"
    case "%": return "\(number) %"
    default: return number
    }
  }

  private func phrase(_ value: Int) -> String {
    switch self {
    case .battement: "la réception n’a plus donné signe de vie depuis \(Constats.duree(value))"
    case .silence: "aucun formulaire depuis \(Constats.duree(value)) d’ouverture"
    case .orienter: "une demande attend d’être orientée depuis \(Constats.duree(value))"
    case .depot: "un fichier attend dans depot/ depuis \(Constats.duree(value))"
    case .retard: value.de("demande en retard", "demandes en retard")
    case .refus: value.de("fichier refusé", "fichiers refusés")
    case .espace: "\(value) % de place ou d’inodes libres"
    case .sauvegarde: "la dernière sauvegarde a \(Constats.duree(value))"
    }
  }
}

/// `MESURE=SEUIL`, such as `retard=50` or `espace=20:`.
struct SeuilDeSonde {
  let mesure: MesureDeSonde
  let texte: String
  let seuil: Seuil

  /// Why a text is no threshold.
  struct Refus: Error {
    /// One French sentence, with what would be one.
    let message: String
  }

  /// - Throws: `Refus`.
  init(_ text: String) throws(Refus) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let mesure = MesureDeSonde(rawValue: String(parts[0])) else {
      throw Refus(
        text,
        "n’est pas un seuil : écrivez M=S, comme retard=50 ou espace=20: ; M est "
          + MesureDeSonde.allCases.map(\.rawValue).enumeres)
    }
    let range = String(parts[1])
    guard let seuil = Seuil(range) else { throw Refus(text, Self.reproche(range)) }
    guard [seuil.min, seuil.max].compactMap(\.self).allSatisfy({ $0 >= 0 }) else {
      throw Refus(text, "est négatif, ce que « \(mesure.rawValue) » n’est jamais : écrivez un seuil à partir de 0")
    }
    if let most = mesure.auPlus, [seuil.min, seuil.max].compactMap(\.self).contains(where: { $0 > most }) {
      throw Refus(
        text,
        "passe \(Int(most))\u{A0}%, ce que « \(mesure.rawValue) » ne peut pas : écrivez de 0 à \(Int(most)), "
          + "comme \(mesure.rawValue)=20:")
    }
    self.mesure = mesure
    texte = range
    self.seuil = seuil
  }

  /// What is wrong with a range that is none.
  private static func reproche(_ range: String) -> String {
    let bare = range.hasPrefix("@") ? range.dropFirst() : range[...]
    let ends = bare.split(separator: ":", omittingEmptySubsequences: false)
    if ends.count == 2, Seuil("\(ends[1]):\(ends[0])") != nil {
      return "finit avant de commencer : écrivez le plus petit d’abord, \(ends[1]):\(ends[0])"
    }
    if ends.count == 1, Seuil("\(bare):") != nil { return "est négatif : écrivez un seuil à partir de 0" }
    return "n’a pas de seuil lisible après le signe égal : écrivez 10 (de 0 à 10), 10:, ~:10, 10:20 ou @10:20"
  }
}

extension SeuilDeSonde.Refus {
  /// Two thresholds of which only one could apply.
  init(repete mesure: MesureDeSonde, _ one: String, _ other: String) {
    message =
      "« \(mesure.rawValue) » a deux seuils de même gravité, \(TerminalSafety.line(one)) et \(TerminalSafety.line(other)) : "
      + "gardez-en un."
  }

  fileprivate init(_ text: String, _ reproche: String) {
    message = "« \(TerminalSafety.line(text)) » \(reproche)."
  }
}
