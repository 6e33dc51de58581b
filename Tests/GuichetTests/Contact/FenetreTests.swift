import Guichet
import Testing

@Suite("When to try a family next")
struct FenetreTests {
  @Test("is now while nobody has tried, then another half-day, rather an afternoon after a morning")
  func halves() throws {
    var famille = try FamilleAppelee()
    #expect(try famille.fenetre("2026-11-23T08:30") == "lundi 23/11/2026, de 09:00 à 12:00 ouverte")
    #expect(try famille.fenetre("2026-11-23T10:00") == "lundi 23/11/2026, de 10:00 à 12:00 ouverte")
    let table: [(String, ResultatContact, String?)] = [
      ("2026-11-23T10:00", .sansReponse, "lundi 23/11/2026, de 13:30 à 17:00 ouverte"),
      ("2026-11-23T14:00", .occupe, "mardi 24/11/2026, de 09:00 à 12:00 ouverte"),
      ("2026-11-24T09:00", .messageLaisse, "mardi 24/11/2026, de 13:30 à 17:00 ouverte"),
      // After a Friday afternoon comes Monday morning.
      ("2026-11-27T16:00", .tiers, "lundi 30/11/2026, de 09:00 à 12:00 ouverte"),
      ("2026-11-30T09:00", .joint, nil),
    ]
    for (moment, resultat, expected) in table {
      try famille.appelle(resultat, moment)
      #expect(try famille.fenetre(moment) == expected, "\(moment)")
    }
  }

  @Test("lies in the times that suit the family, where one comes within a week")
  func preferred() throws {
    func creneau(_ jour: JourDeSemaine?, _ moment: Rappel.Moment?) -> Rappel.Creneau {
      .init(jour: jour, moment: moment)
    }
    let table: [([Rappel.Creneau], String)] = [
      ([creneau(.mercredi, nil)], "mercredi 25/11/2026, de 09:00 à 12:00 preferee"),
      ([creneau(nil, .apresMidi)], "lundi 23/11/2026, de 13:30 à 17:00 preferee"),
      ([creneau(.jeudi, .midi), creneau(.vendredi, .matin)], "jeudi 26/11/2026, de 13:30 à 14:00 preferee"),
      ([creneau(.lundi, .matin)], "lundi 30/11/2026, de 09:00 à 12:00 preferee"),
      // Closed then: the office calls when it can.
      ([creneau(.samedi, .matin), creneau(nil, .soir)], "lundi 23/11/2026, de 13:30 à 17:00 ouverte"),
    ]
    for (creneaux, expected) in table {
      var famille = try FamilleAppelee(rappel: Rappel(creneaux: creneaux))
      try famille.appelle(.sansReponse, "2026-11-23T10:00")
      #expect(try famille.fenetre("2026-11-23T10:00") == expected, "\(creneaux)")
    }
  }

  @Test("is the time for which the family asked, open or not, until somebody calls again")
  func agreed() throws {
    for (moment, expected) in [
      ("2026-11-26T10:00", "jeudi 26/11/2026, de 10:00 à 12:00 convenue"),
      ("2026-11-26T19:00", "jeudi 26/11/2026 à 19:00 convenue"),
    ] {
      var famille = try FamilleAppelee(rappel: Rappel(creneaux: [.init(moment: .matin)]))
      try famille.note(
        Contact(resultat: .aRappeler, aRappelerLe: try famille.calendrier.at(moment)), "2026-11-23T10:00")
      #expect(try famille.fenetre("2026-11-23T10:00") == expected)
      try famille.appelle(.sansReponse, "2026-11-27T10:00")
      #expect(famille.demande.aRappelerLe == nil)
      #expect(try famille.fenetre("2026-11-27T10:00") == "lundi 30/11/2026, de 09:00 à 12:00 preferee")
    }
  }

  @Test("is none for who must not be called, or has no right number, and none that is closed")
  func none() throws {
    let written = try FamilleAppelee(rappel: Rappel(canal: .ecritSeulement))
    #expect(try written.fenetre("2026-11-23T10:00") == nil)
    #expect(written.demande.conseilsDAppel.first == "La famille demande à n’être jointe que par écrit.")
    var wrong = try FamilleAppelee()
    try wrong.appelle(.fauxNumero, "2026-11-23T10:00")
    #expect(try wrong.fenetre("2026-11-23T10:00") == nil)
    let free = try FamilleAppelee()
    // All Saints' day and Christmas are closed; the next open day is proposed.
    #expect(try free.fenetre("2026-12-24T17:00") == "lundi 28/12/2026, de 09:00 à 12:00 ouverte")
  }
}
