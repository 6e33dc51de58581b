// What is said of one rattachement, by its rank.

extension TableReferentiel {
  /// What it holds: `boulevard Vauban (numéros pairs) à Lille 59000`.
  func designation(rattachement rank: Int) -> String {
    let row = rattachements[rank]
    var text = communes[Int(row.commune)].nom
    if let sous = row.sous { text = "\(sousCommunes[Int(sous)].nom) (\(text))" }
    if let code = row.codePostal { text += " \(code)" }
    if let voie = row.voie { text = "\(voies[Int(voie)].texte)\(row.numeros.phrase) à \(text)" }
    return text
  }

  /// What tells it from any other, whatever its LINF and its place are called: by ids and codes, what it holds, for whom,
  /// and since when. A last day that is set for it later leaves it the same.
  func identite(rattachement rank: Int) -> String {
    let row = rattachements[rank]
    var parts = [linf[Int(row.linf)].id, communes[Int(row.commune)].code.texte]
    parts.append(row.sous.map { sousCommunes[Int($0)].code.texte } ?? "")
    parts.append(row.codePostal?.texte ?? "")
    parts.append(row.voie.map { voies[Int($0)].cle.texte } ?? "")
    parts.append([row.numeros.de, row.numeros.a].map { $0.map(String.init) ?? "" }.joined(separator: "-"))
    parts.append(row.numeros.cote?.rawValue ?? "")
    parts.append(row.periode.du?.iso ?? "")
    return parts.joined(separator: "/")
  }
}
