import Guichet

/// The sample formulaires of `guichetd essai`: right ones, one that must be checked, ones that wait for a person, and
/// one that is refused. The people are made up.
enum EssaiFormulaires {
  /// Names and contents, dated shortly before `now`.
  static func all(now: Instant) -> [(String, String)] {
    let day = DateCivile(daysSince1970: Int(now.seconds / 86_400))
    func born(_ daysAgo: Int) -> String { day.advanced(byDays: -daysAgo).iso }
    let debut = day.advanced(byDays: 60).iso
    func form(
      _ rank: Int, _ nom: String, _ prenom: String, _ contact: String, _ adresse: String, _ enfants: String,
      _ besoin: String
    ) -> (String, String) {
      let deposee = now.advanced(bySeconds: Int64(rank - 10) * 600).rfc3339(offsetSeconds: 0)
      let text = """
        {
          "version": 1, "reference": "ESSAI-\(rank)", "deposeeLe": "\(deposee)", "origine": "monenfant.fr",
          "demandeur": {"civilite": "MME", "nom": "\(nom)", "prenom": "\(prenom)", \(contact),
            "adresse": {\(adresse)}},
          "enfants": [\(enfants)],
          "besoin": {"debut": \(besoin), "frequence": "regulier", "modes": ["assistantMaternel", "crecheCollective"]},
          "message": "Merci de rappeler en fin de journée."
        }

        """
      return ("essai-\(rank).json", text)
    }
    let leo = "{\"prenom\": \"Léo\", \"naissance\": \"\(born(200))\"}"
    let soon = "{\"naissancePrevue\": \"\(born(-90))\"}"
    let date = "\"\(debut)\""
    return [
      form(
        1, "Martin", "Élodie", "\"telephone\": \"06 39 98 12 34\", \"courriel\": \"elodie@exemple.fr\"",
        "\"voie\": \"12 rue de la République\", \"codePostal\": \"59160\", \"commune\": \"Lomme\"", leo, date),
      form(
        2, "Bernard", "Nadia", "\"telephone\": \"03 53 01 22 33\"",
        "\"voie\": \"8 boulevard Vauban\", \"codePostal\": \"59000\", \"commune\": \"LILLE CEDEX 9\"", soon, date),
      form(
        3, "Dubois", "Chloé", "\"courriel\": \"chloe@exemple.fr\"",
        "\"voie\": \"3 place du Marché\", \"codePostal\": \"59650\", \"commune\": \"Villeneuve d Ascq\"", leo, date),
      form(
        4, "Petit", "Inès", "\"telephone\": \"06 39 98 56 78\"",
        "\"voie\": \"1 rue des Lilas\", \"codePostal\": \"59160\", \"commune\": \"\"", leo, date),
      form(
        5, "Robert", "Maya", "\"telephone\": \"06 39 98 90 12\"",
        "\"voie\": \"5 rue des Arènes\", \"codePostal\": \"62000\", \"commune\": \"Arras\"", soon, date),
      form(
        6, "Richard", "Louise", "\"telephone\": \"0000000000\"",
        "\"codePostal\": \"59700\", \"commune\": \"Marcq en Baroeul\"", leo, "\"dès que possible\""),
      ("essai-7.json", "{\"version\": 1, \"reference\": \"ESSAI-7\",\n"),
    ]
  }
}
