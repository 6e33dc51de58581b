import Guichet
import Testing

@Suite("The keys of doublons")
struct CleDoublonTests {
  func formulaire(
    nom: String? = "Martin", prenom: String? = "Élodie", telephone: String? = "+33639981234",
    courriel: String? = "elodie@exemple.fr", voie: String? = "12 rue de la Paix", naissance: String? = "2026-03-01"
  ) -> Formulaire {
    var demandeur = Demandeur()
    demandeur.nom = nom
    demandeur.prenom = prenom
    demandeur.telephone = telephone.map { Telephone(e164: $0, saisi: $0) }
    demandeur.courriel = courriel
    demandeur.adresse = Adresse(voie: voie, codePostal: "59000", commune: "Lille", codeInsee: nil)
    let etape = naissance.flatMap { DateCivile(iso: $0) }.map(Enfant.Etape.naissance)
    return Formulaire(reference: "R", demandeur: demandeur, enfants: [Enfant(etape: etape)])
  }

  func keys(_ formulaire: Formulaire) -> Set<CleDoublon> { Set(CleDoublon.keys(of: formulaire)) }

  @Test("are four for a family that gave all, and the same however the name is spelt")
  func all() {
    let reference = keys(formulaire())
    #expect(reference.count == 4)
    #expect(
      keys(formulaire(nom: "MARTIN", prenom: "elodie", courriel: "Elodie@exemple.fr", voie: "12, rue de la paix"))
        == reference)
  }

  @Test("share one criterion and no other")
  func single() {
    let other = formulaire(
      nom: "Durand", telephone: "+33639981234", courriel: "x@exemple.fr", voie: "1 rue", naissance: "2025-01-01")
    #expect(keys(other).intersection(keys(formulaire())).count == 1)
  }

  @Test("need nom and prénom, and a child's date: what is not given matches nobody")
  func absent() {
    #expect(keys(formulaire(prenom: nil, telephone: nil, courriel: nil, voie: nil)).isEmpty)
    #expect(keys(formulaire(telephone: nil, courriel: nil, naissance: nil)).isEmpty)
  }

  @Test("are none for a name, a street or an address of signs alone, which would be everybody's")
  func blank() {
    #expect(keys(formulaire(nom: "-", prenom: "…", telephone: nil, courriel: nil, voie: "-")).isEmpty)
    let other = formulaire(nom: "Мартин", prenom: "Элоди", telephone: nil, courriel: nil, voie: nil)
    let third = formulaire(nom: "Иванов", prenom: "Пётр", telephone: nil, courriel: nil, voie: nil)
    #expect(keys(other).count == 1 && keys(other).isDisjoint(with: keys(third)))
  }

  @Test("are the same in every run and every release")
  func stable() {
    #expect(CleDoublon(.telephone, ["+33639981234"]).valeur == 4_389_521_740_183_460_950)
  }
}
