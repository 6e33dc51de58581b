import StrictJSON

/// The examination of a form: bytes in, judgement out.
///
/// A form is refused only when nothing can be done with it: no JSON, no known `version`, no `demandeur`, a key given
/// twice, too big. Every other fault empties its field, is kept as an anomaly, and the demande is taken.
package enum Examen {
  /// The greatest size of a form, in bytes.
  package static let tailleMax = 1 << 20
  /// The greatest depth of objects and lists in each other.
  package static let profondeurMax = 32

  /// Whether a text can be the sender’s reference.
  package static func estReference(_ texte: String) -> Bool { Examinateur.isReference(texte) }

  /// - Parameters:
  ///   - empreinte: the SHA-256 of `bytes` in hexadecimal; stands in for a missing reference.
  ///   - recueLe: when the form came in; `deposeeLe` is judged against it, and all dates where there is no `deposeeLe`.
  package static func juger(_ bytes: [UInt8], empreinte: String, recueLe: Instant) -> Jugement {
    guard bytes.count <= tailleMax else {
      return Jugement(verdict: .refuse(.tropGros, Motif.tropGros(octets: bytes.count, limite: tailleMax).erreurs))
    }
    let json: JSON
    do {
      json = try JSON.parse(bytes, limits: JSONLimits(depth: profondeurMax, size: tailleMax))
    } catch {
      return Jugement(verdict: .refuse(.jsonInvalide, [Constat(chemin: "", message: error.message)]))
    }
    let first = juger(json, empreinte: empreinte, recueLe: recueLe, recueil: Recueil())
    guard first.recueil.estSuspect, case .accepte = first.jugement.verdict, let masquage = Masquage(json) else {
      return first.jugement
    }
    return juger(masquage, empreinte: empreinte, recueLe: recueLe)
  }

  /// Judges the masked document in place of the original, so that nothing of what was masked is in what was found.
  private static func juger(_ masquage: Masquage, empreinte: String, recueLe: Instant) -> Jugement {
    var recueil = Recueil()
    for (rang, constat) in masquage.constats {
      recueil.avertissement(constat, rang: rang)
    }
    do {
      // Every limit was kept by the original; masking may only lengthen it a little.
      let json = try JSON.parse(masquage.writer.bytes)
      var jugement = juger(json, empreinte: empreinte, recueLe: recueLe, recueil: recueil).jugement
      jugement.masque = masquage.writer.bytes
      return jugement
    } catch {
      return Jugement(verdict: .refuse(.jsonInvalide, [Constat(chemin: "", message: error.message)]))
    }
  }

  private static func juger(
    _ json: JSON, empreinte: String, recueLe: Instant, recueil: Recueil
  ) -> (jugement: Jugement, recueil: Recueil) {
    var examinateur = Examinateur(recueLe: recueLe, recueil: recueil)
    let formulaire = examinateur.formulaire(json, empreinte: empreinte)
    let recueil = examinateur.recueil
    let verdict: Jugement.Verdict =
      if let formulaire, !recueil.hasErreurs {
        .accepte(formulaire)
      } else {
        .refuse(.formulaireInvalide, recueil.erreursRangees())
      }
    let jugement = Jugement(
      verdict: verdict, anomalies: recueil.anomaliesRangees(), avertissements: recueil.avertissementsRanges())
    return (jugement, recueil)
  }
}
