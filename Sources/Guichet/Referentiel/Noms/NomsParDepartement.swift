/// The names of each département, found at once whatever their number: those of the whole country share one table of
/// slots, so that a place costs the same for every Caf and nothing is made anew for one.
struct NomsParDepartement: Sendable {
  /// Open addressing: one more than the rank in `NomsParCodePostal.noms` of the first of the names that read the same in
  /// one département, 0 where the slot is free. At most half full.
  private var cases: [Int32]
  /// By rank: the next that reads the same in the same département; −1 for the last.
  private var suivants: [Int32]

  init(_ names: NomsParCodePostal, _ communes: [Commune]) {
    var size = 16
    while size < 2 * names.noms.count { size *= 2 }
    cases = [Int32](repeating: 0, count: size)
    suivants = [Int32](repeating: -1, count: names.noms.count)
    // From the last to the first, so that each list begins with its first.
    for rank in names.noms.indices.reversed() {
      let name = names.noms[rank]
      let slot = rangDeCase(names.cle(name), communes[Int(name.commune)].departement, names, communes)
      suivants[rank] = cases[slot] - 1
      cases[slot] = Int32(rank) + 1
    }
  }

  /// Ranks of every name of a département that reads so, in their order.
  func rangs(
    _ key: NomNormalise, _ departement: String, _ names: NomsParCodePostal, _ communes: [Commune]
  ) -> [Int32] {
    var ranks: [Int32] = []
    var rank = cases[rangDeCase(key.octets[...], departement, names, communes)] - 1
    while rank >= 0 {
      ranks.append(rank)
      rank = suivants[Int(rank)]
    }
    return ranks
  }

  /// The slot that holds these names, or the free one where they belong.
  private func rangDeCase(
    _ key: ArraySlice<UInt8>, _ departement: String, _ names: NomsParCodePostal, _ communes: [Commune]
  ) -> Int {
    let mask = cases.count - 1
    var slot = Self.hachage(key, departement) & mask
    while cases[slot] > 0 {
      let known = names.noms[Int(cases[slot]) - 1]
      if Int(known.longueur) == key.count, communes[Int(known.commune)].departement == departement,
        names.cle(known).elementsEqual(key)
      {
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// FNV-1a: short names are hashed faster than by `Hasher`, and who chooses a name to look up fills no slot.
  private static func hachage(_ key: ArraySlice<UInt8>, _ departement: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in departement.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
