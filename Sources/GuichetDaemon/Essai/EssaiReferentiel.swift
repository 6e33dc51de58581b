import Guichet

/// The small référentiel of `guichetd essai`: seven communes around Lille with their official codes, and four LINF that
/// do not exist.
enum EssaiReferentiel {
  static let fichiers = [
    fichier("communes.csv", communes), fichier("codes-postaux.csv", codesPostaux), fichier("linf.csv", linf),
    fichier("rattachements.csv", rattachements), fichier("habilitations.csv", habilitations),
  ]

  private static func fichier(_ nom: String, _ texte: String) -> FichierReferentiel {
    FichierReferentiel(nom: nom, contenu: Array(texte.utf8))
  }

  private static let communes = """
    TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
    COM,59009,32,59,59D,595,0,VILLENEUVE D ASCQ,Villeneuve-d'Ascq,Villeneuve-d'Ascq,5940,
    COM,59128,32,59,59D,595,0,CAPINGHEM,Capinghem,Capinghem,5904,
    COMA,59298,,,,,1,HELLEMMES LILLE,Hellemmes-Lille,Hellemmes-Lille,,59350
    COM,59350,32,59,59D,595,0,LILLE,Lille,Lille,5997,
    COMA,59355,,,,,0,LOMME,Lomme,Lomme,,59350
    COM,59378,32,59,59D,595,0,MARCQ EN BAROEUL,Marcq-en-Barœul,Marcq-en-Barœul,5924,
    COM,59410,32,59,59D,595,0,MONS EN BAROEUL,Mons-en-Barœul,Mons-en-Barœul,5925,
    COM,59527,32,59,59D,595,0,SAINT ANDRE LEZ LILLE,Saint-André-lez-Lille,Saint-André-lez-Lille,5923,
    COM,62041,32,62,62D,621,1,ARRAS,Arras,Arras,6299,

    """

  private static let codesPostaux = """
    Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libelle_d_acheminement;Ligne_5
    59009;VILLENEUVE D ASCQ;59491;VILLENEUVE D ASCQ;
    59009;VILLENEUVE D ASCQ;59650;VILLENEUVE D ASCQ;
    59128;CAPINGHEM;59160;CAPINGHEM;
    59350;LILLE;59000;LILLE;
    59350;LILLE;59160;LILLE;LOMME
    59350;LILLE;59260;LILLE;HELLEMMES LILLE
    59350;LILLE;59800;LILLE;
    59378;MARCQ EN BAROEUL;59700;MARCQ EN BAROEUL;
    59410;MONS EN BAROEUL;59370;MONS EN BAROEUL;
    59527;ST ANDRE LEZ LILLE;59350;ST ANDRE LEZ LILLE;
    62041;ARRAS;62000;ARRAS;

    """

  private static let linf = """
    linf;nom;type;gestionnaire;telephone;courriel;voie;codePostal;commune
    rpe-lille;Relais petite enfance de Lille;rpe;Ville de Lille;03 53 01 10 01;rpe-lille@exemple.fr;1 place de la Mairie;59000;Lille
    rpe-lomme;Relais petite enfance de Lomme;rpe;Ville de Lille;03 53 01 10 02;rpe-lomme@exemple.fr;2 place de la Mairie;59160;Lomme
    rpe-marcq;Relais petite enfance de Marcq-en-Barœul;rpe;Ville de Marcq;03 53 01 10 03;rpe-marcq@exemple.fr;3 place de la Mairie;59700;Marcq-en-Barœul
    rpe-ascq;Relais petite enfance de Villeneuve-d'Ascq;rpe;Ville d'Ascq;03 53 01 10 04;rpe-ascq@exemple.fr;4 place de la Mairie;59491;Villeneuve-d'Ascq

    """

  private static let rattachements = """
    linf;codeInsee;codePostal;voie;du;au
    rpe-lille;59350;;;2022-01-01;
    rpe-lomme;59350;59160;;2022-01-01;
    rpe-lomme;59128;;;2022-01-01;
    rpe-marcq;59378;;;2022-01-01;
    rpe-marcq;59410;;;2022-01-01;
    rpe-marcq;59350;59000;boulevard Vauban;2025-01-01;
    rpe-ascq;59009;;;2022-01-01;

    """

  private static let habilitations = """
    linf;du;au;guichetUnique;type
    rpe-lille;2022-01-01;;oui;habilitation
    rpe-lomme;2022-01-01;;oui;habilitation
    rpe-marcq;2022-01-01;;non;habilitation
    rpe-ascq;2022-01-01;2026-06-30;non;habilitation

    """
}
