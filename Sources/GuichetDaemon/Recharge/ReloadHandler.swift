import GuichetControl
import GuichetRegister
import LinuxSystem

/// The order to read the configuration again.
enum ReloadHandler {
  static func reload(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> ReloadConfiguration.Reply {
    guard let reloading = request.desk.reloading else {
      throw ControlError.sansObjet(
        parametre: "configuration", message: "Ce démon tourne sans fichier de configuration : il n’y a rien à relire.")
    }
    do throws(ConfigurationSource.Failure) {
      let (change, warnings) = try await reloading.run()
      await followed(request.desk.rerouting)
      return ReloadConfiguration.Reply(
        changees: change.changees, auRedemarrage: change.auRedemarrage, avertissements: warnings)
    } catch {
      throw ControlError.configurationInvalide(fautes: error.fautes)
    }
  }

  /// Who is told that other delays are in force finds échéances that are computed by them.
  private static func followed(_ rerouting: Rerouting) async {
    do throws(RegisterError) {
      _ = try await rerouting.run()
    } catch {
      // Whoever keeps watch was reminded, and tries again for as long as it takes.
    }
  }
}

extension ConfigurationSource.Failure {
  fileprivate var fautes: [Wire.FauteConfiguration] {
    switch self {
    case .illisible(let error, let fichier):
      [Wire.FauteConfiguration(lieu: fichier, ligne: nil, cle: "", message: error.message)]
    case .refusee(let refusal):
      refusal.fautes.map { fault in
        switch fault.lieu {
        case .fichier(let name, let line):
          Wire.FauteConfiguration(lieu: name, ligne: line, cle: fault.cle, message: fault.phrase)
        case .variable(let name):
          Wire.FauteConfiguration(lieu: name, ligne: nil, cle: fault.cle, message: fault.phrase)
        }
      }
    }
  }
}
