import Guichet
import GuichetDaemon
import GuichetTestSupport
import Testing

@Suite("The configuration")
struct ConfigurationTests {

  static func lire(
    _ yaml: String, _ environnement: [String: String] = [:], _ disposition: Disposition = .racine("/r")
  ) throws(ConfigurationRefusee) -> Configuration {
    try Configuration.lire(
      [UInt8](yaml.utf8), fichier: "g.yaml", environnement: environnement, disposition: disposition,
      zoneExists: { $0 != "Europe/Atlantide" })
  }

  static func fautes(_ yaml: String, _ environnement: [String: String] = [:]) -> [String] {
    do {
      _ = try lire(yaml, environnement)
      return []
    } catch {
      return error.fautes.map(\.description)
    }
  }

  @Test("of the commented example is that of the defaults, key by key")
  func example() throws {
    let yaml = try #require(ProjectFile.bytes("deploy/guichetd.yaml"))
    var expected = Configuration(.systeme)
    expected.caf.departement = "59"
    #expect(try Configuration.lire(yaml, fichier: "guichetd.yaml", environnement: [:]) == expected)
  }

  @Test(
    "that is empty, or has keys without values, is the defaults", arguments: ["", "# rien\n", "depot:\n  lot:\n", "{}"])
  func empty(yaml: String) throws {
    #expect(try Self.lire(yaml) == .racine("/r"))
  }

  @Test("has its places under the root, or where packages put them")
  func places() {
    #expect(Configuration.racine("/r/").chemins.registre == "/r/guichet.sqlite")
    #expect(Configuration.racine("/r").chemins.socket == "/r/controle.sock")
    #expect(Configuration(.systeme).chemins.recus == "/var/spool/guichet/recus")
    #expect(Configuration(.systeme).chemins.socket == "/run/guichet/controle.sock")
  }

  @Test("mails need an address to send from: without it none are sent, and one sentence says so")
  func mails() throws {
    let linf = "linf: {rpe-lomme: {courriel: true}, rpe-lille: {}}"
    let without = try Self.lire(linf)
    #expect(without.linfACourriel.isEmpty)
    #expect(
      without.avertissements == [
        "linf.rpe-lomme.courriel : aucun courriel ne partira, faute d’adresse d’expédition ; écrivez la vôtre dans "
          + "caf.courriel."
      ])
    let with = try Self.lire("caf: {courriel: guichet@exemple.fr}\n\(linf)")
    #expect(with.linfACourriel == ["rpe-lomme"] && with.avertissements.isEmpty)
    #expect(try Self.lire("").avertissements.isEmpty)
    for wrong in ["guichet", "guichét@exemple.fr", "a@exemple.fr, b@exemple.fr", "Caf <caf@exemple.fr>"] {
      #expect(Self.fautes("caf: {courriel: \"\(wrong)\"}").count == 1, "\(wrong)")
    }
  }

  @Test("takes every kind of value")
  func values() throws {
    let lue = try Self.lire(
      """
      caf: {nom: Caf du Nord, departement: 2a, fuseau: Indian/Reunion, feries: la-reunion, horaires: "lun 08:00-24:00"}
      chemins: {depot: /srv/depot/}
      depot: {tailleMax: 2Kio, calme: 2m, lot: 1, espaceMin: 10%}
      routage: {lieu: adresse, sansHabilitation: orienter}
      delais: {premierContact: 4h, relances: [1j, 2jc]}
      acces: {administrateurs: [], conseillers: {rpe-lomme: [un, deux]}}
      prise: {messageMax: 1536Kio, connexions: 12, connexionsParUid: 3, inactivite: 1h}
      linf: {rpe-lomme: {groupe: lomme, delais: {urgence: 1h}, rendezVous: {duree: 45m}, courriel: true, agenda: detail}}
      doublons: {fenetre: 30jc}
      rgpd: {conservation: 12, brut: 0}
      surveillance: {silence: 9h, battement: 20s}
      """)
    var expected = Configuration.racine("/r")
    expected.caf.nom = "Caf du Nord"
    expected.caf.departement = "2A"
    expected.caf.fuseau = "Indian/Reunion"
    expected.caf.feries = .laReunion
    expected.caf.horaires = try HorairesSemaine("lun 08:00-24:00")
    expected.chemins.depot = "/srv/depot"
    expected.depot.tailleMax = 2048
    expected.depot.calme = .seconds(120)
    expected.depot.lot = 1
    expected.depot.espaceMin = 0.1
    expected.routage.lieu = .adresse
    expected.routage.sansHabilitation = .orienter
    expected.delais.premierContact = .heuresOuvertes(4)
    expected.delais.relances = [.joursOuverts(1), .joursCalendaires(2)]
    expected.acces.administrateurs = []
    expected.acces.conseillers = ["rpe-lomme": ["un", "deux"]]
    expected.prise.messageMax = 1_572_864
    expected.prise.connexions = 12
    expected.prise.connexionsParUid = 3
    expected.prise.inactivite = .seconds(3600)
    var lomme = Configuration.Linf(delais: expected.delais)
    lomme.groupe = "lomme"
    lomme.delais.urgence = .heuresOuvertes(1)
    lomme.rendezVous.duree = .seconds(2700)
    lomme.courriel = true
    lomme.agenda = .detail
    expected.linf = ["rpe-lomme": lomme]
    expected.doublons.fenetre = 30
    expected.rgpd.conservation = 12
    expected.rgpd.brut = 0
    expected.surveillance.silence = .heuresOuvertes(9)
    expected.surveillance.battement = .seconds(20)
    #expect(lue == expected)
    #expect(!lue.rgpd.keepsOriginals)
    #expect(lue.linf("rpe-caudry").delais == lue.delais)
  }

  @Test("that is wrong names line, key and remedy", arguments: wrong)
  func refused(yaml: String, place: String, words: [String]) throws {
    let fautes = Self.fautes(yaml)
    try #require(fautes.count == 1, "\(fautes)")
    #expect(fautes[0].hasPrefix("g.yaml:\(place): "), "\(fautes[0])")
    for word in words {
      #expect(fautes[0].contains(word), "\(fautes[0])")
    }
  }

  static let wrong: [(String, String, [String])] = [
    ("depot:\n  tailMax: 3", "2: depot.tailMax", ["clé inconnue", "tailleMax"]),
    ("dépôt: {}", "1: dépôt", ["clé inconnue", "depot"]),
    ("depot: 3", "1: depot", ["rubrique"]),
    ("[1, 2]", "1", ["rubriques"]),
    (
      "surveillance: {battement: 24h}", "1: surveillance.battement", ["« 24h » n’est pas un battement", "de 1s à 30s"]
    ),
    ("surveillance: {battement: 31s}", "1: surveillance.battement", ["de 1s à 30s"]),
    ("depot: {calme: 10}", "1: depot.calme", ["« 10 » n’est pas une durée", "10s"]),
    ("depot: {calme: [10s]}", "1: depot.calme", ["valeur simple"]),
    ("depot: {calme: 99999999999999999h}", "1: depot.calme", ["24h"]),
    ("depot: {lot: 0}", "1: depot.lot", ["de 1 à 10000"]),
    ("depot: {lot: 5.0}", "1: depot.lot", ["entier"]),
    ("depot: {tailleMax: 1Mo}", "1: depot.tailleMax", ["« 1Mo » n’est pas une taille possible", "de 1Kio à 16Mio"]),
    ("depot: {tailleMax: 17Mio}", "1: depot.tailleMax", ["de 1Kio à 16Mio"]),
    ("depot: {tailleMax: 1023}", "1: depot.tailleMax", ["de 1Kio à 16Mio"]),
    ("depot:\n  <<: {lot: 1}", "2: depot.<<", ["fusion", "pas prise en charge"]),
    ("linf:\n  <<: {}", "2: linf.<<", ["fusion"]),
    ("chemins:\n  registre: /r/depot/r.sqlite", "2: chemins.registre", ["dans « depot »"]),
    ("chemins:\n  etat: /e\n  rejets: /r/depot/rejets", "3: chemins.rejets", ["dans « depot »"]),
    ("chemins:\n  socket: /r/guichet.sqlite", "2: chemins.socket", ["« registre »"]),
    ("delais:\n  tentatives: 3\n  relances: [45jc, 15jc]", "3: delais.relances", ["la plus proche"]),
    ("delais: {relances: [15jc, 15jc]}", "1: delais.relances", ["après celle d’avant"]),
    ("delais:\n  tentatives: 3\n  premierContact: 6j", "3: delais.premierContact", ["plafond (5j)", "(6j)"]),
    ("delais:\n  premierContact: 6j\n  plafond: 3j", "3: delais.plafond", ["plafond (3j)", "(6j)"]),
    ("linf:\n  rpe:\n    delais: {premierContact: 6j}", "3: linf.rpe.delais.premierContact", ["plafond (5j)"]),
    ("depot: {espaceMin: 5}", "1: depot.espaceMin", ["pourcentage", "5%"]),
    ("depot: {espaceMin: 91%}", "1: depot.espaceMin", ["90%"]),
    ("delais: {urgence: 4x}", "1: delais.urgence", ["jours ouverts"]),
    ("delais: {urgence: 0h}", "1: delais.urgence", ["délai"]),
    ("delais:\n  relances: 15jc", "2: delais.relances", ["liste"]),
    ("delais: {relances: [15jc, 3s]}", "1: delais.relances", ["« 3s »"]),
    ("doublons: {fenetre: 90j}", "1: doublons.fenetre", ["jours calendaires"]),
    ("rgpd: {conservation: 37}", "1: rgpd.conservation", ["de 1 à 36"]),
    ("caf: {departement: \"20\"}", "1: caf.departement", ["\"2A\""]),
    ("caf: {fuseau: Europe/Atlantide}", "1: caf.fuseau", ["Europe/Paris"]),
    ("caf: {fuseau: ../etc/passwd}", "1: caf.fuseau", ["fuseau"]),
    ("caf: {feries: bretagne}", "1: caf.feries", ["alsace-moselle"]),
    ("caf: {horaires: lundi}", "1: caf.horaires", ["n’a pas d’heures", "lun-ven"]),
    ("caf: {nom: \"a\\nb\"}", "1: caf.nom", ["saut de ligne"]),
    ("chemins: {depot: depot}", "1: chemins.depot", ["absolu"]),
    ("chemins: {depot: /a/../b}", "1: chemins.depot", ["« .. »"]),
    ("chemins: {depot: /r/rejets}", "1: chemins.rejets", ["« depot »"]),
    ("chemins: {socket: /\(String(repeating: "s", count: 107))}", "1: chemins.socket", ["107 octets"]),
    ("prise: {messageMax: 2Mo}", "1: prise.messageMax", ["« 2Mo » n’est pas une taille possible", "Kio ou Mio"]),
    ("prise: {messageMax: 1023Kio}", "1: prise.messageMax", ["de 1Mio à 16Mio"]),
    ("prise: {messageMax: 17Mio}", "1: prise.messageMax", ["de 1Mio à 16Mio"]),
    ("prise: {messageMax: 99999999999999Mio}", "1: prise.messageMax", ["de 1Mio à 16Mio"]),
    ("prise: {connexions: 0}", "1: prise.connexions", ["de 1 à 4096"]),
    ("prise: {connexionsParUid: 5000}", "1: prise.connexionsParUid", ["de 1 à 4096"]),
    ("prise: {inactivite: 300}", "1: prise.inactivite", ["10s"]),
    ("prise: {delai: 3s}", "1: prise.delai", ["clé inconnue", "inactivite"]),
    ("acces: {dpo: [deux mots]}", "1: acces.dpo", ["groupe"]),
    ("acces: {conseillers: {rpe: lomme}}", "1: acces.conseillers.rpe", ["liste"]),
    ("linf: {../rpe: {}}", "1: linf.../rpe", ["linf.csv"]),
    ("linf: {rpe: {delai: {}}}", "1: linf.rpe.delai", ["clé inconnue", "delais"]),
    ("linf:\n  rpe:\n    courriel: peut-être", "3: linf.rpe.courriel", ["true ou false"]),
    ("depot: {lot: 1}\nrgpd: {}\ndepot: {lot: 2}", "1", ["« depot »", "deux fois"]),
    ("depot:\n\tlot: 1", "2", ["tabulations"]),
    ("depot: {lot: 1", "1", ["mal formé"]),
    ("caf: {}\n---\ncaf: {}", "2", ["mal formé"]),
    ("caf:\n  nom: \u{7}", "2", ["contrôle"]),
  ]

  @Test("that is not UTF-8 names the line of the first wrong byte")
  func encoding() {
    do {
      _ = try Configuration.lire([0x23, 0x0A, 0x23, 0xE9], fichier: "g.yaml", environnement: [:])
      Issue.record("taken")
    } catch {
      #expect(error.description.hasPrefix("g.yaml:2: le texte n’est pas en UTF-8"))
    }
  }

  @Test("with several faults reports all of them, down the file and then the environment")
  func together() {
    let fautes = Self.fautes(
      "rgpd: {conservation: 0}\ndepot:\n  lot: x\n  y: 1\nz: 1",
      ["GUICHET_ROUTAGE_LIEU": "ici", "GUICHET_DEPOT_LOTS": "3"])
    let places = fautes.map { $0.split(separator: " ")[0] }
    #expect(
      places == ["g.yaml:1:", "g.yaml:3:", "g.yaml:4:", "g.yaml:5:", "GUICHET_DEPOT_LOTS:", "GUICHET_ROUTAGE_LIEU:"])
  }

  @Test("of a service needs the département, whether or not the rest is right")
  func departement() {
    for (yaml, place) in [("", "g.yaml"), ("caf:\n  nom: Nord", "g.yaml:2"), ("depot: {}", "g.yaml")] {
      do {
        _ = try Self.lire(yaml, [:], .systeme)
        Issue.record("taken: \(yaml)")
      } catch {
        #expect(error.description.hasPrefix("\(place): caf.departement: cette clé manque"), "\(error)")
      }
    }
    #expect(throws: Never.self) { try Self.lire("", ["GUICHET_CAF_DEPARTEMENT": "974"], .systeme) }
  }
}

@Suite("The environment")
struct EnvironmentTests {

  @Test("goes before the file, with the same types")
  func overrides() throws {
    let lue = try ConfigurationTests.lire(
      "depot: {tailleMax: 2048, lot: faux}",
      [
        "GUICHET_DEPOT_TAILLEMAX": "4096", "GUICHET_DEPOT_LOT": "7", "GUICHET_DELAIS_RELANCES": "1jc, 2jc",
        "GUICHET_CHEMINS_SOCKET": "/s", "GUICHET_ACCES_DPO": "a,b",
      ])
    #expect(lue.depot.tailleMax == 4096)
    #expect(lue.depot.lot == 7)
    #expect(lue.delais.relances == [.joursCalendaires(1), .joursCalendaires(2)])
    #expect(lue.chemins.socket == "/s")
    #expect(lue.acces.dpo == ["a", "b"])
  }

  @Test(
    "that sets nothing of ours is left alone",
    arguments: ["GUICHET_SOCKET", "GUICHET", "DEPOT_LOT", "GUICHET_DEPOTS_LOT", "GUICHET_LINF"])
  func others(variable: String) throws {
    #expect(try ConfigurationTests.lire("", [variable: "x"]) == .racine("/r"))
  }

  @Test("with an empty variable changes nothing")
  func empty() throws {
    #expect(try ConfigurationTests.lire("depot: {lot: 3}", ["GUICHET_DEPOT_LOT": ""]).depot.lot == 3)
  }

  @Test(
    "that names no key of a section, or a table by LINF, is refused",
    arguments: ["GUICHET_DEPOT_LOTS", "GUICHET_LINF_RPE_GROUPE", "GUICHET_ACCES_CONSEILLERS", "GUICHET_CAF_"])
  func unknown(variable: String) {
    let fautes = ConfigurationTests.fautes("", [variable: "1"])
    #expect(fautes.count == 1)
    #expect(fautes.first?.hasPrefix("\(variable): aucune clé de la rubrique") == true)
  }
}

@Suite("Usual open hours")
struct HorairesSemaineTests {

  @Test("are read day by day")
  func read() throws {
    #expect(try HorairesSemaine("lun-ven 09:00-12:00 13:30-17:00") == .bureau)
    let plages = try HorairesSemaine("samedi 09:00-12:00, lun-mar 08:00-09:30").plages
    #expect(plages.map(\.jour) == [.lundi, .mardi, .samedi])
    #expect(plages.map(\.de) == [480, 480, 540])
    #expect(plages.map(\.a) == [570, 570, 720])
  }

  @Test(
    "that make no sense are refused with the words at fault",
    arguments: [
      ("", "virgule"), ("lun", "n’a pas d’heures"), ("lun 9:00-12:00", "« 9:00-12:00 »"),
      ("lun 12:00-09:00", "« 12:00-09:00 »"), ("lun 09:00-24:01", "« 09:00-24:01 »"),
      ("ven-lun 09:00-12:00", "« ven-lun »"),
      ("lum 09:00-12:00", "« lum »"), ("lun-mer-ven 09:00-12:00", "« lun-mer-ven »"),
      ("lun 09:60-12:00", "« 09:60-12:00 »"),
      ("lun 09:00-12:00 12:00-13:00", "lundi se touchent"),
      ("lun-mar 09:00-12:00, mar 10:00-11:00", "mardi se touchent"),
      ("lun 09:00-12:00,", "virgule"), ("lun ٠٩:00-12:00", "plage"),
    ])
  func refused(texte: String, words: String) {
    do {
      _ = try HorairesSemaine(texte)
      Issue.record("taken")
    } catch {
      #expect(error.raison.contains(words), "\(error.raison)")
    }
  }
}
