import StrictJSON

extension Examinateur {
  /// Nil when there is none, which refuses the form.
  mutating func demandeur(_ racine: inout LecteurObjet) -> Demandeur? {
    guard let value = racine.valeur("demandeur") else {
      recueil.erreur("/demandeur", rang: racine.rang, "Le demandeur manque ; sans lui rien ne peut être fait.")
      return nil
    }
    guard value.kind == .object else {
      recueil.erreur("/demandeur", rang: value.position.offset, Attendu.objet.message(pas: value))
      return nil
    }
    var objet = LecteurObjet(value, .demandeur)
    var demandeur = Demandeur()
    demandeur.civilite = objet.code("civilite", Civilite.self, &recueil)
    demandeur.nom = nom(&objet)
    demandeur.prenom = objet.ligne("prenom", max: LongueurSaisie.nom, &recueil)
    let before = recueil.nombreAnomalies
    demandeur.telephone = telephone(&objet)
    demandeur.courriel = courriel(&objet)
    if demandeur.telephone == nil, demandeur.courriel == nil, recueil.nombreAnomalies == before {
      recueil.manque(
        Chemin(.demandeur), rang: objet.rang,
        "Ni téléphone ni courriel : donnez au moins l’un des deux, pour que la famille puisse être jointe.")
    }
    demandeur.adresse = adresse(&objet, .adresse)
    demandeur.rappel = rappel(&objet, demandeur)
    demandeur.langue = objet.ligne("langue", max: LongueurSaisie.langue, &recueil)
    demandeur.autreParent = autreParent(&objet)
    objet.signalerInconnues(&recueil)
    return demandeur
  }

  private mutating func nom(_ objet: inout LecteurObjet) -> String? {
    let before = recueil.nombreAnomalies
    let nom = objet.ligne("nom", max: LongueurSaisie.nom, &recueil)
    if nom == nil, recueil.nombreAnomalies == before {
      recueil.manque(objet.chemin("nom"), rang: objet.rang, "Le nom du demandeur manque.")
    }
    return nom
  }

  private mutating func autreParent(_ parent: inout LecteurObjet) -> AutreParent? {
    guard var objet = parent.objet(.autreParent, &recueil) else { return nil }
    var autre = AutreParent()
    autre.civilite = objet.code("civilite", Civilite.self, &recueil)
    autre.nom = objet.ligne("nom", max: LongueurSaisie.nom, &recueil)
    autre.prenom = objet.ligne("prenom", max: LongueurSaisie.nom, &recueil)
    autre.telephone = telephone(&objet)
    autre.courriel = courriel(&objet)
    objet.signalerInconnues(&recueil)
    return autre.isEmpty ? nil : autre
  }

  mutating func telephone(_ objet: inout LecteurObjet) -> Telephone? {
    guard let value = objet.valeur("telephone") else { return nil }
    let chemin = objet.chemin("telephone")
    guard let text = value.string else {
      recueil.anomalie(chemin, value, Attendu.texte.message(pas: value))
      return nil
    }
    switch Telephone.lire(text) {
    case .success(let e164):
      if NumerosPersonnels.mayHide(in: text, digits: 15) { recueil.texteSuspect() }
      return Telephone(e164: e164, saisi: Self.visible(text))
    case .failure(let faute):
      guard !LecteurObjet.isBlank(text) else { return nil }
      recueil.anomalie(chemin, value, faute.message)
      return Telephone(e164: nil, saisi: TexteMontre.of(text))
    }
  }

  /// A number as typed, without the marks that an address book wraps around it.
  private static func visible(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          switch ClasseDeCaractere($0) {
          case .ordinaire, .espace: true
          case .bord, .ignore, .jointure, .interdit: false
          }
        }))
  }

  mutating func courriel(_ objet: inout LecteurObjet) -> String? {
    guard let value = objet.valeur("courriel") else { return nil }
    let chemin = objet.chemin("courriel")
    guard let text = value.string else {
      recueil.anomalie(chemin, value, Attendu.texte.message(pas: value))
      return nil
    }
    switch Courriel.lire(text) {
    case .success(let courriel):
      if NumerosPersonnels.mayHide(in: courriel, digits: 13) { recueil.texteSuspect() }
      return courriel
    case .failure(let faute):
      guard !LecteurObjet.isBlank(text) else { return nil }
      // What was pasted along inside it is left out; whether the rest is the family's address, a person looks.
      if case .success(let courriel) = Courriel.lire(ClasseDeCaractere.visible(text)) {
        recueil.anomalie(
          chemin, value, "Des caractères invisibles ont été ôtés de cette adresse de courriel ; vérifiez-la.")
        return courriel
      }
      recueil.anomalie(chemin, value, faute.message)
      return nil
    }
  }
}
