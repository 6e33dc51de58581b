/// The communes that each postal code covers, and the sentence that names them all: made once, for a code may cover forty
/// and every demande that gives it alone is told them.
struct CommunesParCodePostal: Sendable {
  /// In the order of postal codes, one for each commune, as precise as the code makes it.
  private var endroits: [Endroit] = []
  /// By rank of the postal code: where its places end, the start of the next one's.
  private var fins: [Int32] = []
  private var phrases: [String] = []

  init(_ names: NomsParCodePostal, _ communes: [Commune], _ parts: [SousCommune]) {
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
      phrases.append(
        enumeration(
          endroits[begin...].map { place in
            place.sous.map { parts[Int($0)].designation } ?? communes[Int(place.commune)].designation
          }.sorted()))
    }
  }

  /// - Parameter rank: of the postal code among those that the official file lists.
  subscript(rank: Int) -> ArraySlice<Endroit> { endroits[(rank == 0 ? 0 : Int(fins[rank - 1]))..<Int(fins[rank])] }

  func phrase(_ rank: Int) -> String { phrases[rank] }
}
