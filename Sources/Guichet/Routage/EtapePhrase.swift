extension Etape {
  /// The step in French, for the adviser who asks why.
  package var phrase: String {
    switch code {
    case .lieuDeRecherche, .adresse, .lieuHorsDepartement, .lieuNonReconnu, .aucunLieu: phraseDuLieu
    case .champsInverses, .codePostalDansLaCommune, .codePostalIllisible, .codePostalInconnu, .codeInseeRecopie,
      .codeInseeInconnu, .codeInseeLuCommeCodePostal, .codeInseeDisparu:
      phraseDesChamps
    case .codeInseeAncien, .codeInseePartage, .codeInseeTranche, .nomAncien: phraseDesChangements
    case .codeInseeDesigne, .codePostalImplique, .codePostalEcarte, .codeInseeContredit, .codePostalEtNom, .nomApproche,
      .codePostalSeul, .codePostalPartage, .nomSeul, .plusieursCommunes, .nomHorsDuCodePostal, .nomInconnu, .lieuAbsent,
      .horsDepartement, .codeInseeOuPostal, .nomEcarte:
      phraseDeLaCommune
    case .candidatsDUnSeulLinf, .regleVoie, .regleCodePostal, .regleCommuneAssociee, .regleCommune, .voieNonReconnue,
      .lieuImprecis, .sansLinf, .partagesDUnSeulLinf:
      phraseDuLinf
    case .habilite, .nonHabiliteSignale, .nonHabiliteOriente, .contactManquant, .referentielAbsent, .linfDecline,
      .linfDisparu:
      phraseDeLaSuite
    }
  }

  /// An argument, or nothing where an older record lacks it.
  private subscript(rank: Int) -> String { rank < arguments.count ? arguments[rank] : "" }

  private var phraseDuLieu: String {
    switch code {
    case .lieuDeRecherche: "Le lieu examiné est celui où la famille cherche un accueil."
    case .adresse: "Le lieu examiné est l’adresse de la famille."
    case .lieuHorsDepartement:
      "La famille cherche un accueil hors du département (\(self[0])) : c’est son adresse qui compte."
    case .lieuNonReconnu:
      "Le lieu où la famille cherche un accueil n’a pas été reconnu dans le département : c’est son adresse qui compte."
    case .aucunLieu: "La demande ne donne ni adresse ni lieu de recherche."
    default: code.rawValue
    }
  }

  private var phraseDesChamps: String {
    switch code {
    case .champsInverses:
      "La commune et le code postal étaient échangés : ils ont été lus « \(self[0]) » et « \(self[1]) »."
    case .codePostalDansLaCommune: "Le code postal \(self[0]) était écrit avec le nom de la commune."
    case .codePostalIllisible: "« \(self[0]) » n’est pas un code postal : il n’est pas pris en compte."
    case .codePostalInconnu:
      "Le code postal \(self[0]) n’est pas dans le fichier de La Poste (un CEDEX, ou une faute de frappe)."
    case .codeInseeRecopie:
      "Le code INSEE donné, \(self[0]), n’est que le code postal recopié : il n’est pas pris en compte."
    case .codeInseeInconnu:
      "« \(self[0]) » n’est le code INSEE d’aucune commune du code officiel géographique : il n’est pas pris en compte."
    case .codeInseeLuCommeCodePostal: "« \(self[0]) », donné comme code INSEE, a été lu comme un code postal."
    case .codeInseeDisparu:
      "Le code INSEE \(self[0]) était celui de \(self[1]) (\(self[2])) et ne mène à aucune commune du code officiel "
        + "géographique : il n’est pas pris en compte."
    default: code.rawValue
    }
  }

  private var phraseDesChangements: String {
    switch code {
    case .codeInseeAncien:
      "Le code INSEE \(self[0]) était celui de \(self[1]), aujourd’hui \(self[2]) (\(self[3]))."
    case .codeInseePartage:
      "Le code INSEE \(self[0]) était celui de \(self[1]), partagé entre plusieurs communes (\(self[3])) : \(self[2])."
    case .codeInseeTranche: "Le reste du lieu ne s’accorde, parmi elles, qu’avec \(self[0])."
    case .nomAncien:
      self[0].isEmpty
        ? "Dans le département, « \(self[1]) » n’est plus qu’un ancien nom, celui de \(self[2]) (\(self[3]))."
        : "Le code postal \(self[0]) et l’ancien nom « \(self[1]) » désignent \(self[2]) (\(self[3]))."
    default: code.rawValue
    }
  }

  private var phraseDeLaCommune: String {
    switch code {
    case .codeInseeDesigne: "Le code INSEE \(self[0]) désigne \(self[1])."
    case .codePostalImplique: "Le code postal \(de(self[0])) est \(self[1])."
    case .codePostalEcarte: "Le code postal \(self[0]) n’est pas \(de(self[1])) : il n’est pas pris en compte."
    case .codeInseeOuPostal:
      "\(self[0]) est le code INSEE \(de(self[1])), et le code postal \(de(self[2])) ; « \(self[3]) » n’est pas un nom de "
        + "la première : il faut choisir."
    case .nomEcarte: "« \(self[0]) » n’est pas un nom \(de(self[1])) : il n’est pas pris en compte."
    case .codeInseeContredit:
      "Le code INSEE \(self[0]) désigne \(self[1]), mais le reste du lieu désigne \(self[2]) : il faut choisir."
    case .codePostalEtNom: "Le code postal \(self[0]) et le nom « \(self[1]) » désignent \(self[2])."
    case .nomApproche:
      "« \(self[1]) » n’est pas un nom connu sous le code postal \(self[0]) ; un seul s’en approche, celui de \(self[2])."
    case .codePostalSeul: "Le code postal \(self[0]) ne couvre que \(self[1])."
    case .codePostalPartage: "Le code postal \(self[0]) couvre \(self[1]) communes : \(self[2])."
    case .nomSeul: "Dans le département, le nom « \(self[0]) » ne désigne que \(self[1])."
    case .plusieursCommunes: "« \(self[0]) » peut désigner \(self[1])."
    case .nomHorsDuCodePostal:
      "« \(self[0]) » n’est pas un nom connu sous le code postal \(self[1]), qui couvre \(self[2]) ; ce nom désigne "
        + "ailleurs \(self[3])."
    case .nomInconnu:
      self[1].isEmpty
        ? "« \(self[0]) » n’est le nom d’aucune commune du département."
        : "« \(self[0]) » n’est pas un nom connu sous le code postal \(self[1]), ni ailleurs dans le département."
    case .lieuAbsent: "Rien dans le lieu ne dit la commune."
    case .horsDepartement:
      self[0].isEmpty
        ? "Ce lieu est hors du département : la famille relève d’une autre Caf."
        : "Ce lieu est dans le département \(self[0]) : la famille relève d’une autre Caf."
    default: code.rawValue
    }
  }

  private var phraseDuLinf: String {
    switch code {
    case .candidatsDUnSeulLinf:
      "Toutes ces communes relèvent de \(self[0]) le \(self[1]) : la demande y va, la commune reste à préciser."
    case .regleVoie: "Le \(self[3]), \(self[0]) est rattaché à \(self[1]) (voie, \(self[2]))."
    case .regleCodePostal: "Le \(self[3]), \(self[0]) est rattaché à \(self[1]) (code postal, \(self[2]))."
    case .regleCommuneAssociee:
      "Le \(self[3]), \(self[0]) est rattaché à \(self[1]) (partie de commune, \(self[2]))."
    case .regleCommune: "Le \(self[3]), \(self[0]) est rattaché à \(self[1]) (commune entière, \(self[2]))."
    case .voieNonReconnue:
      "À \(self[0]), certaines voies relèvent d’un autre LINF (\(self[1])), et la voie donnée ne permet pas de le "
        + "savoir : à vérifier."
    case .lieuImprecis:
      "\(self[0]) est partagé entre plusieurs LINF (\(self[1])), et il manque de quoi choisir : le code postal ou la "
        + "commune associée."
    case .partagesDUnSeulLinf:
      "Toutes les parties \(de(self[0])) relèvent de \(self[1]) le \(self[2]) : la demande y va, le code postal reste à "
        + "préciser."
    case .sansLinf: "Aucun LINF ne tient \(self[0]) le \(self[1])."
    default: code.rawValue
    }
  }

  private var phraseDeLaSuite: String {
    switch code {
    case .habilite: "\(self[0]) était habilité à recevoir les demandes en ligne le \(self[1]), jour du dépôt."
    case .nonHabiliteSignale:
      "\(self[0]) n’était pas habilité à recevoir les demandes en ligne le \(self[1]), jour du dépôt : la demande y va "
        + "tout de même et le signale."
    case .nonHabiliteOriente:
      "\(self[0]) n’était pas habilité à recevoir les demandes en ligne le \(self[1]), jour du dépôt : une personne doit "
        + "choisir."
    case .contactManquant:
      "Ni téléphone ni courriel utilisable : une personne doit retrouver comment joindre la famille."
    case .referentielAbsent: "Aucun référentiel n’est chargé : la demande attend le premier."
    case .linfDecline:
      "\(self[0]) a décliné cette demande : il en est écarté tant que le rattachement du lieu ne change pas, et la table "
        + "est à vérifier."
    case .linfDisparu:
      "\(self[0]), à qui une personne l’avait confiée, n’est plus dans le référentiel : une personne doit choisir."
    default: code.rawValue
    }
  }
}
