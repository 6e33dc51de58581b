/// The communes that each postal code covers.
struct CommunesParCodePostal: Sendable {
  /// In the order of postal codes, one for each commune, as precise as the code makes it.
  private var endroits: [Endroit] = []
  /// By rank of the postal code: where its places end, the start of the next one's.
  private var fins: [Int32] = []

  init(_ names: NomsParCodePostal, _ parts: [SousCommune]) {
    fins.reserveCapacity(names.codes.count)
    for code in names.codes {
      let begin = endroits.count
      for name in names[code] {
        if endroits.count == begin || endroits[endroits.count - 1].commune != name.commune {
          endroits.append(Endroit(commune: name.commune, codePostal: code))
        }
        // The part that the code is for alone.
        let last = endroits.count - 1
        if endroits[last].sous == nil, let sous = name.sous, parts[Int(sous)].codesPropres.contains(code) {
          endroits[last].sous = sous
        }
      }
      fins.append(Int32(endroits.count))
    }
  }

  /// - Parameter rank: of the postal code among those that the official file lists.
  subscript(rank: Int) -> ArraySlice<Endroit> { endroits[(rank == 0 ? 0 : Int(fins[rank - 1]))..<Int(fins[rank])] }
}
