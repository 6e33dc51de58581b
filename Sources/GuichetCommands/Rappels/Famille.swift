import Guichet
import GuichetControl
import StrictJSON

/// One family of the round, as its adviser needs it on one screen.
struct Famille {
  let demande: Wire.Demande
  let fiche: Wire.Fiche
  /// For which closed LINF it is called, in words; nil for the caller's own.
  let pour: String?

  var numero: String { demande.numero }
  /// The number to dial.
  var aComposer: Wire.NumeroDeFamille? { fiche.joindre?.numeros.first { !$0.faux } ?? fiche.joindre?.numeros.first }

  func write(to page: inout TextPage) {
    page.titre("Demande \(demande.numero)")
    page.champ("Suppléance", pour, ton: .attention)
    page.champ("Échéance", demande.echeance.map(page.moment), ton: demande.enRetard ? .alerte : .normal)
    page.champ("À noter", Libelles.marques(of: demande).joined(separator: ", "), ton: .attention)
    page.champ("Famille", nom)
    page.champ("Adresse", adresse)
    page.champ("Saisi", texte("demandeur", "telephone", "saisi"))
    for number in fiche.joindre?.numeros ?? [] {
      let why = (number.autreLecture ? " (autre lecture)" : "") + (number.faux ? ", faux numéro" : "")
      page.champ("À composer", number.compose + why, ton: number.faux ? .alerte : .bon)
    }
    page.champ("Courriel", texte("demandeur", "courriel"))
    page.champ("Langue", texte("demandeur", "langue"))
    page.champ("Préfère", creneaux)
    page.champ("Besoin", besoin)
    page.champ("", modes)
    page.champ("", enfants)
    page.champ("Message", texte("message"))
    for conseil in fiche.joindre?.conseils ?? [] { page.paragraphe(conseil, ton: .attention) }
    if let contacts = fiche.joindre?.contacts, !contacts.isEmpty {
      page.titre("Contacts")
      page.liste(contacts.suffix(6).map(\.phrase))
    }
  }

  // MARK: The form

  private func texte(_ path: String...) -> String? {
    var value: JSONValue? = fiche.formulaire
    for key in path { value = value?[key] }
    guard case .string(let text)? = value, !text.isEmpty else { return nil }
    return text
  }

  private var nom: String? {
    let civilite = texte("demandeur", "civilite").map { $0 == "MME" ? "Mme" : "M." }
    let parts = [civilite, texte("demandeur", "prenom"), texte("demandeur", "nom")].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var adresse: String? {
    let parts = ["voie", "codePostal", "commune"].compactMap { texte("demandeur", "adresse", $0) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var creneaux: String? {
    let canal = texte("demandeur", "rappel", "canal").map(FormulaireTexte.mot)
    let times = elements("demandeur", "rappel", "creneaux").map { creneau in
      [creneau["jour"], creneau["moment"]].compactMap { value in
        if case .string(let code)? = value { FormulaireTexte.mot(code) } else { nil }
      }.joined(separator: " ")
    }
    let parts = [canal].compactMap(\.self) + times
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var besoin: String? {
    let parts = [
      texte("besoin", "debut").map { "à partir du \(Horodatage.jour($0))" },
      texte("besoin", "frequence").map(FormulaireTexte.mot),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var modes: String? {
    let codes = elements("besoin", "modes").compactMap { if case .string(let code) = $0 { code } else { nil } }
    return codes.isEmpty ? nil : codes.map(FormulaireTexte.mot).joined(separator: ", ")
  }

  private var enfants: String? {
    let dates = elements("enfants").map { enfant in
      for (key, words) in [
        ("naissance", "né le"), ("naissancePrevue", "naissance prévue le"), ("adoptionPrevue", "adoption prévue le"),
      ] {
        if case .string(let day)? = enfant[key] { return "\(words) \(Horodatage.jour(day))" }
      }
      return "sans date"
    }
    return dates.isEmpty ? nil : "\(dates.count.de("enfant", "enfants")) : " + dates.joined(separator: ", ")
  }

  private func elements(_ path: String...) -> [JSONValue] {
    var value: JSONValue? = fiche.formulaire
    for key in path { value = value?[key] }
    guard case .array(let elements)? = value else { return [] }
    return elements
  }
}
