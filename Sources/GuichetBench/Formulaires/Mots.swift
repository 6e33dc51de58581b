/// The words that made-up formulaires are made of.
enum Mots {
  static let jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"]

  static let noms = [
    "Martin", "Bernard", "Thomas", "Petit", "Robert", "Richard", "Durand", "Dubois", "Moreau", "Laurent", "Simon",
    "Michel", "Lefèvre", "Leroy", "Roux", "David", "Bertrand", "Morel", "Fournier", "Girard", "Bonnet", "Dupont",
    "Lambert", "Fontaine", "Rousseau", "Vincent", "Müller", "Lefebvre", "Faure", "André", "Mercier", "Blanc",
    "Guérin", "Boyer", "Garnier", "Chevalier", "François", "Legrand", "Gauthier", "Garcia", "Perrin", "Robin",
    "Clément", "Morin", "Nicolas", "Henry", "Roussel", "Mathieu", "Gautier", "Masson", "Marchand", "Duval", "Denis",
    "Dumont", "Marie", "Lemaire", "Noël", "Meyer", "Dufour", "Meunier", "Brun", "Blanchard", "Giraud", "Joly",
    "Rivière", "Lucas", "Brunet", "Gaillard", "Barbier", "Arnaud", "Martinez", "Gérard", "Roche", "Renard",
    "Schmitt", "Roy", "Leroux", "Colin", "Vidal", "Caron", "Picard", "Roger", "Fabre", "Aubert", "Lemoine",
    "Renaud", "Dumas", "Lacroix", "Olivier", "Philippe", "Bourgeois", "Pierre", "Benoît", "Rey", "Leclerc", "Payet",
    "Rolland", "Leclercq", "Guillaume", "Lecomte", "López", "Jean", "Dupuy", "Guillot", "Hubert", "Berger",
    "Carpentier", "Sánchez", "Dupuis", "Moulin", "Louis", "Deschamps", "Huet", "Vasseur", "Pérez", "Boucher",
    "Fleury", "Royer", "Klein", "Jacquet", "Adam", "Paris", "Poirier", "Marty", "Aubry", "Guyot", "Carré", "Charles",
    "Renault", "Charpentier", "Ménard", "Maillard", "Baron", "Bertin", "Bailly", "Hervé", "Schneider", "Fernández",
    "Le Gall", "Collet", "Léger", "Bouvier", "Julien", "Prévost", "Millet", "Perrot", "Daniel", "Le Roux", "Cousin",
    "Germain", "Breton", "Besson", "Langlois", "Rémy", "Le Goff", "Pelletier", "Lévêque", "Perrier", "Leblanc",
    "Barré", "Lebrun", "Marchal", "Weber", "Mallet", "Hamon", "Boulanger", "Jacob", "Monnier", "Michaud",
    "Rodríguez", "Guichard", "Gillet", "Étienne", "Grondin", "Poulain", "Tessier", "Chevallier", "Collin", "Chauvin",
    "Da Silva", "Bouchet", "Gay", "Lemaître", "Bénard", "Maréchal", "Humbert", "Reynaud", "Antoine", "Hoarau",
    "Perret", "Barthélémy", "Cordier", "Pichon", "Lejeune", "Gilbert", "Lamy", "Delaunay", "Pasquier", "Carlier",
  ]

  static let prenomsAdultes = [
    "Élodie", "Camille", "Julie", "Aurélie", "Émilie", "Céline", "Marie", "Sarah", "Laura", "Pauline", "Mathilde",
    "Marion", "Manon", "Anaïs", "Chloé", "Léa", "Fatima", "Inès", "Nadia", "Sophie", "Claire", "Caroline", "Amandine",
    "Mélanie", "Thomas", "Nicolas", "Julien", "Alexandre", "Maxime", "Antoine", "Kévin", "Karim", "Mehdi", "Romain",
    "Quentin", "Benoît", "Jérôme", "Loïc", "Marie-Ange", "Anne-Sophie",
  ]

  static let prenomsEnfants = [
    "Léo", "Gabriel", "Raphaël", "Arthur", "Louis", "Jade", "Louise", "Ambre", "Alba", "Emma", "Rose", "Alice",
    "Romy", "Anna", "Lina", "Noah", "Adam", "Maël", "Jules", "Isaac", "Sacha", "Lucas", "Naël", "Eden", "Mia", "Nina",
    "Inaya", "Zoé", "Eva", "Liam",
  ]

  static let voies = [
    "rue de la République", "rue Jean Jaurès", "avenue de la Gare", "boulevard Victor Hugo", "rue du Moulin",
    "place de la Mairie", "rue Pasteur", "impasse des Lilas", "chemin du Bois", "rue Léon Blum", "rue de l’Église",
    "allée des Tilleuls", "rue Gambetta", "rue du Général de Gaulle", "résidence du Parc", "rue des Écoles",
    "quai du Canal", "route de Lille", "square Pierre Curie", "cité des Mineurs", "rue Émile Zola", "rue du 8 Mai 1945",
  ]

  static let messages = [
    "Merci de rappeler en fin de journée.", "Nous cherchons une place à partir de la rentrée.",
    "Je reprends le travail bientôt et n’ai pas encore de solution.", "Horaires variables selon les semaines.",
    "Nous venons d’emménager dans la commune.", "Une place près de la gare serait idéale.",
  ]

  /// Blocks of 10 000 numbers that are never given to anybody (Arcep, numbers for fiction).
  private static let blocks = ["01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98"]

  static let phoneCount = blocks.count * 10_000

  /// A different number for each rank below `phoneCount`, mobile phones first.
  static func phone(_ rank: Int) -> String {
    let block = blocks[blocks.count - 1 - rank / 10_000 % blocks.count]
    let digits = FormulaireMaker.padded(rank % 10_000, 4)
    return "\(block) \(digits.prefix(2)) \(digits.suffix(2))"
  }

  /// What of a name can stand in an e-mail address.
  static func ascii(_ name: String) -> String {
    let accents: [Character: Character] = [
      "é": "e", "è": "e", "ê": "e", "ë": "e", "ï": "i", "î": "i", "ô": "o", "ö": "o", "ü": "u", "á": "a", "â": "a",
      "ç": "c", "í": "i", "ó": "o", " ": "-",
    ]
    return String(name.lowercased().map { accents[$0] ?? $0 })
  }
}
