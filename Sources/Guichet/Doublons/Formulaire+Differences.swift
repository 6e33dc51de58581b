import StrictJSON

extension Formulaire {
  /// What another form says otherwise, value by value, in the order of this one, then what only the other says. The values
  /// are the family's.
  package func differences(avec other: Formulaire) -> [ChampCorrige] {
    let (before, after) = (valeurs, other.valeurs)
    let known = before.map(\.chemin)
    let chemins = known + after.map(\.chemin).filter { !known.contains($0) }
    return chemins.compactMap { chemin in
      let (one, two) = (
        before.first { $0.chemin == chemin }?.valeur, after.first { $0.chemin == chemin }?.valeur
      )
      return one == two ? nil : ChampCorrige(chemin: chemin, avant: one, apres: two)
    }
  }

  /// Every value that it bears, by its place.
  private var valeurs: [(chemin: String, valeur: String)] {
    var writer = JSONWriter()
    write(to: &writer)
    let tree: JSON
    do {
      tree = try JSON.parse(writer.bytes)
    } catch {
      // What was just written is well formed.
      return []
    }
    var found: [(chemin: String, valeur: String)] = []
    func walk(_ json: JSON, _ chemin: String) {
      switch json.kind {
      case .object:
        // A phone is shown as it was typed.
        if let saisi = json["saisi"]?.string {
          found.append((chemin, saisi))
        } else {
          for member in json.members { walk(member.value, "\(chemin)/\(member.key)") }
        }
      case .array:
        for (index, element) in json.elements.enumerated() { walk(element, "\(chemin)/\(index)") }
      default:
        let valeur = json.string ?? json.int.map { String($0) } ?? json.bool.map { $0 ? "oui" : "non" } ?? ""
        found.append((chemin, valeur))
      }
    }
    walk(tree, "")
    return found
  }
}
