import GuichetCommands
import GuichetControl
import Testing

@Suite("The picture of the office")
struct TableauVueTests {
  private static func demande(_ rang: Int, raison: String?) -> Wire.Demande {
    Wire.Demande(
      numero: "2026-00012\(rang)", reference: "MEF-\(rang)", etat: raison == nil ? "aContacter" : "aOrienter",
      linf: raison == nil ? "rpe-lomme" : nil, raison: raison, marques: [], codeInsee: "59350",
      echeance: "2026-11-22T12:00:00+01:00", enRetard: raison == nil, deposeeLe: "2026-11-21T08:15:00+01:00",
      recueLe: "2026-11-21T08:15:02+01:00", motifCloture: nil, depuis: "2026-11-21T08:15:02+01:00")
  }

  private static func moment(
    paused: String? = nil, faits: Int = 12, enAttente: Int = 3, rejets: Int = 2, version: Int = 3
  ) -> TableauMoment {
    var moment = TableauMoment(
      maintenant: "2026-11-23T10:00:00+01:00",
      etat: Wire.Etat(
        demandes: .init(total: 1204, parEtat: ["aOrienter": 12, "aContacter": 1100, "enSuivi": 80, "close": 12]),
        depot: .init(enAttente: enAttente, plusAncien: "2026-11-23T09:48:00+01:00", ignores: 1, empeches: 1),
        rejets: .init(total: rejets, bloques: 1), sorties: .init(enAttente: 0), journal: .init(entrees: 9, tete: "3f"),
        intake: .init(enPause: paused != nil, raison: paused),
        referentiel: .init(version: version, communes: 647, linf: 82), nom: "Caf du Nord",
        recues: .init(aujourdhui: 31, heure: 4, derniere: "2026-11-23T09:59:20+01:00")))
    moment.age = 3
    moment.cadence = .init(recues: 2, secondes: 60)
    moment.enRetard = PremieresDemandes([demande(1, raison: nil), demande(2, raison: nil)])
    moment.aOrienter = PremieresDemandes([demande(3, raison: "communeAmbigue"), demande(4, raison: "sansLinf")])
    moment.faits = (0..<faits).map { number in
      Wire.Fait(
        seq: 100 - number, numero: number == 1 ? nil : "2026-000\(200 - number)", nature: "recue",
        survenuLe: "2026-11-23T08:15:00+01:00", enregistreLe: "2026-11-23T09:59:20+01:00", auteur: "guichet",
        chaine: "3f2a", resume: "Formulaire reçu par monenfant.fr, sans anomalie.", linf: "rpe-lomme")
    }
    return moment
  }

  @Test("is this at 80 columns")
  func eighty() {
    #expect(
      TableauVue.texte(Self.moment(), largeur: 80, hauteur: 28).joined(separator: "\n") == """
        Guichet — Caf du Nord                                        23/11/2026 10:00:00
        données d’il y a 3 s                                                 q : quitter

        Réception   en marche
        Reçues      31 aujourd’hui, 4 depuis 1 h, 2 depuis 1 min ; dernière il y a 40 s
        Dépôt       3 en attente, depuis 12 min pour le plus ancien
          1 fichier ne peut pas être lu : vérifiez ses droits au dépôt.
        Rejets      2 fichiers refusés, dont 1 au dépôt : « guichetctl rejet lister »

        Travail, tout le bureau : 1\u{202F}204 demandes
        à orienter           12  ▍
        à contacter       1\u{202F}100  ████████████████████████████████████████
        rendez-vous fixé      0
        en suivi             80  ██▉
        close                12  ▍

        En retard, pour vous : 2
        2026-000121  22/11/2026 12:00  rpe-lomme
        2026-000122  22/11/2026 12:00  rpe-lomme

        À orienter : 12
        2026-000123     2 j  commune ambiguë
        2026-000124     2 j  aucun LINF pour ce lieu

        Derniers événements
        09:59:20  2026-000200  rpe-lomme     guichet    Formulaire reçu par monenfant.f…
        09:59:20  bureau       rpe-lomme     guichet    Formulaire reçu par monenfant.f…
        09:59:20  2026-000198  rpe-lomme     guichet    Formulaire reçu par monenfant.f…
        """)
  }

  @Test("has the rendez-vous of the day, those that are not over first, and what is late in the whole office")
  func rendezVous() {
    func rendezVous(_ heure: String, _ rang: Int, _ statut: String, aRenseigner: Bool = false) -> Wire.RendezVous {
      Wire.RendezVous(
        numero: "2026-00020\(rang)", id: 1, linf: "rpe-lomme", debut: "2026-11-23T\(heure):00+01:00",
        fin: "2026-11-23T\(heure.prefix(3))45:00+01:00", mode: "telephone", poste: 1, statut: statut,
        aRenseigner: aRenseigner, horsHoraires: false, nom: "Martin", telephone: "+33639981234")
    }
    var moment = Self.moment()
    moment.rendezVous = RendezVousDuJour([
      rendezVous("08:00", 1, "honore"), rendezVous("08:30", 2, "annule"),
      rendezVous("09:00", 3, "prevu", aRenseigner: true),
      rendezVous("11:00", 4, "prevu"),
    ])
    let demandes = moment.etat.demandes
    moment.etat = Wire.Etat(
      demandes: .init(total: demandes.total, parEtat: demandes.parEtat, enRetard: 31, aRenseigner: 1),
      depot: moment.etat.depot, rejets: moment.etat.rejets, sorties: moment.etat.sorties, journal: moment.etat.journal,
      intake: moment.etat.intake, referentiel: moment.etat.referentiel, nom: moment.etat.nom, recues: moment.etat.recues
    )
    let lines = TableauVue.texte(moment, largeur: 80, hauteur: 40)
    let start = lines.firstIndex { $0.hasPrefix("Rendez-vous du jour") } ?? 0
    #expect(
      lines[start...].prefix(4) == [
        "Rendez-vous du jour : 3, dont 1 à renseigner", "09:00–09:45  2026-000203  par téléphone, à renseigner",
        "11:00–11:45  2026-000204  par téléphone, prévu", "08:00–08:45  2026-000201  par téléphone, honoré",
      ])
    #expect(lines.contains("Travail, tout le bureau : 1\u{202F}204 demandes, 31 en retard, 1 à renseigner"))
    #expect(!lines.contains { $0.contains("Martin") || $0.contains("639981234") })
    let small = TableauVue.texte(moment, largeur: 40, hauteur: 14)
    #expect(small.count <= 14 && small.contains { $0.hasPrefix("Rendez-vous du jour : 3") })
  }

  @Test("keeps what matters most on the smallest terminal")
  func small() {
    #expect(
      TableauVue.texte(Self.moment(), largeur: 40, hauteur: 12).joined(separator: "\n") == """
        Guichet — Caf du Nord           10:00:00
        données d’il y a 3 s         q : quitter
        Réception   en marche
        Reçues      31 aujourd’hui, 4 depuis 1 …
        Dépôt       3 en attente, depuis 12 min…
        Travail, tout le bureau : 1\u{202F}204 demandes
        à orienter           12  ▏
        à contacter       1\u{202F}100  ███████████████
        En retard, pour vous : 2
        À orienter : 12
        Derniers événements
        09:59:20  2026-000200  Formulaire reçu …
        """)
  }

  @Test("stands in two columns where there is room")
  func wide() {
    #expect(
      TableauVue.texte(Self.moment(faits: 3), largeur: 200, hauteur: 60).joined(separator: "\n") == """
        Guichet — Caf du Nord                                                                                                                                                                23/11/2026 10:00:00
        données d’il y a 3 s                                                                                                                                                                         q : quitter

        Réception   en marche                                                                                En retard, pour vous : 2
        Reçues      31 aujourd’hui, 4 depuis 1 h, 2 depuis 1 min ; dernière il y a 40 s                      2026-000121  22/11/2026 12:00  rpe-lomme
        Dépôt       3 en attente, depuis 12 min pour le plus ancien                                          2026-000122  22/11/2026 12:00  rpe-lomme
          1 fichier ne peut pas être lu : vérifiez ses droits au dépôt.
        Rejets      2 fichiers refusés, dont 1 au dépôt : « guichetctl rejet lister »                        À orienter : 12
                                                                                                             2026-000123     2 j  commune ambiguë
        Travail, tout le bureau : 1\u{202F}204 demandes                                                             2026-000124     2 j  aucun LINF pour ce lieu
        à orienter           12  ▍
        à contacter       1\u{202F}100  ████████████████████████████████████████
        rendez-vous fixé      0
        en suivi             80  ██▉
        close                12  ▍

        Derniers événements
        23/11/2026 09:59:20  2026-000200  rpe-lomme           guichet       Formulaire reçu par monenfant.fr, sans anomalie.
        23/11/2026 09:59:20  bureau       rpe-lomme           guichet       Formulaire reçu par monenfant.fr, sans anomalie.
        23/11/2026 09:59:20  2026-000198  rpe-lomme           guichet       Formulaire reçu par monenfant.fr, sans anomalie.
        """)
  }

  @Test("says why nothing is taken, and what to do")
  func paused() {
    let reason =
      "Il reste 3 % d’espace sur le disque de « /var/spool/guichet/depot » (minimum 5 %) ; libérez de la place."
    let text = TableauVue.texte(Self.moment(paused: reason, version: 0), largeur: 40, hauteur: 40)
    #expect(
      text[2...].prefix(6).joined(separator: "\n") == """

        Réception   en pause
          Il reste 3 % d’espace sur le disque de
          « /var/spool/guichet/depot » (minimum
          5 %) ; libérez de la place.
        Reçues      31 aujourd’hui, 4 depuis 1 …
        """)
    #expect(text.contains { $0.hasPrefix("Référentiel aucun") })
  }

  @Test("says when the daemon is away, and how old what it shows is")
  func away() {
    var moment = Self.moment()
    moment.liaison = .perdue(75)
    moment.age = 90
    #expect(TableauVue.texte(moment, largeur: 80, hauteur: 24)[1].hasPrefix("guichetd absent depuis 1 min"))
    #expect(
      TableauVue.texte(moment, largeur: 120, hauteur: 24)[1]
        .hasPrefix("guichetd absent depuis 1 min, repris dès qu’il revient ; données d’il y a 1 min"))
  }

  @Test("never runs over, whatever the size and the data", arguments: [1, 9, 20, 40, 57, 80, 99, 100, 133, 200])
  func fits(columns: Int) {
    var wide = Self.moment(paused: String(repeating: "家", count: 90) + " mot", faits: 60)
    wide.faits?[0] = Wire.Fait(
      seq: 1, numero: "2026-000001", nature: "recue", survenuLe: "x", enregistreLe: "y\u{1B}[2J", auteur: "漢字漢字漢字漢字漢字",
      chaine: "", resume: "\u{1B}]0;titre\u{7}\n" + String(repeating: "é漢", count: 200),
      linf: "un-identifiant-bien-trop-long")
    for moment in [Self.moment(), Self.moment(faits: 0), wide] {
      for rows in [1, 2, 5, 12, 24, 37, 60] {
        let lines = TableauVue.texte(moment, largeur: columns, hauteur: rows)
        #expect(lines.count <= rows)
        for line in lines {
          #expect(width(line) <= columns, "\(columns)×\(rows): \(line)")
          #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        }
      }
    }
  }

  /// Columns on a terminal of what these tests write.
  private func width(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1.value) ? 2 : 1) }
  }
}
