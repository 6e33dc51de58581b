package import ArgumentParser
import GuichetControl

/// `guichetctl`: the office from the command line.
package struct Guichetctl: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "guichetctl",
    abstract: "Le guichet des demandes d’accueil du jeune enfant.",
    usage: "guichetctl [--socket CHEMIN | --racine DOSSIER] COMMANDE …",
    discussion: """
      Codes de sortie : 0 fait ; 1 refusé ou introuvable ; 64 ligne de commande incorrecte ; 69 démon injoignable ; \
      77 droit manquant.
      Sans --socket ni --racine, la socket est celle de GUICHET_SOCKET, ou celle du dossier GUICHET_RACINE, ou \
      /run/guichet/controle.sock.
      En CSV, un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe ; --tableur y garde aussi \
      zéros de tête et longs numéros.
      """,
    version: GuichetVersion.texte,
    subcommands: [
      EtatCommand.self, FormulaireCommand.self, DemandeCommand.self, RoutageCommand.self, RendezVousCommand.self,
      AgendaCommand.self, FeuilleCommand.self, BilanCommand.self, PreuveCommand.self, DelaiCommand.self,
      FeriesCommand.self,
      ReferentielCommand.self, RejetCommand.self, JournalCommand.self, EvenementsCommand.self, TableauCommand.self,
      ContactCommand.self, RappelsCommand.self, SuiviCommand.self, SolutionCommand.self, EnfantCommand.self,
      LinfCommand.self, RgpdCommand.self, SauvegardeCommand.self, EntretienCommand.self, RechargerCommand.self,
      SondeCommand.self, AccesCommand.self, VersionCommand.self, PagesDeManuelCommand.self,
    ],
    helpNames: [.short, .long, .customLong("aide")])

  package static let _errorPrefix = "Erreur : "

  @OptionGroup(title: "Options générales") var globales: Globales

  package init() {}
}
