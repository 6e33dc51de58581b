import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct PreuveCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "preuve", abstract: "La preuve d’un LINF pour un contrôle.", usage: "guichetctl preuve VERBE …",
    subcommands: [
      PreuveEtablir.self, PreuveSceller.self, PreuveVerifier.self, PreuveEchantillon.self, PieceCommand.self,
    ])
}

/// Of what a preuve is asked.
struct OptionsDePreuve: ParsableArguments {
  @Option(help: ArgumentHelp("Année d’enregistrement des demandes ; celle en cours à défaut.", valueName: "A"))
  var annee: Int?

  @Option(help: ArgumentHelp("Lieu d’information.", valueName: "LINF"), completion: .linf)
  var linf: String
}

extension Wire.DocumentDePreuve {
  /// What the document says.
  func lue() throws(CommandFailure) -> Preuve {
    do {
      return try Preuve(try JSON.parse(Array(document.utf8)))
    } catch let error as PreuveIllisible {
      throw CommandFailure(.refused, error.message, remede: "Mettez guichetctl à jour, ou lisez-la avec --json.")
    } catch {
      throw CommandFailure(.refused, "Le démon a rendu une preuve illisible.", remede: "Relancez la commande.")
    }
  }
}

extension OptionsDePreuve {
  /// The year of which it is; the present one where none is given.
  func annee(_ contexte: Contexte) -> Int { annee ?? contexte.anneeEnCours }
}
