import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

/// What an act came to, for each demande that it was asked for.
struct ResultatsActe: Presentable {
  let resultats: [Wire.ResultatActe]

  var status: CommandStatus { resultats.allSatisfy(\.fait) ? .done : .refused }

  func json(_ output: inout JSONOutput) { output.document(.array(resultats.map(\.json))) }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: ["numero", "fait", "code", "message", "linf", "etat"])
    for resultat in resultats {
      document.append([
        .code(resultat.numero), .ouiNon(resultat.fait), .code(resultat.code), .texte(resultat.message),
        .code(resultat.linf), .code(resultat.etat),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    for resultat in resultats {
      page.paragraphe("\(resultat.numero) : \(resultat.message)", ton: resultat.fait ? .normal : .alerte)
    }
    if resultats.contains(where: { $0.code == ActeRefuse.Code.enMain.rawValue }) {
      page.paragraphe("« guichetctl demande prendre NUMÉRO --reprendre » en reprend une sciemment.", ton: .discret)
    }
    guard resultats.count > 1 else { return }
    let undone = resultats.count { !$0.fait }
    let done = (resultats.count - undone).de("demande traitée", "demandes traitées")
    page.paragraphe(
      done + (undone == 0 ? "." : ", \(undone.de("laissée telle quelle", "laissées telles quelles"))."),
      ton: undone == 0 ? .bon : .attention)
  }
}

extension Commande {
  /// Does one thing to each of these demandes, in calls of at most as many as the daemon takes, and shows what each came
  /// to. For several a person is asked once.
  ///
  /// - Parameter question: asked with the demandes in words, as « ces 3 demandes »; nil where nothing is asked.
  func agir(
    sur typed: [String], _ contexte: Contexte, question: ((String) -> String)? = nil,
    _ call: (Daemon, [String]) throws(CommandFailure) -> [Wire.ResultatActe]
  ) throws(CommandFailure) -> CommandStatus {
    let numeros = typed.numerosUniques
    if numeros.count > 1, let question {
      try contexte.confirmer(question("ces \(numeros.count.francais) demandes"), oui: globales.oui)
    }
    let demon = try demon(contexte)
    var resultats: [Wire.ResultatActe] = []
    do throws(CommandFailure) {
      try contexte.avecAvancement { avancement throws(CommandFailure) in
        for start in stride(from: 0, to: numeros.count, by: AssignDemandes.maximum) {
          avancement.dire("\(start.francais) demandes sur \(numeros.count.francais)…")
          let batch = Array(numeros[start..<min(start + AssignDemandes.maximum, numeros.count)])
          let answer = try call(demon, batch)
          guard answer.count == batch.count else {
            throw CommandFailure(
              .unreachable, "Le démon a répondu pour \(answer.count) demandes au lieu de \(batch.count).",
              remede: "Vérifiez par « guichetctl demande voir NUMÉRO » ce qui a été fait.")
          }
          resultats += answer
        }
      }
    } catch {
      // What was done before it failed must be known.
      if !resultats.isEmpty { try sortie(contexte).montrer(ResultatsActe(resultats: resultats)) }
      throw error
    }
    let reponse = ResultatsActe(resultats: resultats)
    try sortie(contexte).montrer(reponse)
    return reponse.status
  }
}
