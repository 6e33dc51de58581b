import Glibc
import Guichet
import LinuxSystem

/// A référentiel with what happens to one in a year: two communes become one in its first days, another goes to another Rpe
/// in the middle of it, a Rpe is taken over by another in autumn, and a third loses its habilitation for four weeks in
/// spring.
struct ReferentielDeLAnnee {
  /// As it is known on 1 January, once the official files have the merger, and as it is loaded in August.
  let janvier, fevrier, aout: [String: String]
  let fusion: FusionDeCommunes
  /// The LINF that has both communes that become one.
  let linfDeLaFusion: String
  /// What was changed, French sentences.
  let histoire: [String]

  /// - Parameter folder: of a référentiel in which at least four LINF hold communes by their INSEE code alone.
  init(_ folder: String, annee: Int) throws {
    var files: [String: String] = [:]
    for name in try Directory(folder).names() where "\(name)".hasSuffix(".csv") {
      files["\(name)"] = String(decoding: try WholeFile.read("\(folder)/\(name)", limit: 1 << 28), as: UTF8.self)
    }
    let plain = "rattachements.csv"
    let rows = (files[plain] ?? "").split(separator: "\n").map(String.init)
    let holders = rows.dropFirst().reduce(into: [String: Int]()) { counts, row in
      counts[String(row.prefix { $0 != ";" }), default: 0] += 1
    }
    let simple = rows.dropFirst().filter { $0.hasSuffix(";;;2022-01-01;") }
    let linf = holders.filter { $0.value > 1 }.keys.sorted()
    let merged = linf.count < 4 ? [] : simple.filter { $0.hasPrefix("\(linf[1]);") }.map { $0.split(separator: ";")[1] }
    guard linf.count >= 4, let moved = simple.first(where: { $0.hasPrefix("\(linf[0]);") }), merged.count >= 2 else {
      throw BenchFailure("« \(folder) » n’a pas quatre LINF de plusieurs communes, tenues depuis le 01/01/2022.")
    }
    let code = moved.split(separator: ";", omittingEmptySubsequences: false)[1]
    var january = rows.filter { $0 != moved }
    january.append("\(linf[0]);\(code);;;2022-01-01;\(annee)-06-30")
    january.append("\(linf[1]);\(code);;;\(annee)-07-01;")
    files[plain] = january.joined(separator: "\n") + "\n"
    files["habilitations.csv"] =
      (files["habilitations.csv"] ?? "").split(separator: "\n").flatMap { row in
        row.hasPrefix("\(linf[2]);") && row.hasSuffix(";habilitation")
          ? [
            row.replacing(";2022-01-01;;", with: ";2022-01-01;\(annee)-03-14;"),
            row.replacing(";2022-01-01;;", with: ";\(annee)-04-12;;"),
          ] : [row]
      }.joined(separator: "\n") + "\n"
    janvier = files
    linfDeLaFusion = linf[1]
    fusion = FusionDeCommunes(absorbee: String(merged[0]), siege: String(merged[1]), effet: "\(annee)-01-01")
    files = try fusion.appliquee(a: files)
    fevrier = files
    let august = (files[plain] ?? "").split(separator: "\n").map(String.init).flatMap { row -> [String] in
      guard row.hasPrefix("\(linf[3]);"), row.hasSuffix(";2022-01-01;") else { return [row] }
      return [
        row + "\(annee)-08-31",
        row.replacing("\(linf[3]);", with: "\(linf[0]);").replacing("2022-01-01", with: "\(annee)-09-01"),
      ]
    }
    files[plain] = august.joined(separator: "\n") + "\n"
    aout = files
    histoire = [
      "Les communes \(fusion.absorbee) et \(fusion.siege) n’en font qu’une depuis le 01/01/\(annee), dans un référentiel "
        + "chargé le 02/02.",
      "La commune \(code) passe de \(linf[0]) à \(linf[1]) le 01/07/\(annee).",
      "\(linf[2]) n’est pas habilité du 15/03/\(annee) au 11/04/\(annee).",
      "\(linf[0]) reprend les communes de \(linf[3]) le 01/09/\(annee), par un référentiel chargé fin août.",
    ]
  }

  static func ecrire(_ files: [String: String], dans folder: String) throws {
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try Producers.write(Array(text.utf8), to: "\(folder)/\(name)")
    }
  }
}
