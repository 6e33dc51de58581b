import ArgumentParser
import Guichet
import LinuxSystem
import StrictJSON

struct FormulaireVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier", abstract: "Dire si des formulaires seraient pris, sans démon.",
    usage: "guichetctl formulaire verifier FICHIER … [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl formulaire verifier demande.json", "Toutes les fautes d’un formulaire, avant de le déposer."),
    Exemple("guichetctl formulaire verifier --json *.json", "Le verdict de chacun, pour un programme."),
  ]

  @Argument(help: ArgumentHelp("Formulaire JSON.", valueName: "FICHIER"), completion: .formulaires)
  var fichiers: [String]

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var verifications: [Verification] = []
    var illisibles: [String] = []
    try contexte.avecAvancement { avancement throws(CommandFailure) in
      for (index, fichier) in fichiers.enumerated() {
        avancement.dire("\(index.francais) formulaires sur \(fichiers.count.francais)…")
        do throws(SystemError) {
          verifications.append(try Verification(fichier: fichier, maintenant: contexte.maintenant()))
        } catch {
          illisibles.append(TerminalSafety.line(error.message))
        }
      }
    }
    try sortie(contexte).montrer(Rapport(verifications: verifications))
    guard illisibles.isEmpty else {
      throw CommandFailure(
        .refused, "\(illisibles.count.de("fichier n’a pas pu être lu", "fichiers n’ont pas pu être lus")).",
        details: illisibles, remede: "Vérifiez leurs noms et leurs droits ; les autres ont été contrôlés.")
    }
    return verifications.allSatisfy { $0.refus == nil } ? .done : .refused
  }

  private struct Rapport: Presentable {
    let verifications: [Verification]

    func json(_ output: inout JSONOutput) {
      output.document { writer in
        writer.beginArray()
        for verification in verifications { verification.write(to: &writer) }
        writer.endArray()
      }
    }

    func texte(_ page: inout TextPage) {
      for verification in verifications {
        page.paragraphe("\(verification.fichier) : \(verification.verdict)", ton: verification.ton)
        page.liste((verification.refus?.erreurs ?? []).map(\.phrase))
        page.liste(
          verification.jugement.anomalies.map { anomalie in
            "\(anomalie.chemin) : \(anomalie.message)" + (anomalie.saisi.map { " (saisi : « \($0) »)" } ?? "")
          })
        page.liste(verification.jugement.avertissements.map { "Remarque. \($0.phrase)" })
      }
    }
  }
}

extension Verification {
  fileprivate var verdict: String {
    if let refus { return "refusé (\(refus.code.libelle))" }
    return jugement.anomalies.isEmpty ? "recevable" : "recevable, à vérifier"
  }

  fileprivate var ton: TextStyle.Ton {
    if refus != nil { return .alerte }
    return jugement.anomalies.isEmpty ? .bon : .attention
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("fichier", fichier)
    writer.member("valide", refus == nil)
    writer.member("code", refus?.code.rawValue)
    writer.member("erreurs", .array((refus?.erreurs ?? []).map(\.json)))
    writer.member(
      "anomalies",
      .array(
        jugement.anomalies.map { anomalie in
          [
            "chemin": .string(anomalie.chemin), "message": .string(anomalie.message),
            "saisi": anomalie.saisi.map(JSONValue.string) ?? .null,
          ]
        }))
    writer.member("avertissements", .array(jugement.avertissements.map(\.json)))
    writer.key("formulaire")
    if let formulaire { formulaire.write(to: &writer) } else { writer.null() }
    writer.endObject()
  }
}

extension Constat {
  fileprivate var json: JSONValue { ["chemin": .string(chemin), "message": .string(message)] }
}
