import GuichetControl
import StrictJSON

/// One value of every type that crosses the socket, none of its fields empty.
enum Samples {
  static let etat = Wire.Etat(
    demandes: .init(total: 1204, parEtat: ["aOrienter": 12, "aContacter": 1192], enRetard: 3, aRenseigner: 2),
    depot: .init(enAttente: 3, plusAncien: "2026-11-23T08:15:00+01:00", ignores: 1, empeches: 2),
    rejets: .init(total: 2, bloques: 1), sorties: .init(enAttente: 4, empechees: 1, raison: "Le dossier manque."),
    journal: .init(entrees: 2408, tete: "3f2a"),
    intake: .init(enPause: true, raison: "Le disque est plein."),
    referentiel: .init(version: 3, communes: 34_935, linf: 82), nom: "Caf du Nord",
    recues: recues, le: "2026-11-23T09:00:00+01:00", courriels: courriels)

  static let courriels = Wire.EtatCourriels(enAttente: 1, faute: "Le dossier manque.")

  static let recues = Wire.EtatRecues(aujourdhui: 12, heure: 3, derniere: "2026-11-23T08:15:02+01:00")

  static let demande = Wire.Demande(
    numero: "2026-000123", reference: "MEF-2026-00012345", etat: "aOrienter", linf: "rpe-lomme",
    raison: "communeAmbigue", marques: ["aVerifier"], codeInsee: "59350", echeance: "2026-11-25T12:00:00+01:00",
    enRetard: true, deposeeLe: "2026-11-23T08:15:00+01:00", recueLe: "2026-11-23T08:15:02+01:00",
    motifCloture: "doublon", depuis: "2026-11-23T08:15:02+01:00",
    candidats: [.init(codeInsee: "59128", nom: "Capinghem", linf: "rpe-lomme")], verrou: true, departement: "62",
    age: 3600, prisePar: "martine", priseJusque: "2026-11-23T09:15:00+01:00", suivi: suivi)

  static let suivi = Wire.Suivi(
    code: "apresInformation", phrase: "15 jours après l’information", jour: "2026-12-08",
    dernierContact: "2026-11-23T09:00:00+01:00", debut: "2027-01-04", manque: "Il manque une relance.")

  static let creneau = Wire.Creneau(
    debut: "2026-11-25T09:00:00+01:00", fin: "2026-11-25T09:30:00+01:00", postes: 2, lieu: "Maison des familles")

  static let rendezVous = Wire.RendezVous(
    numero: "2026-000123", id: 1, linf: "rpe-lomme", debut: "2026-11-25T09:00:00+01:00",
    fin: "2026-11-25T09:30:00+01:00", mode: "telephone", lieu: "Maison des familles", poste: 1, statut: "prevu",
    aRenseigner: true, aDeplacer: "fermeture", horsHoraires: true, nom: "Martin", telephone: "+33639981234")

  static let attribution = Wire.Attribution(
    le: "2026-11-23T08:15:02+01:00", auteur: "durand", mode: "manuel", cause: "referentiel", de: "rpe-lille",
    vers: "rpe-lomme", raison: "sansLinf", regle: "commune", version: 3, motif: "La famille déménage.")

  static let constat = Wire.Constat(chemin: "/demandeur/nom", message: "Le nom manque.")
  static let anomalie = Wire.Anomalie(chemin: "/besoin/debut", message: "Ce jour n’existe pas.", saisi: "30/02/2026")

  static let fait = Wire.Fait(
    seq: 7, numero: "2026-000123", nature: "recue", survenuLe: "2026-11-23T08:15:00+01:00",
    enregistreLe: "2026-11-23T08:15:02+01:00", auteur: "guichetd", chaine: "3f2a", resume: "Demande reçue.",
    linf: "rpe-lomme", echeance: "2026-11-25T17:00:00+01:00")

  static let fiche = Wire.Fiche(
    formulaire: ["reference": "MEF-2026-00012345", "version": 1], anomalies: [anomalie], avertissements: [constat],
    commune: "Lille", linfNom: "Rpe de Lomme", linfTelephone: "+33361910001", faits: [fait],
    attributions: [attribution], corrections: [correction], propose: routage,
    transfert: transfertPrevu, joindre: joindre, etape: echeance,
    notes: [.init(le: "2026-11-23T09:00:00+01:00", auteur: "durand", texte: "Rappeler le soir.")],
    noteCloture: "Crèche des Lilas.", rendezVous: [rendezVous], enfants: [enfant], cloture: "solutionTrouvee",
    doublons: [doublon], fusionneeDans: "2026-000122", absorbees: [absorbee], conflits: [conflit])

  static let enfant = Wire.EnfantSuivi(
    rang: 1, prenom: "Léo", naissance: "2026-03-01", naissancePrevue: "2027-02-10", adoptionPrevue: "2027-02-11",
    etat: "provisoire", regle: true, aConfirmer: true, issues: [issue])

  static let issue = Wire.IssueEnfant(
    id: 2, issue: "solution", mode: "crecheCollective", debut: "2027-01-04", heuresParSemaine: 32, commune: "59350",
    communeNom: "Lille", provisoire: true, souhaitee: true, attente: "commission", le: "2026-12-15", raison: "cout",
    remplace: [1], noteeLe: "2026-11-25T09:00:00+01:00", auteur: "martine", enCours: true, annulee: true)

  static let suivis = Wire.EnfantsSuivis(demande: demande, id: 2, enfants: [enfant], cloture: "solutionTrouvee")

  static let doublon = Wire.DoublonPossible(
    numero: "2026-000124", linf: "rpe-lomme", etat: "aContacter", deposeeLe: "2026-11-23T09:00:00+01:00",
    degre: "certain", genre: "doublon", criteres: ["telephone", "nomEnfant"], lie: true, par: "2026-000123")

  static let absorbee = Wire.Absorbee(
    numero: "2026-000125", reference: "MEF-2026-00012346", linf: "rpe-lomme", recueLe: "2026-11-23T09:00:00+01:00",
    motif: "Même famille au téléphone.", faits: [fait])

  static let conflit = Wire.Conflit(
    rejet: "20261123T081500Z-3f2a", recuLe: "2026-11-23T08:15:00+01:00", champs: [correction.champs[0]])

  static let contact = Wire.Contact(
    sequence: 9, survenuLe: "2026-11-23T09:00:00+01:00", enregistreLe: "2026-11-23T09:05:00+01:00", auteur: "martine",
    linf: "rpe-lomme", sens: "sortant", canal: "telephone", resultat: "joint", themes: ["modes"],
    note: "Rappelle lundi.",
    aRappelerLe: "2026-11-30T09:00:00+01:00", numeroAppele: "+33639981234")

  static let joindre = Wire.Joindre(
    contacts: [contact], informeeLe: "2026-11-23T09:00:00+01:00",
    fenetre: .init(
      debut: "2026-11-24T13:30:00+01:00", fin: "2026-11-24T17:00:00+01:00", origine: "ouverte",
      phrase: "mardi après-midi"),
    numeros: [.init(e164: "+33639981234", compose: "06 39 98 12 34", autreLecture: true, faux: true)],
    conseils: ["La famille préfère un SMS."], injoignable: true, manque: "Il manque une tentative.")

  static let suppleance = Wire.Suppleance(linf: "rpe-lille", jusqua: "2026-11-28")

  static let joignabilite = Wire.Joignabilite(
    jour: "lundi", moment: "matin", tentatives: 12, joints: 6, part: 50)

  static let echeance = Wire.EcheanceExpliquee(
    nature: "premierContact", le: "2026-11-25T17:00:00+01:00", fixee: true, reste: 90,
    explication: ["Échéance : mercredi 25/11/2026 à 17:00."], libelle: "premier contact")

  static let transfertPrevu = Wire.TransfertPrevu(le: "2027-01-01", vers: "rpe-lille", nom: "Relais de Lille")

  static let correction = Wire.Correction(
    le: "2026-11-23T09:00:00+01:00", auteur: "durand",
    champs: [.init(chemin: "/demandeur/adresse/codePostal", avant: "59160", apres: "59000")])

  static let lieu = Wire.Lieu(
    voie: "12 rue de la République", codePostal: "59160", commune: "Lomme", codeInsee: "59355", le: "2026-11-23")

  static let routage = Wire.Routage(
    linf: "rpe-lomme", codeInsee: "59350", raison: "communeAmbigue", marques: ["communeAPreciser"],
    candidats: [.init(codeInsee: "59128", nom: "Capinghem", linf: "rpe-lomme")],
    explication: ["Le code postal couvre deux communes."],
    version: 3, jour: "2026-11-23", departement: "62")

  static let linf = Wire.LinfResume(
    id: "rpe-lomme", nom: "Relais de Lomme", type: "rpe", telephone: "03 53 01 00 01", habilite: true)

  static let resultat = Wire.ResultatActe(
    numero: "2026-000123", fait: false, code: "dejaLa", message: "Elle y est déjà.", linf: "rpe-lomme",
    etat: "aContacter")

  static let transmission = Wire.Transmission(
    numero: "2026-000123", le: "2026-11-23T08:15:00+01:00", telephone: "03 53 01 00 01")

  static let deplacement = Wire.Deplacement(
    numero: "2026-000123", etat: "enSuivi", le: "2027-01-01", de: "rpe-lille", vers: "rpe-lomme", raison: "sansLinf",
    suit: false, reste: "avancee", motif: "linfRetire")

  static let rejeu = Wire.Rejeu(jours: 90, examinees: 1200, ailleurs: 3, deplacements: [deplacement])

  static let faute = Wire.FauteReferentiel(
    fichier: "rattachements.csv", ligne: 12, colonne: "codeInsee", message: "Cette commune n’existe pas.")

  static let rejet = Wire.Rejet(
    id: "20261123T081500Z-3f2a", fichier: "a.json", recuLe: "2026-11-23T08:15:00+01:00", sha256: "3f2a",
    code: "jsonInvalide", erreurs: [constat], etat: "ouvert", auDepot: true)

  static let agentAcces = Wire.AgentAcces(
    login: "durand", uid: 1001,
    roles: [.init(role: "conseiller", linf: "rpe-lomme", raison: "membre du groupe « rpe-lomme »")],
    permissions: [.init(methode: "GetEtat", roles: ["observateur", "conseiller"], permise: true)])

  static let regleAcces = Wire.RegleAcces(
    role: "conseiller", linf: "rpe-lomme", groupe: "rpe-lomme", membres: ["durand"], remarque: "Ce groupe est vide.")

  /// Every type by the name that the definition gives it, with a sample.
  static let types: [(String, any WireObject)] = [
    ("DemandeEffacee", demandeEffacee),
    ("Etat", etat), ("EtatDemandes", etat.demandes), ("EtatDepot", etat.depot), ("EtatRejets", etat.rejets),
    ("EtatSorties", etat.sorties), ("EtatCourriels", courriels), ("EtatJournal", etat.journal),
    ("EtatIntake", etat.intake),
    ("EtatReferentiel", etat.referentiel), ("EtatRecues", recues), ("Demande", demande), ("Constat", constat),
    ("Anomalie", anomalie),
    ("Fait", fait), ("Fiche", fiche), ("Lieu", lieu), ("Candidat", routage.candidats[0]), ("Routage", routage),
    ("FauteReferentiel", faute), ("Rejet", rejet), ("Attribution", attribution), ("ResultatActe", resultat),
    ("Transmission", transmission), ("Correction", correction), ("ChampCorrige", correction.champs[0]),
    ("Sauvegarde", sauvegarde), ("FauteConfiguration", fauteConfiguration), ("TacheEntretien", tacheEntretien),
    ("ConsultationsOtees", consultationsOtees),
    ("RoleAccorde", agentAcces.roles[0]), ("PermissionAcces", agentAcces.permissions[0]), ("RegleAcces", regleAcces),
    ("Deplacement", deplacement), ("Rejeu", rejeu), ("TransfertPrevu", transfertPrevu), ("LinfResume", linf),
    ("Contact", contact), ("Joindre", joindre), ("Suivi", suivi), ("Joignabilite", joignabilite),
    ("Suppleance", suppleance),
    ("FenetreDAppel", Wire.FenetreDAppel(debut: "a", fin: "b", origine: "convenue", phrase: "demain")),
    ("NumeroDeFamille", joindre.numeros[0]),
    ("EcheanceExpliquee", echeance),
    ("NoteDemande", Wire.NoteDemande(le: "2026-11-23T09:00:00+01:00", auteur: "durand", texte: "Rappeler le soir.")),
    ("DoublonPossible", doublon), ("Absorbee", absorbee), ("Conflit", conflit), ("Bilan", bilan),
    ("ChiffreDeBilan", bilan.chiffres[0]), ("TableauDeBilan", bilan.tableaux[0]),
    ("IntituleDeBilan", bilan.tableaux[0].colonnes[0]), ("LigneDeBilan", bilan.tableaux[0].lignes[1]),
    ("PieceDePreuve", piece),
    ("Creneau", creneau), ("RendezVous", rendezVous), ("EnfantSuivi", enfant), ("IssueEnfant", issue),
    ("DossierDeSortie", dossier), ("Panne", surveillance.pannes[0]),
    ("NumeroPropose", Wire.NumeroPropose(numero: "2026-000123", etat: "aContacter")),
  ]

  /// Every method, with a sample of what goes in and what comes out.
  static let methods = ofDemandes + exploitation

  private static let ofDemandes: [Method] = [
    Method(GetEtat.self, .init(), .init(etat: etat)),
    Method(
      ListDemandes.self,
      .init(
        linf: "rpe-lomme", etat: "close", commune: "59350", depuis: "2026-11-01", aVerifier: true, enRetard: false,
        miennes: true, cherche: "Martin", aRappeler: true, suivi: true, doublons: true),
      .init(demandes: [demande], suppleances: [suppleance])),
    Method(ShowDemande.self, .init(numero: "123"), .init(demande: demande, fiche: fiche)),
    Method(
      ExplainDemande.self, .init(numero: "123"),
      .init(
        numero: "2026-000123", linf: "rpe-lomme", raison: "sansLinf", version: 3, jour: "2026-11-23",
        explication: ["Lomme est rattachée à rpe-lomme."], mode: "automatique", attributions: [attribution],
        propose: routage, departement: "62", marques: ["linfRetire"], echeance: echeance)),
    Method(
      AssignDemandes.self, .init(numeros: ["123"], linf: "rpe-lomme", motif: "Fratrie déjà suivie."),
      .init(resultats: [resultat])),
    Method(
      DeclineDemandes.self, .init(numeros: ["123"], raison: "horsTerritoire", note: "Rue de l’autre côté."),
      .init(resultats: [resultat])),
    Method(AcceptRoutages.self, .init(numeros: ["123"]), .init(resultats: [resultat])),
    Method(
      RefuseRoutages.self, .init(numeros: ["123"], motif: "Fratrie déjà suivie."), .init(resultats: [resultat])),
    Method(
      CorrectDemande.self, .init(numero: "123", correction: ["demandeur": ["telephone": "06 39 98 12 34"]]),
      .init(
        numero: "2026-000123", champs: ["/demandeur/telephone"], linf: "rpe-lomme", raison: "sansLinf", verrou: true,
        propose: routage, deplacee: true, marques: ["linfRetire"])),
    Method(TakeDemandes.self, .init(numeros: ["123"], reprendre: true), .init(resultats: [resultat])),
    Method(
      SetEcheance.self, .init(numeros: ["123"], le: "2026-11-25", motif: "Vacances."), .init(resultats: [resultat])),
    Method(SuspendDemandes.self, .init(numeros: ["123"], motif: "Hospitalisation."), .init(resultats: [resultat])),
    Method(ResumeDemandes.self, .init(numeros: ["123"]), .init(resultats: [resultat])),
    Method(
      CloseDemandes.self, .init(numeros: ["123"], motif: "solutionTrouvee", note: "Crèche des Lilas."),
      .init(resultats: [resultat])),
    Method(ReopenDemandes.self, .init(numeros: ["123"], motif: "Elle rappelle."), .init(resultats: [resultat])),
    Method(AddNote.self, .init(numeros: ["123"], texte: "Rappeler le soir."), .init(resultats: [resultat])),
    Method(SilenceDemandes.self, .init(numeros: ["123"]), .init(resultats: [resultat])),
    Method(ReleaseDemandes.self, .init(numeros: ["123"]), .init(resultats: [resultat])),
    Method(
      EnterDemande.self, .init(formulaire: ["origine": "guichet", "demandeur": ["nom": "Martin"]]),
      .init(
        numero: "2026-000123", reference: "GU-20261123-7K3QX9PM", linf: "rpe-lomme", linfNom: "Relais de Lomme",
        linfTelephone: "03 53 01 10 02", raison: "sansLinf", anomalies: [anomalie], avertissements: [constat],
        deja: true
      )),
    Method(ListTransmissions.self, .init(linf: "rpe-lomme"), .init(transmissions: [transmission])),
    Method(Route.self, .init(lieux: [lieu, .init()]), .init(routages: [routage])),
    Method(
      ComputeDelai.self, .init(depuis: "2026-11-25T10:00", linf: "rpe-lomme", heures: 4, jours: 2),
      .init(echeance: "2026-11-25T15:30:00+01:00", explication: ["Échéance : mercredi 25/11/2026 à 15:30."])),
    Method(OpenReferentiel.self, .init(), .init(chargement: "c1")),
    Method(SendReferentiel.self, .init(chargement: "c1", fichier: "linf.csv", contenu: [0, 255, 10]), .init()),
    Method(
      CompareReferentiel.self, .init(chargement: "c1", rejouer: 90),
      .init(
        version: 2, avertissements: ["Une commune n’a pas de LINF."], differences: ["Lomme change de LINF."],
        deplacements: [deplacement], deplacementsTotal: 1, rejeu: rejeu)),
    Method(
      TransferDemandes.self,
      .init(
        commune: "59350", le: "2027-01-01", numeros: ["123"], appliquer: true, montrees: [deplacement], version: 3),
      .init(deplacements: [deplacement], version: 3, resultats: [resultat])),
    Method(
      ExportReferentiel.self, .init(version: 2), .init(version: 2, fichier: "linf.csv", contenu: [1, 2, 3])),
    Method(ApplyReferentiel.self, .init(chargement: "c1", version: 2), .init(version: 3, reorientees: 4)),
    Method(ListRejets.self, .init(), .init(rejets: [rejet])),
    Method(ShowRejet.self, .init(id: "x"), .init(rejet: rejet, contenu: [1, 2, 3])),
    Method(ReplayRejet.self, .init(id: "x", contenu: []), .init()),
    Method(ListFaits.self, .init(numero: "123", apres: 5), .init(faits: [fait])),
    Method(
      VerifyJournal.self, .init(),
      .init(
        entrees: 9, tete: "3f2a", intact: false, fautes: ["Le fait 7 a changé."], demandes: 3, ecarts: ["Un écart."],
        consultations: 4, consultationsOtees: [consultationsOtees])),
    Method(ShowAcces.self, .init(), agentAcces),
    Method(InspectAcces.self, .init(login: "durand"), agentAcces),
    Method(ListAcces.self, .init(), .init(regles: [regleAcces], permissions: agentAcces.permissions)),
    Method(
      Subscribe.self, .init(afterSequence: 6, numero: "123", linf: "rpe-lomme", natures: ["recue"], etat: true),
      .init(sequence: 7, etat: etat, faits: [fait], suppleances: [suppleance])),
    Method(
      CompleteNumeros.self, .init(debut: "2026-0001"),
      .init(numeros: [.init(numero: "2026-000123", etat: "aContacter")])),
    Method(
      AddContact.self,
      .init(
        numero: "123", sens: "entrant", canal: "telephone", resultat: "joint", themes: ["modes"], note: "Merci.",
        survenuLe: "2026-11-23T09:00", aRappelerLe: "2026-11-24T09:00", numeroAppele: "06 39 98 12 34",
        suivi: true),
      .init(demande: demande, sequence: 9, joindre: joindre)),
    Method(CancelContact.self, .init(numero: "123", sequence: 9), .init(demande: demande)),
    Method(
      ListRappels.self, .init(linf: "rpe-lomme"),
      .init(
        numeros: ["2026-000123"], plusTard: 2, enMain: 1, prochain: "2026-11-24T10:00:00+01:00", sequence: 41,
        suppleances: [suppleance])),
    Method(
      WriteLettre.self, .init(numero: "123", html: true),
      .init(texte: "Madame,\n", avertissements: ["Il manque une voie."], html: "<p>Madame,</p>")),
    Method(
      ShowJoignabilite.self, .init(linf: "rpe-lomme"),
      .init(depuis: "2026-08-25", minimum: 10, demiJournees: [joignabilite])),
    Method(ListLinf.self, .init(), .init(linf: [linf])),
    Method(ShowSurveillance.self, .init(), surveillance),
    Method(ListDossiers.self, .init(), .init(dossiers: [dossier])),
    Method(
      ListCreneaux.self,
      .init(linf: "rpe-lomme", numero: "123", du: "2026-11-25", au: "2026-11-26", mode: "visio", duree: 30),
      .init(creneaux: [creneau])),
    Method(
      BookRendezVous.self,
      .init(
        numero: "123", debut: "2026-11-25T09:00", mode: "visio", duree: 30, lieu: "Maison des familles",
        horsHoraires: true),
      .init(rendezVous: rendezVous, avertissement: "C’est plus tard.")),
    Method(
      MoveRendezVous.self,
      .init(
        numero: "123", debut: "2026-11-25T09:00", mode: "visio", duree: 30, lieu: "Maison des familles",
        horsHoraires: true),
      .init(rendezVous: rendezVous, avertissement: "C’est plus tard.")),
    Method(CancelRendezVous.self, .init(numero: "123", par: "famille"), .init(rendezVous: rendezVous)),
    Method(
      RecordRendezVous.self, .init(numero: "123", resultat: "honore", survenuLe: "2026-11-25T09:00"),
      .init(rendezVous: rendezVous)),
    Method(
      ListAgenda.self, .init(linf: "rpe-lomme", du: "2026-11-25", au: "2026-11-26"), .init(rendezVous: [rendezVous])),
    Method(
      ExportAgenda.self, .init(linf: "rpe-lomme"), .init(linf: "rpe-lomme", contenu: "BEGIN:VCALENDAR\r\n")),
    Method(
      ShowFeuille.self, .init(linf: "rpe-lomme", html: true),
      .init(linf: "rpe-lomme", jour: "2026-11-25", texte: "Feuille du matin\n", html: "<p>Feuille du matin</p>")),
    Method(
      ShowBilan.self,
      .init(annee: 2026, linf: "rpe-lomme", commune: "59350", epci: "200093201", arreteAu: "2026-12-31"),
      .init(bilan: bilan)),
    Method(
      ShowPreuve.self, .init(annee: 2026, linf: "rpe-lomme", arreteAu: "2026-12-31"),
      .init(document: "{}", empreinte: "ab")),
    Method(
      SealPreuve.self, .init(annee: 2026, linf: "rpe-lomme", arreteAu: "2026-12-31"),
      .init(document: "{}", empreinte: "ab")),
    Method(
      VerifyPreuve.self, .init(document: "{}"),
      .init(
        empreinte: "ab", scellee: true, scelleeLe: "2027-01-04T10:00:00+01:00", identique: false,
        delaisChanges: true, differences: ["/annee : 2025 au lieu de 2026."])),
    Method(AddPiece.self, .init(linf: "rpe-lomme", annee: 2026, piece: piece), .init(sequence: 812)),
    Method(ListPieces.self, .init(linf: "rpe-lomme", annee: 2026), .init(pieces: [piece])),
    Method(
      AddSolution.self,
      .init(
        numero: "123", enfant: 1, mode: "crecheCollective", debut: "2027-01-04", heuresParSemaine: 32,
        commune: "59160 Lomme", provisoire: true, souhaitee: true, attente: "commission", le: "2026-12-15",
        sansSolution: "cout", remplace: [1]), suivis),
    Method(CancelSolution.self, .init(numero: "123", id: 2), suivis),
    Method(
      ConfirmEnfant.self, .init(numero: "123", enfant: 1, naissance: "2027-02-10", plusAttendu: true), suivis),
    Method(
      AddEnfant.self,
      .init(
        numero: "123", prenom: "Zoé", naissance: "2027-02-10", naissancePrevue: "2027-02-10",
        adoptionPrevue: "2027-02-10"), suivis),
    Method(RemoveEnfant.self, .init(numero: "123", enfant: 2), suivis),
    Method(
      TellDemande.self, .init(numero: "123"), .init(numero: "2026-000123", phrases: ["La demande a été reçue."])),
    Method(ListDoublons.self, .init(numero: "123"), .init(doublons: [doublon])),
    Method(
      MergeDemandes.self, .init(numeros: ["124"], dans: "123", motif: "Même famille."), .init(resultats: [resultat])),
    Method(UnmergeDemandes.self, .init(numeros: ["124"]), .init(resultats: [resultat])),
    Method(Avancer.self, .init(a: "2026-11-24T00:00:00+01:00"), .init(maintenant: "2026-11-24T00:00:00+01:00")),
  ]

  static let piece = Wire.PieceDePreuve(
    genre: "convention", date: "2026-01-15", nom: "convention.pdf", empreinte: "ab", taille: 12_000)

  static let errors: [ControlError] = [
    .demandeIntrouvable(numero: "2026-000999", proche: "2025-000999", dernier: "2026-000123"),
    .rejetIntrouvable(id: "x"),
    .parametreInvalide(parametre: "depuis", message: "Ce jour n’existe pas."),
    .sansObjet(parametre: "linf", message: "Ce LINF n’existe pas."), .indisponible(message: "Le registre est occupé."),
    .referentielInvalide(fautes: [faute]), .sauvegardeImpossible(message: "Le disque est plein."),
    .configurationInvalide(fautes: [fauteConfiguration]), .demarrageRefuse,
    .versionDepassee(version: 4), .chargementInconnu(chargement: "c9"),
    .demandeTransmise(numero: "2026-000123", le: "2026-11-23T08:15:00+01:00", telephone: "03 53 01 00 01"),
    .correctionInvalide(erreurs: [constat]), .lectureTropLente, .curseurInconnu(sequence: 9, tete: 7),
    .enMain(numero: "2026-000123", login: "martine", jusqua: "2026-11-23T09:15:00+01:00"),
    .formulaireInvalide(code: "formulaireInvalide", erreurs: [constat]), .referencePrise(reference: "GU-1"),
    .saisieEnAttente(reference: "GU-1"),
    .rendezVousRefuse(
      numero: "2026-000123", code: "complet", message: "Ce moment est pris.", proches: [creneau]),
  ]
}

/// A method with its samples, its types forgotten.
struct Method: CustomStringConvertible {
  let interface: String
  let name: String
  let isStream: Bool
  let parameters: any WireObject
  let reply: any WireObject

  init<Of: ControlMethod>(_: Of.Type, _ parameters: Of.Parameters, _ reply: Of.Reply) {
    interface = Of.interface
    name = Of.name
    isStream = Of.isStream
    self.parameters = parameters
    self.reply = reply
  }

  var description: String { name }
}
