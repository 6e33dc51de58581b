import GuichetCommands
import GuichetControl
import StrictJSON
import Testing

@Suite("A contact, entered on the command line")
struct ContactTests {
  private let office = FakeOffice()

  private static let demande = Wire.Demande(
    numero: "2026-000001", reference: "MEF-1", etat: "aContacter", linf: "rpe-lomme", marques: [], enRetard: false,
    deposeeLe: "2026-11-23T08:15:00+01:00", recueLe: "2026-11-23T08:15:02+01:00")

  private static func contact(_ resultat: String, note: String? = nil) -> Wire.Contact {
    Wire.Contact(
      sequence: 9, survenuLe: "2026-11-23T09:00:00+01:00", enregistreLe: "2026-11-23T09:00:00+01:00", auteur: "martine",
      sens: "sortant", canal: "telephone", resultat: resultat, note: note, numeroAppele: "+32475123456")
  }

  private static func joindre(_ contacts: [Wire.Contact], injoignable: Bool = false) -> Wire.Joindre {
    Wire.Joindre(
      contacts: contacts,
      fenetre: .init(
        debut: "2026-11-23T13:30:00+01:00", fin: "2026-11-23T17:00:00+01:00", origine: "preferee",
        phrase: "lundi, de 13:30"),
      numeros: [], conseils: ["La famille préfère un SMS."], injoignable: injoignable,
      manque: injoignable ? nil : "Il manque 2 tentatives.")
  }

  private func answer(_ resultat: String, injoignable: Bool = false) {
    let joindre = Self.joindre([Self.contact(resultat)], injoignable: injoignable)
    office.answers["AddContact"] = [AddContact.Reply(demande: Self.demande, sequence: 9, joindre: joindre).json]
  }

  private var asked: JSONValue? { office.asked.last { $0.method.hasSuffix("AddContact") }?.parameters }

  @Test("asks at the terminal for what is missing, by number or by name, until it can be read")
  func questions() {
    answer("joint")
    office.typed = ["", "12", "joint", "9", "1 3"]
    let reached = office.run("contact", "ajouter", "1")
    #expect(reached.status == .done, "\(reached.errors)")
    #expect(asked?["resultat"] == "joint" && asked?["themes"] == ["modes", "aides"])
    #expect(reached.errors.contains("  1 joint\n  2 message laissé\n") && reached.errors.contains("« 12 »"))

    answer("aRappeler")
    office.typed = ["6", "bientôt", "demain 10:00"]
    #expect(office.run("contact", "ajouter", "1").status == .done)
    #expect(asked?["resultat"] == "aRappeler" && asked?["aRappelerLe"] == "2026-11-24T10:00")

    // Only what can come of a visit by the family is offered.
    office.typed = ["7"]
    answer("refus")
    let visit = office.run("contact", "ajouter", "1", "--canal", "visite", "--entrant")
    #expect(visit.status == .refused && !visit.errors.contains("occupé"))
    office.typed = ["5"]
    #expect(office.run("contact", "ajouter", "1", "--canal", "visite", "--entrant").status == .done)
    #expect(asked?["resultat"] == "refus" && asked?["sens"] == "entrant" && asked?["canal"] == "visite")
  }

  @Test("enters nothing where the answers end, or nobody is there to give them")
  func noAnswer() {
    office.typed = ["6"]
    let ended = office.run("contact", "ajouter", "1")
    #expect(ended.status == .refused && ended.errors.contains("rien n’a été noté"))
    office.typed = nil
    #expect(office.run("contact", "ajouter", "1").status == .usage)
    #expect(asked == nil)
  }

  @Test("tells when to try again, what else to do, and how far the rule is met")
  func next() {
    answer("sansReponse")
    #expect(
      office.run("contact", "ajouter", "1", "--resultat", "sansReponse").output == """
        2026-000001 : « sans réponse » noté ; elle est « à contacter ».
        Prochain essai : lundi, de 13:30 (créneau préféré de la famille).
        Il manque 2 tentatives.
        La famille préfère un SMS.

        """)
    answer("sansReponse", injoignable: true)
    #expect(
      office.run("contact", "ajouter", "1", "--resultat", "sansReponse").output.contains(
        "La règle est remplie pour la dire injoignable."))
  }

  @Test("dials the other reading of the number where that is said")
  func otherReading() {
    answer("joint")
    let fiche = Wire.Fiche(
      formulaire: ["demandeur": ["telephone": ["e164": "+33475123456", "saisi": "0475 12 34 56"]]], anomalies: [],
      avertissements: [], faits: [])
    office.answers["ShowDemande"] = [ShowDemande.Reply(demande: Self.demande, fiche: fiche).json]
    #expect(office.run("contact", "ajouter", "1", "--resultat", "joint", "--autre-lecture").status == .done)
    #expect(asked?["numeroAppele"] == "+32475123456")
  }

  @Test("is taken back after a question that shows it")
  func cancel() {
    let fiche = Wire.Fiche(
      formulaire: [:], anomalies: [], avertissements: [], faits: [],
      joindre: Self.joindre([Self.contact("refus", note: "Chez\u{1B}[2J la tante")]))
    office.answers = [
      "ShowDemande": [ShowDemande.Reply(demande: Self.demande, fiche: fiche).json],
      "CancelContact": [CancelContact.Reply(demande: Self.demande).json],
    ]
    office.typed = ["n"]
    let kept = office.run("contact", "annuler", "1")
    #expect(kept.status == .refused && !office.asked.contains { $0.method.hasSuffix("CancelContact") })
    #expect(kept.errors.contains("refus au 00 32 475 12 34 56 (martine)") && !kept.errors.contains("\u{1B}"))
    office.typed = ["o"]
    #expect(office.run("contact", "annuler", "1").status == .done)
    #expect(office.asked.last?.parameters == CancelContact.Parameters(numero: "1", sequence: 9).json)
  }

  @Test("shows at which half-days families answer, and claims nothing of too few calls")
  func halves() {
    office.answers["ShowJoignabilite"] = [
      ShowJoignabilite.Reply(
        depuis: "2026-08-25", minimum: 10,
        demiJournees: [
          .init(jour: "lundi", moment: "matin", tentatives: 12, joints: 6, part: 50),
          .init(jour: "mardi", moment: "apresMidi", tentatives: 3, joints: 3),
        ]
      ).json
    ]
    #expect(
      office.run("contact", "creneaux").output == """
        DEMI-JOURNÉE      APPELS  RÉPONSES               PART
        lundi matin           12         6               50 %
        mardi après-midi       3         3  trop peu d’appels
        Le mieux : lundi matin (50 %).
        Appels notés depuis le 25/08/2026.

        """)
    #expect(
      office.run("contact", "creneaux", "--csv").output
        == "jour;moment;tentatives;joints;part\r\nlundi;matin;12;6;50\r\nmardi;apresMidi;3;3;\r\n")
  }
}
