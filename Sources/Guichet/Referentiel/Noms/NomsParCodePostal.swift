/// The names under each postal code, in flat arrays: a look-up costs the same whatever their number.
struct NomsParCodePostal: Sendable {
  /// Those that the official file lists, in their order.
  private(set) var codes: [CodePostal] = []
  /// In the order of postal codes, then communes.
  private(set) var noms: [NomDesservi] = []
  /// By rank in `codes`: where its names end in `noms`, the start of the next one's.
  private var fins: [Int32] = []
  /// By `CodePostal.indice`: one more than its rank in `codes`, 0 for a code that is not listed.
  private var rangs = [Int32](repeating: 0, count: CodePostal.nombre)
  /// The normalised names, end to end.
  private var cles: [UInt8] = []

  /// The names under a postal code; empty for a code that the official file does not list.
  subscript(code: CodePostal) -> ArraySlice<NomDesservi> {
    guard let rank = rang(code) else { return [] }
    return noms[(rank == 0 ? 0 : Int(fins[rank - 1]))..<Int(fins[rank])]
  }

  /// Where the code stands in `codes`; nil for one that the official file does not list.
  func rang(_ code: CodePostal) -> Int? {
    let next = rangs[Int(code.indice)]
    return next > 0 ? Int(next) - 1 : nil
  }

  func cle(_ name: NomDesservi) -> ArraySlice<UInt8> {
    cles[Int(name.debut)..<Int(name.debut) + Int(name.longueur)]
  }

  /// The next code, its names sorted by commune; of two that read the same in one commune the first is kept.
  ///
  /// - Parameter other: what the names' `debut` and `longueur` point into.
  mutating func ajouter(_ code: CodePostal, _ names: [NomDesservi], cles other: [UInt8]) {
    let begin = noms.count
    for name in names {
      let key = other[Int(name.debut)..<Int(name.debut) + Int(name.longueur)]
      let isKnown = noms[begin...].contains { $0.commune == name.commune && cle($0).elementsEqual(key) }
      guard !isKnown else { continue }
      noms.append(
        NomDesservi(
          debut: UInt32(cles.count), longueur: name.longueur, classe: name.classe,
          lettres: name.lettres, commune: name.commune, sous: name.sous))
      cles.append(contentsOf: key)
    }
    codes.append(code)
    fins.append(Int32(noms.count))
    rangs[Int(code.indice)] = Int32(codes.count)
  }
}
