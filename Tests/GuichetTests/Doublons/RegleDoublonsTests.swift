import Guichet
import Testing

@Suite("Whether two demandes are of one family")
struct RegleDoublonsTests {
  /// A form in few words; what is nil is not told.
  struct Forme: Hashable, Sendable {
    var nom: String? = "Martin"
    var prenom: String? = "Élodie"
    var telephone: String? = "+33639981234"
    var courriel: String? = "elodie@exemple.fr"
    var voie: String? = "12 rue de la Paix"
    var codePostal: String? = "59000"
    var date: String? = "2026-03-01"
    var autreParent: String?
    var codeInsee: String? = "59350"
    var etat = Etat.aContacter
    var jour = "2026-11-23"

    func comparee(_ rang: Int) throws -> DemandeComparee {
      var demandeur = Demandeur(nom: nom, prenom: prenom, courriel: courriel)
      demandeur.telephone = telephone.map { Telephone(e164: $0, saisi: $0) }
      demandeur.adresse = Adresse(voie: voie, codePostal: codePostal)
      demandeur.autreParent = autreParent.map { AutreParent(nom: "Durand", prenom: $0) }
      let etape = date.flatMap { DateCivile(iso: $0) }.map(Enfant.Etape.naissance)
      return DemandeComparee(
        numero: try #require(Numero(annee: 2026, rang: rang)), jour: try #require(DateCivile(iso: jour)), etat: etat,
        codeInsee: codeInsee,
        formulaire: Formulaire(reference: "R\(rang)", demandeur: demandeur, enfants: [Enfant(etape: etape)]))
    }
  }

  /// Nothing told but what the change tells.
  static func nue(_ change: (inout Forme) -> Void) -> Forme {
    var forme = Forme(
      nom: nil, prenom: nil, telephone: nil, courriel: nil, voie: nil, codePostal: nil, date: nil, codeInsee: nil)
    change(&forme)
    return forme
  }

  static func forme(_ change: (inout Forme) -> Void = { _ in }) -> Forme {
    var forme = Forme()
    change(&forme)
    return forme
  }

  static let regle = RegleDoublons(fenetre: 90)

  struct Cas: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let autre: Forme
    let criteres: [CritereDoublon]
    var degre = DegreDoublon.probable
    var estLie = false
  }

  static let cas = [
    Cas(
      testDescription: "the same form again", autre: forme(),
      criteres: [.telephone, .courriel, .nomEnfant, .adresseEnfant], degre: .certain),
    Cas(
      testDescription: "the name with a child's date alone",
      autre: nue {
        $0.nom = "MARTIN"
        $0.prenom = "elodie"
        $0.date = "2026-03-01"
      }, criteres: [.nomEnfant], degre: .certain),
    Cas(
      testDescription: "a phone alone, no name told", autre: nue { $0.telephone = "+33639981234" },
      criteres: [.telephone]),
    Cas(
      testDescription: "a phone and an e-mail, no name told",
      autre: nue {
        $0.telephone = "+33639981234"
        $0.courriel = "Elodie@exemple.fr"
      }, criteres: [.telephone, .courriel], degre: .certain),
    Cas(
      testDescription: "T19: a couple that shares a phone",
      autre: nue {
        $0.telephone = "+33639981234"
        $0.nom = "Durand"
        $0.prenom = "Paul"
      }, criteres: [.telephone]),
    Cas(
      testDescription: "T19: a couple that shares phone, e-mail, home and child",
      autre: forme {
        $0.nom = "Durand"
        $0.prenom = "Paul"
      }, criteres: [.telephone, .courriel, .adresseEnfant]),
    Cas(
      testDescription: "T19: a couple of one name that shares an e-mail",
      autre: nue {
        $0.courriel = "elodie@exemple.fr"
        $0.nom = "Martin"
        $0.prenom = "Paul"
      }, criteres: [.courriel]),
    Cas(
      testDescription: "one address, a birth expected a fortnight off",
      autre: nue {
        $0.voie = "12, RUE DE LA PAIX"
        $0.codePostal = "59000"
        $0.date = "2026-03-15"
      }, criteres: [.adresseEnfant]),
    Cas(
      testDescription: "the other parent that the form names, in the same commune",
      autre: nue {
        $0.nom = "Durand"
        $0.prenom = "Paul"
        $0.date = "2026-03-01"
        $0.codeInsee = "59350"
      }, criteres: [.autreParent]),
    Cas(
      testDescription: "separated parents in two communes",
      autre: nue {
        $0.nom = "Durand"
        $0.prenom = "Paul"
        $0.date = "2026-03-01"
        $0.codeInsee = "59128"
      }, criteres: [.autreParent], estLie: true),
    Cas(
      testDescription: "separated parents who still share a phone",
      autre: forme {
        $0.nom = "Durand"
        $0.prenom = "Paul"
        $0.voie = "1 quai Noir"
        $0.courriel = nil
        $0.codeInsee = "59128"
      }, criteres: [.telephone, .autreParent], estLie: true),
  ]

  /// The form that each case is compared with; it names an other parent where the case is about one.
  private static func premiere(_ cas: Cas) -> Forme {
    forme { if cas.criteres.contains(.autreParent) { $0.autreParent = "Paul" } }
  }

  @Test("is graded by what they say", arguments: cas)
  func graded(cas: Cas) throws {
    let (one, other) = (try Self.premiere(cas).comparee(1), try cas.autre.comparee(2))
    let found = try #require(Self.regle.rapprochement(one, other))
    #expect(found.criteres == cas.criteres && found.degre == cas.degre && found.estLie == cas.estLie)
    #expect(found.genre == .doublon)
  }

  @Test(
    "is no question where nothing that both tell is the same",
    arguments: [
      nue { _ in }, nue { $0.date = "2026-03-01" },
      nue {
        $0.nom = "Martin"
        $0.date = "2026-03-01"
      },
      nue {
        $0.nom = "Martin"
        $0.prenom = "Élodie"
        $0.date = "2026-03-02"
      },
      nue {
        $0.voie = "12 rue de la Paix"
        $0.codePostal = "59000"
        $0.date = "2026-03-16"
      },
      nue {
        $0.voie = "…"
        $0.codePostal = "59000"
        $0.date = "2026-03-01"
      },
    ])
  func nothing(autre: Forme) throws {
    #expect(Self.regle.rapprochement(try Forme().comparee(1), try autre.comparee(2)) == nil)
    // What is told by neither, or was erased in both, is not the same either.
    let erased = Self.nue { _ in }
    #expect(Self.regle.rapprochement(try erased.comparee(1), try erased.comparee(2)) == nil)
  }

  @Test("T19: is answered no by a rule of no criterion, whatever they share")
  func noCriterion() throws {
    let empty = RegleDoublons(fenetre: 90, criteres: [])
    #expect(empty.rapprochement(try Forme().comparee(1), try Forme().comparee(2)) == nil)
    for critere in CritereDoublon.allCases {
      let one = RegleDoublons(fenetre: 90, criteres: [critere])
      let found = one.rapprochement(try Forme().comparee(1), try Forme().comparee(2))
      #expect(found?.criteres == (critere == .autreParent ? nil : [critere]))
    }
  }

  @Test("is asked inside the window only", arguments: [("2026-08-25", true), ("2026-08-24", false)])
  func window(jour: String, isInside: Bool) throws {
    let old = Self.forme { $0.jour = jour }
    #expect((Self.regle.rapprochement(try Forme().comparee(2), try old.comparee(1)) != nil) == isInside)
  }

  @Test("tells a doublon from a family that asks again after its answer", arguments: Etat.allCases)
  func genre(etat: Etat) throws {
    let other = Self.forme { $0.etat = etat }
    let found = Self.regle.rapprochement(try Forme().comparee(1), try other.comparee(2))
    #expect(found?.genre == (etat == .enSuivi || etat == .close ? .relance : .doublon))
  }

  @Test("is the same question whichever is looked at first, and never asked of one alone")
  func symmetric() throws {
    var formes = Self.cas.map(\.autre) + Self.cas.map(Self.premiere)
    formes += formes.map { forme in
      var late = forme
      late.jour = "2027-02-22"
      return late
    }
    let all = try formes.enumerated().map { try $1.comparee($0 + 1) }
    for one in all {
      for other in all {
        let (forth, back) = (Self.regle.rapprochement(one, other), Self.regle.rapprochement(other, one))
        #expect(forth?.criteres == back?.criteres && forth?.degre == back?.degre && forth?.estLie == back?.estLie)
        if one.numero == other.numero || abs(one.jour.daysSince1970 - other.jour.daysSince1970) > 90 {
          #expect(forth == nil)
        }
      }
    }
  }

  @Test("shares a key wherever it is matched by anything but the other parent, so that it is found")
  func keyed() throws {
    func cles(_ forme: Forme) -> Set<Int64> {
      var demandeur = Demandeur(nom: forme.nom, prenom: forme.prenom, courriel: forme.courriel)
      demandeur.telephone = forme.telephone.map { Telephone(e164: $0, saisi: $0) }
      demandeur.adresse = Adresse(voie: forme.voie, codePostal: forme.codePostal)
      let etape = forme.date.flatMap { DateCivile(iso: $0) }.map(Enfant.Etape.naissance)
      let keys = CleDoublon.keys(
        of: Formulaire(reference: "R", demandeur: demandeur, enfants: [Enfant(etape: etape)]))
      #expect(keys.texte.split(separator: ",").map { Int64($0) } == keys.map(\.valeur))
      return Set(keys.flatMap(\.voisines))
    }
    for days in -20...20 {
      let date = try #require(DateCivile(iso: "2026-03-01")).advanced(byDays: days).iso
      let other = Self.nue {
        $0.voie = "12 rue de la Paix"
        $0.codePostal = "59000"
        $0.date = date
      }
      let found = Self.regle.rapprochement(try Forme().comparee(1), try other.comparee(2)) != nil
      #expect(found == (abs(days) <= 14))
      if found { #expect(!cles(Forme()).isDisjoint(with: cles(other)), "\(days)") }
    }
    for cas in Self.cas where cas.criteres != [.autreParent] {
      #expect(!cles(Self.premiere(cas)).isDisjoint(with: cles(cas.autre)), "\(cas)")
    }
  }

  @Test("links each to the latest before it, of each criterion, and to the one after whose latest it is")
  func links() throws {
    let rapprochement = try #require(Self.regle.rapprochement(try Forme().comparee(1), try Forme().comparee(2)))
    let numeros = (1...5).compactMap { Numero(annee: 2026, rang: $0) }
    let found = Dictionary(uniqueKeysWithValues: numeros.map { ($0, rapprochement) })
    #expect(RegleDoublons.liens(of: numeros[4], found.filter { $0.key != numeros[4] }) == [numeros[3]])
    #expect(RegleDoublons.liens(of: numeros[2], found.filter { $0.key != numeros[2] }) == [numeros[1], numeros[3]])
    #expect(RegleDoublons.liens(of: numeros[0], [:]).isEmpty)
  }
}
