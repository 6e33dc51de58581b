import Guichet

/// A place as a form gives it, and where it must go.
struct CasDeRoutage: Sendable {
  /// What the place is told by.
  enum Nature: String, CaseIterable, Sendable {
    case codePostalEtNom
    case codeInsee
    case nomSeul
    /// A street line in a commune some of whose streets are another LINF's.
    case voie
    case nomMalEcrit
    /// A postal code of several communes, alone.
    case codePostalPartage

    var libelle: String {
      switch self {
      case .codePostalEtNom: "code postal et nom"
      case .codeInsee: "code INSEE"
      case .nomSeul: "nom seul"
      case .voie: "voie à comparer"
      case .nomMalEcrit: "nom mal écrit"
      case .codePostalPartage: "code postal partagé"
      }
    }

    /// How many of a hundred forms tell their place so, in the mix that a Caf receives.
    var partDuMelange: Int {
      switch self {
      case .codePostalEtNom: 85
      case .codeInsee: 5
      case .nomSeul: 4
      case .voie: 3
      case .nomMalEcrit: 2
      case .codePostalPartage: 1
      }
    }

    /// Whether a place told so has a single right answer; a person may have to decide for the others.
    var estSure: Bool {
      switch self {
      case .codePostalEtNom, .codeInsee, .voie: true
      case .nomSeul, .nomMalEcrit, .codePostalPartage: false
      }
    }
  }

  let nature: Nature
  let departement: String
  let adresse: Adresse
  /// Id of the LINF that holds it.
  let attendu: String

  /// Whether a decision is what it must be: the right LINF; or, where the place is not sure, a person.
  func admet(_ decision: Decision) -> Bool {
    if decision.linf == attendu { return true }
    return !nature.estSure && (decision.linf == nil || nature == .codePostalPartage)
  }
}

extension AnnuaireNational {
  /// Every commune by each of its postal codes and its name, and those that are not split by their code.
  func communes() -> [CasDeRoutage] {
    tenues.flatMap { tenue in
      tenue.commune.codesPostaux.map { cas(.codePostalEtNom, tenue, codePostal: $0) }
        + (tenue.part == nil ? [cas(.codeInsee, tenue, codePostal: nil)] : [])
    }
  }

  /// As many places as wanted, of one nature, of the whole country or of one département.
  func cas(_ nature: CasDeRoutage.Nature, _ count: Int, of departement: String?, seed: UInt64) -> [CasDeRoutage] {
    var draw = SeededGenerator(seed: seed)
    let shared = nature == .codePostalPartage ? codesPostauxPartages() : []
    let fitting = tenues.filter { tenue in
      guard departement == nil || tenue.commune.departement == departement else { return false }
      switch nature {
      case .codePostalEtNom, .nomMalEcrit: return true
      case .codeInsee, .nomSeul: return tenue.part == nil
      case .voie: return !tenue.voies.isEmpty && tenue.part == nil
      case .codePostalPartage: return tenue.commune.codesPostaux.contains(where: shared.contains)
      }
    }
    guard !fitting.isEmpty else { return [] }
    return (0..<count).map { _ in
      let tenue = draw.pick(fitting)
      let code = draw.pick(tenue.commune.codesPostaux.filter { shared.isEmpty || shared.contains($0) })
      guard nature == .voie else {
        return cas(nature, tenue, codePostal: code, voie: "\(draw.pick([2, 15, 118])) \(draw.pick(Mots.voies))")
      }
      guard let (voie, linf) = tenue.voies.first, draw.once(in: 2) else {
        return cas(.voie, tenue, codePostal: code, voie: "\(draw.pick([2, 15, 118])) \(draw.pick(Mots.voies))")
      }
      return cas(
        .voie, tenue, codePostal: code, voie: "\(draw.pick(voie.exemples)) \(draw.pick(voie.ecritures))", linf: linf)
    }
  }

  /// About as many places as wanted, of every nature by its share, in no order.
  func melange(_ count: Int, of departement: String?, seed: UInt64) -> [CasDeRoutage] {
    var draw = SeededGenerator(seed: seed)
    return CasDeRoutage.Nature.allCases.flatMap { nature in
      cas(nature, count * nature.partDuMelange / 100, of: departement, seed: seed)
    }.shuffled(using: &draw)
  }

  private func cas(
    _ nature: CasDeRoutage.Nature, _ tenue: Tenue, codePostal: String?, voie: String = "12 rue des Écoles",
    linf: Int? = nil
  ) -> CasDeRoutage {
    let commune = tenue.commune
    let adresse =
      switch nature {
      case .codePostalEtNom, .voie: Adresse(voie: voie, codePostal: codePostal, commune: commune.nom)
      case .codeInsee: Adresse(voie: voie, codeInsee: commune.code)
      case .nomSeul: Adresse(voie: voie, commune: commune.nom)
      case .nomMalEcrit: Adresse(voie: voie, codePostal: codePostal, commune: Self.misspelt(commune.nom))
      case .codePostalPartage: Adresse(voie: voie, codePostal: codePostal)
      }
    let holder = linf ?? codePostal.map(tenue.linf(codePostal:)) ?? tenue.principal
    return CasDeRoutage(
      nature: nature, departement: commune.departement, adresse: adresse, attendu: Self.id(holder))
  }

  private func codesPostauxPartages() -> Set<String> {
    var seen: Set<String> = []
    return Set(tenues.flatMap(\.commune.codesPostaux).filter { !seen.insert($0).inserted })
  }

  /// Two letters in the middle swapped.
  private static func misspelt(_ name: String) -> String {
    var letters = Array(name)
    guard letters.count > 5 else { return name }
    letters.swapAt(letters.count / 2, letters.count / 2 - 1)
    return String(letters)
  }
}
