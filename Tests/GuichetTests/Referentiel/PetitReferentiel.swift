import Guichet

/// A small référentiel of the Nord and a few places elsewhere, to be changed file by file.
struct PetitReferentiel {
  var fichiers: [String: String] = [
    "communes.csv": """
    TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
    COM,05162,93,05,05D,052,3,SAULCE,Saulce,La Saulce,0510,
    COM,04066,93,04,04D,043,0,CLARET,Claret,Claret,0413,
    COM,2A004,94,2A,2AD,2A1,1,AJACCIO,Ajaccio,Ajaccio,2A01,
    COM,59006,32,59,59D,591,5,OREE DE MORMAL,Orée de Mormal,L'Orée de Mormal,5902,
    COM,59128,32,59,59D,595,0,CAPINGHEM,Capinghem,Capinghem,5901,
    COM,59160,32,59,59D,596,0,CRESPIN,Crespin,Crespin,5932,
    COM,59183,32,59,59D,594,0,DUNKERQUE,Dunkerque,Dunkerque,5915,
    COM,59260,32,59,59D,594,0,GHYVELDE,Ghyvelde,Ghyvelde,5915,
    COM,59346,32,59,59D,595,0,LEZENNES,Lezennes,Lezennes,5925,
    COM,59350,32,59,59D,595,0,LILLE,Lille,Lille,5997,
    COM,59378,32,59,59D,595,0,MARCQ EN BAROEUL,Marcq-en-Barœul,Marcq-en-Barœul,5920,
    COM,59434,32,59,59D,596,0,NIVELLE,Nivelle,Nivelle,5930,
    COM,59481,32,59,59D,591,2,QUESNOY,Quesnoy,Le Quesnoy,5902,
    COM,59512,32,59,59D,595,0,ROUBAIX,Roubaix,Roubaix,5998,
    COM,59526,32,59,59D,596,0,SAINT AMAND LES EAUX,Saint-Amand-les-Eaux,Saint-Amand-les-Eaux,5930,
    COM,59548,32,59,59D,591,0,SAINT WAAST,Saint-Waast,Saint-Waast,5902,
    COM,62041,32,62,62D,621,1,ARRAS,Arras,Arras,6299,
    COM,75056,11,75,75C,751,0,PARIS,Paris,Paris,7599,
    COM,97411,04,974,974D,9741,0,SAINT DENIS,Saint-Denis,Saint-Denis,9799,
    COMA,59248,,,,,0,FORT MARDYCK,Fort-Mardyck,Fort-Mardyck,,59183
    COMA,59298,,,,,1,HELLEMMES LILLE,Hellemmes-Lille,Hellemmes-Lille,,59350
    COMA,59355,,,,,0,LOMME,Lomme,Lomme,,59350
    COMA,59540,,,,,0,SAINT POL SUR MER,Saint-Pol-sur-Mer,Saint-Pol-sur-Mer,,59183
    COMD,59006,,,,,1,AMFROIPRET,Amfroipret,Amfroipret,,59006
    COMD,59070,,,,,0,BERMERIES,Bermeries,Bermeries,,59006
    COMD,59260,,,,,0,GHYVELDE,Ghyvelde,Ghyvelde,,59260
    COMD,59404,,,,,4,MOERES,Moëres,Les Moëres,,59260
    ARM,75101,11,75,75C,751,0,PARIS 1ER ARRONDISSEMENT,Paris 1er Arrondissement,Paris 1er Arrondissement,7599,75056

    """,
    "codes-postaux.csv": """
    Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5
    04066;CLARET;05110;CLARET;
    05162;LA SAULCE;05110;LA SAULCE;
    2A004;AJACCIO;20000;AJACCIO;
    59006;L OREE DE MORMAL;59144;L OREE DE MORMAL;AMFROIPRET
    59006;L OREE DE MORMAL;59570;L OREE DE MORMAL;BERMERIES
    59128;CAPINGHEM;59160;CAPINGHEM;
    59160;CRESPIN;59154;CRESPIN;
    59183;DUNKERQUE;59140;DUNKERQUE;
    59183;DUNKERQUE;59240;DUNKERQUE;MALO LES BAINS
    59183;DUNKERQUE;59430;DUNKERQUE;FORT MARDYCK
    59183;DUNKERQUE;59430;DUNKERQUE;ST POL SUR MER
    59260;GHYVELDE;59254;GHYVELDE;
    59260;GHYVELDE;59122;GHYVELDE;LES MOERES
    59346;LEZENNES;59260;LEZENNES;
    59350;LILLE;59000;LILLE;
    59350;LILLE;59160;LILLE;LOMME
    59350;LILLE;59260;LILLE;HELLEMMES LILLE
    59350;LILLE;59800;LILLE;
    59378;MARCQ EN BAROEUL;59700;MARCQ EN BAROEUL;
    59434;NIVELLE;59230;NIVELLE;
    59481;LE QUESNOY;59530;LE QUESNOY;
    59512;ROUBAIX;59100;ROUBAIX;
    59526;ST AMAND LES EAUX;59230;ST AMAND LES EAUX;
    59548;ST WAAST;59570;ST WAAST;
    62041;ARRAS;62000;ARRAS;
    75101;PARIS 01;75001;PARIS;
    97411;ST DENIS;97400;ST DENIS;
    97501;MIQUELON LANGLADE;97500;ST PIERRE ET MIQUELON;LANGLADE
    97502;ST PIERRE;97500;ST PIERRE ET MIQUELON;ST PIERRE

    """,
    "linf.csv": """
    linf;nom;type;gestionnaire;telephone;courriel;voie;codePostal;commune
    rpe-amandinois;Relais de l’Amandinois;rpe;;03 53 01 00 01;rpe-amandinois@exemple.fr;;59230;Saint-Amand-les-Eaux
    rpe-centre;Relais de Lille Centre;rpe;;;;;;
    rpe-dunkerque;Relais de Dunkerque;rpe;;;;;;
    rpe-lomme;Relais de Lomme;rpe;;;;;;
    rpe-sud;Relais de Lille Sud;rpe;;;;;;
    rpe-zone;Relais de la Zone;rpe;;;;;;

    """,
    "rattachements.csv": """
    linf;codeInsee;codePostal;voie;du;au
    rpe-amandinois;59526;;;2022-01-01;
    rpe-amandinois;59434;;;2022-01-01;
    rpe-centre;59350;;;2022-01-01;
    rpe-sud;59350;59800;;2024-09-01;
    rpe-sud;59350;59000;boulevard Vauban;2025-01-01;
    rpe-lomme;59350;59160;;2022-01-01;
    rpe-lomme;59128;;;2022-01-01;
    rpe-dunkerque;59183;;;2022-01-01;
    rpe-zone;59006;;;2022-01-01;
    rpe-zone;59160;;;2022-01-01;
    rpe-zone;59260;;;2022-01-01;
    rpe-zone;59346;;;2022-01-01;
    rpe-zone;59378;;;2022-01-01;
    rpe-zone;59481;;;2022-01-01;
    rpe-zone;59512;;;01/01/2022;31/12/2026
    rpe-sud;59512;;;01/01/2027;

    """,
    "habilitations.csv": """
    linf;du;au;guichetUnique;type
    rpe-amandinois;2022-01-01;;oui;habilitation
    rpe-centre;2022-01-01;2026-03-31;oui;habilitation
    rpe-centre;2026-04-22;;oui;habilitation
    rpe-centre;2022-01-01;;non;referencement
    rpe-dunkerque;2022-01-01;;non;referencement
    rpe-lomme;2022-01-01;;non;habilitation
    rpe-sud;2022-01-01;;non;habilitation
    rpe-zone;2022-01-01;;non;habilitation

    """,
  ]
  var departement: String?

  /// Puts rows at the end of a file.
  mutating func add(_ rows: String, to name: String) {
    fichiers[name, default: ""] += rows + "\n"
  }

  /// Replaces a text that must be there.
  mutating func replace(_ old: String, by new: String, in name: String) {
    let text = fichiers[name] ?? ""
    precondition(text.contains(old), "\(old) is not in \(name)")
    fichiers[name] = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  var contenu: [FichierReferentiel] {
    fichiers.sorted { $0.key < $1.key }.map { FichierReferentiel(nom: $0.key, contenu: Array($0.value.utf8)) }
  }

  func charge() throws(ReferentielRefuse) -> Referentiel {
    try Referentiel.charger(contenu, departement: departement)
  }

  /// The faults for which it is refused; none when it loads.
  var fautes: [FauteReferentiel] {
    do throws(ReferentielRefuse) {
      _ = try charge()
      return []
    } catch {
      return error.fautes
    }
  }
}

/// A day of a test, which must exist.
func jour(_ iso: String) -> DateCivile {
  guard let day = DateCivile(iso: iso) else { preconditionFailure("\(iso) is no day") }
  return day
}

/// The day of tests that do not care.
let aujourdhui = jour("2026-11-23")

extension Routeur {
  /// Where an address would go, on the same day as it was filed.
  func oriente(
    voie: String? = nil, _ codePostal: String? = nil, _ commune: String? = nil, codeInsee: String? = nil,
    origine: Origine? = nil, le day: DateCivile = aujourdhui
  ) -> Decision {
    decider(
      adresse: Adresse(voie: voie, codePostal: codePostal, commune: commune, codeInsee: codeInsee), lieu: nil,
      origine: origine, jour: day, jourDepot: day)
  }
}
