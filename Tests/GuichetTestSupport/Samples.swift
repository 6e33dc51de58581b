/// Formulaires and a référentiel for tests. The people are made up; the communes are real.
package enum Samples {
  /// A right formulaire, as JSON text.
  package static func formulaire(
    reference: String, nom: String = "Martin", telephone: String = "06 39 98 12 34", codePostal: String = "59160",
    commune: String = "Lomme", deposeeLe: String = "2026-11-23T08:15:00+01:00", message: String = "Merci."
  ) -> String {
    """
    {"version": 1, "reference": "\(reference)", "deposeeLe": "\(deposeeLe)", "origine": "monenfant.fr",
     "demandeur": {"civilite": "MME", "nom": "\(nom)", "prenom": "Élodie", "telephone": "\(telephone)",
       "courriel": "elodie@exemple.fr",
       "adresse": {"voie": "12 rue de la République", "codePostal": "\(codePostal)", "commune": "\(commune)"}},
     "enfants": [{"prenom": "Léo", "naissance": "2026-03-01"}],
     "besoin": {"debut": "2027-01-04", "frequence": "regulier", "modes": ["assistantMaternel"]},
     "message": "\(message)"}
    """
  }

  /// Lille (with Lomme apart by its postal code), Capinghem, and Marcq-en-Barœul that nobody holds.
  package static let referentiel = [
    "communes.csv": """
    TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
    COM,59128,32,59,59D,595,0,CAPINGHEM,Capinghem,Capinghem,5904,
    COM,59350,32,59,59D,595,0,LILLE,Lille,Lille,5997,
    COMA,59355,,,,,0,LOMME,Lomme,Lomme,,59350
    COM,59378,32,59,59D,595,0,MARCQ EN BAROEUL,Marcq-en-Barœul,Marcq-en-Barœul,5924,

    """,
    "codes-postaux.csv": """
    Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libelle_d_acheminement;Ligne_5
    59128;CAPINGHEM;59160;CAPINGHEM;
    59350;LILLE;59000;LILLE;
    59350;LILLE;59160;LILLE;LOMME
    59378;MARCQ EN BAROEUL;59700;MARCQ EN BAROEUL;

    """,
    "linf.csv": """
    linf;nom;type;gestionnaire;telephone;courriel;voie;codePostal;commune
    rpe-lille;Relais de Lille;rpe;Ville de Lille;03 53 01 10 01;rpe-lille@exemple.fr;1 place;59000;Lille
    rpe-lomme;Relais de Lomme;rpe;Ville de Lille;03 53 01 10 02;rpe-lomme@exemple.fr;2 place;59160;Lomme

    """,
    "rattachements.csv": """
    linf;codeInsee;codePostal;voie;du;au
    rpe-lille;59350;;;2022-01-01;
    rpe-lomme;59350;59160;;2022-01-01;
    rpe-lomme;59128;;;2022-01-01;

    """,
    "habilitations.csv": """
    linf;du;au;guichetUnique;type
    rpe-lille;2022-01-01;;oui;habilitation
    rpe-lomme;2022-01-01;;oui;habilitation

    """,
  ]
}
