package import Guichet

/// Everything that an administrator can set, checked and typed; what the file does not say has its default.
///
/// The property names are the keys of `guichetd.yaml`. Relations between settings and the clocks, rights or folders that
/// they govern are documented in `deploy/guichetd.yaml`, which a test holds equal to the defaults.
package struct Configuration: Hashable, Sendable {
  package var caf = Caf()
  package var chemins: Chemins
  package var depot = Depot()
  package var routage = Routage()
  package var delais = Delais()
  package var acces = Acces()
  package var prise = Prise()
  /// Settings of single LINF, by id; see ``linf(_:)`` for those of any LINF.
  package var linf: [String: Linf] = [:]
  package var doublons = Doublons()
  package var rgpd = Rgpd()
  package var surveillance = Surveillance()

  /// The defaults in the given layout.
  package init(_ disposition: Disposition) {
    chemins = Chemins(disposition)
  }

  /// The defaults of `guichetd --racine DIR`: every place under one folder, the département found in the référentiel.
  package static func racine(_ dossier: String) -> Configuration { Configuration(.racine(dossier)) }

  /// The settings of one LINF: its own, or the common ones where it has none.
  package func linf(_ id: String) -> Linf {
    linf[id] ?? Linf(delais: delais)
  }

  /// The Unix group to which the folder of a LINF belongs: its own, or else that of its conseillers where it is only one.
  package func groupe(ofLinf id: String) -> String? {
    if let own = linf[id]?.groupe { return own }
    guard let groups = acces.conseillers[id], groups.count == 1 else { return nil }
    return groups.first
  }

  /// The ids of the LINF for which mails are sent; none without an address to send from.
  package var linfACourriel: Set<String> { caf.courriel == nil ? [] : linfQuiEcrivent }

  private var linfQuiEcrivent: Set<String> { Set(linf.filter(\.value.courriel).keys) }

  /// What is valid and cannot have been meant, French sentences.
  package var avertissements: [String] {
    guard caf.courriel == nil, !linfQuiEcrivent.isEmpty else { return [] }
    let keys = linfQuiEcrivent.sorted().map { "linf.\($0).courriel" }.joined(separator: ", ")
    return [
      "\(keys) : aucun courriel ne partira, faute d’adresse d’expédition ; écrivez la vôtre dans caf.courriel."
    ]
  }
}

extension Configuration {
  /// The caisse that the daemon serves.
  package struct Caf: Hashable, Sendable {
    /// As shown to people; may be empty.
    package var nom = ""
    /// The address from which mails are sent, in ASCII; nil where none are.
    package var courriel: String?
    /// Code of the département (`59`, `2A`, `974`); nil, with `--racine` only, means that of most rattachements.
    package var departement: String?
    /// Name in the system's time zone database.
    package var fuseau = "Europe/Paris"
    package var feries = ZoneFeries.metropole
    /// Open hours of the Caf, and of every LINF that has none of its own.
    package var horaires = HorairesSemaine.bureau
  }

  /// How files are taken from `depot/`.
  package struct Depot: Hashable, Sendable {
    /// Largest formulaire, in bytes.
    package var tailleMax = 1_048_576
    /// How long an unreadable file must stay unchanged before it is refused.
    package var calme = Duration.seconds(10)
    /// At most so many formulaires in one transaction.
    package var lot = 512
    /// Fraction of free space or inodes (0 to 1) below which intake pauses.
    package var espaceMin = 0.05
  }

  /// How a demande finds its LINF.
  package struct Routage: Hashable, Sendable {
    /// Which place decides when a family names where it looks for care and where it lives.
    package var lieu = Decision.Lieu.recherche
    /// What becomes of a demande from monenfant.fr whose LINF is not habilité on the filing day.
    package var sansHabilitation = Routeur.SansHabilitation.signaler
  }

  /// By when each step is due.
  package struct Delais: Hashable, Sendable {
    package var premierContact = Delai.joursOuverts(2)
    /// Bound of `premierContact`, in the Caf's own open time.
    package var plafond = Delai.joursOuverts(5)
    package var urgence = Delai.heuresOuvertes(4)
    package var rendezVous = Delai.joursOuverts(10)
    /// For what no single LINF could be found for.
    package var orientation = Delai.joursOuverts(1)
    /// After the information given.
    package var relances = [Delai.joursCalendaires(15), .joursCalendaires(45)]
    /// Before the wished start.
    package var avantDebut = Delai.joursCalendaires(60)
    /// Attempts, on as many half-days, after which a family is `injoignable`.
    package var tentatives = 3
  }

  /// Unix groups by role.
  package struct Acces: Hashable, Sendable {
    /// root is one always.
    package var administrateurs = ["guichet-admin"]
    package var superviseurs = ["guichet-superviseur"]
    /// By LINF.
    package var conseillers: [String: [String]] = [:]
    package var dpo = ["guichet-dpo"]
    package var controleurs = ["guichet-controle"]

    package init() {}
  }

  /// How much of the control socket any one, and all together, can take up.
  package struct Prise: Hashable, Sendable {
    /// Largest message from a client, in bytes; a piece of a référentiel needs three quarters of a mebibyte.
    package var messageMax = 2 << 20
    /// Connections at a time.
    package var connexions = 256
    /// Connections at a time of any one user.
    package var connexionsParUid = 64
    /// How long a connection may last without a call.
    package var inactivite = Duration.seconds(300)
  }

  /// What holds for one LINF only.
  package struct Linf: Hashable, Sendable {
    /// What an exported calendar shows of a family.
    package enum Agenda: String, CaseIterable, Sendable { case numero, detail }

    package struct RendezVous: Hashable, Sendable {
      package var duree = Duration.seconds(30 * 60)
    }

    /// Unix group that owns its outbox.
    package var groupe: String?
    /// The common ones with its own in their place.
    package var delais: Delais
    package var rendezVous = RendezVous()
    /// Whether families are sent mails in its name, and it is sent alerts.
    package var courriel = false
    package var agenda = Agenda.numero

    package init(delais: Delais) {
      self.delais = delais
    }
  }

  package struct Doublons: Hashable, Sendable {
    /// Calendar days within which two demandes of one family are compared.
    package var fenetre = 90
  }

  package struct Rgpd: Hashable, Sendable {
    /// Months after the last contact until a family is anonymised.
    package var conservation = 24
    /// Calendar days that originals of taken formulaires are kept; 0 keeps none.
    package var brut = 30
    /// Calendar days that refused files are kept.
    package var rejets = 90

    package var keepsOriginals: Bool { brut > 0 }
  }

  package struct Surveillance: Hashable, Sendable {
    /// Open time without any formulaire that is a fault and not calm.
    package var silence = Delai.joursOuverts(2)
    /// Longest time between two status files.
    package var battement = Duration.seconds(15)
  }
}
