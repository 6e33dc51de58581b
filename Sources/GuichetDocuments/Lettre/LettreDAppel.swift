package import Guichet

/// The letter by which a family that could not be reached is told so: text for a page of 80 columns, or
/// a page to print.
///
/// Made of the demande's facts alone; it bears nothing of the children or of what the family looks for, since anybody may
/// open an envelope.
package struct LettreDAppel: Hashable, Sendable {
  let numero: Numero
  let expediteur: [String]
  let destinataire: [String]
  let lieuEtDate: String
  let objet: [String]
  let salut: String
  let paragraphes: [String]
  let signature: String
  /// What is missing in it, French sentences.
  package let avertissements: [String]

  /// - Parameters:
  ///   - linf: the one that has the demande; nil where the référentiel in force does not have it.
  ///   - id: of that one.
  ///   - caf: the name of the Caf; may be empty.
  package init(_ demande: Demande, linf: Linf?, id: String, caf: String, jour: DateCivile, fuseau: Fuseau) {
    let demandeur = demande.formulaire.demandeur
    let adresse = demandeur.adresse
    let name = linf?.nom ?? id
    numero = demande.numero
    expediteur =
      [name]
      + [
        linf?.voie, Self.ville(linf?.codePostal, linf?.commune), linf?.telephone.map { "Téléphone : \($0)" },
        linf?.courriel.map { "Courriel : \($0)" },
      ].compactMap(\.self)
    destinataire =
      [Self.nom(demandeur)] + [adresse?.voie, Self.ville(adresse?.codePostal, adresse?.commune)].compactMap(\.self)
    lieuEtDate = "\(linf?.commune.map { "\($0), le" } ?? "Le") \(jour.enToutesLettres)"
    objet = ["Objet : votre demande d’information sur les modes d’accueil", "Référence : \(demande.numero.texte)"]
    salut = Self.civilite(demandeur.civilite)
    paragraphes = Self.corps(demande, name, linf, caf: caf, salut: salut, fuseau)
    signature = name
    var missing: [String] = []
    if adresse?.voie == nil { missing.append("L’adresse de la famille n’a pas de voie ; complétez l’enveloppe.") }
    if adresse?.codePostal == nil || adresse?.commune == nil {
      missing.append("L’adresse de la famille n’a pas de code postal ou de commune ; complétez l’enveloppe.")
    }
    if linf?.telephone == nil, linf?.courriel == nil {
      missing.append("Le référentiel n’a ni téléphone ni courriel de ce lieu d’information ; ajoutez-les à la main.")
    }
    avertissements = missing
  }

  /// The letter, its last line ended.
  package var texte: String {
    let marge = String(repeating: " ", count: Self.marge)
    var lines = expediteur + [""] + destinataire.map { marge + $0 } + ["", marge + lieuEtDate, ""]
    lines += objet + ["", "\(salut),", ""]
    for paragraph in paragraphes { lines += Self.justifie(paragraph) + [""] }
    lines.append(marge + signature)
    return lines.joined(separator: "\n") + "\n"
  }

  private static let marge = 40
  private static let largeur = 78

  private static func corps(
    _ demande: Demande, _ name: String, _ linf: Linf?, caf: String, salut: String, _ fuseau: Fuseau
  ) -> [String] {
    let filed = fuseau.date(of: demande.deposeeLe).enToutesLettres
    let organisme = caf.isEmpty ? "" : ", en lien avec la \(caf)"
    var ways: [String] = []
    if let phone = linf?.telephone { ways.append("par téléphone au \(phone)") }
    if let mail = linf?.courriel { ways.append("par courriel à \(mail)") }
    let reply = ways.isEmpty ? "à l’adresse ci-dessus" : ways.joined(separator: " ou ")
    return [
      "Le \(filed), vous avez demandé des informations sur les modes d’accueil du jeune enfant. "
        + "C’est \(name)\(organisme), qui vous répond.",
      essais(demande, fuseau),
      "Vous pouvez nous joindre \(reply), en indiquant la référence \(demande.numero.texte). Dites-nous aussi, si vous "
        + "le souhaitez, le numéro et les heures auxquels vous rappeler.",
      "Sans nouvelle de votre part, nous ne vous relancerons plus ; vous pourrez revenir vers nous à tout moment.",
      "Nous vous prions d’agréer, \(salut), nos salutations distinguées.",
    ]
  }

  private static func essais(_ demande: Demande, _ fuseau: Fuseau) -> String {
    var days: [DateCivile] = []
    for note in demande.tentatives {
      let day = fuseau.date(of: note.survenuLe)
      if !days.contains(day) { days.append(day) }
    }
    guard let last = days.last else { return "Nous n’avons pas encore pu nous entretenir avec vous." }
    let earlier = days.dropLast().map(\.enToutesLettres).joined(separator: ", ")
    let list = earlier.isEmpty ? "le \(last.enToutesLettres)" : "les \(earlier) et \(last.enToutesLettres)"
    return "Nous avons essayé de vous joindre \(list), sans y parvenir."
  }

  private static func nom(_ demandeur: Demandeur) -> String {
    let civilite = demandeur.civilite.map { $0 == .madame ? "Madame" : "Monsieur" }
    return [civilite, demandeur.prenom, demandeur.nom].compactMap(\.self).joined(separator: " ")
  }

  private static func civilite(_ civilite: Civilite?) -> String {
    switch civilite {
    case .madame: "Madame"
    case .monsieur: "Monsieur"
    case nil: "Madame, Monsieur"
    }
  }

  private static func ville(_ codePostal: String?, _ commune: String?) -> String? {
    let parts = [codePostal, commune].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Over as many lines as it takes, broken between words.
  private static func justifie(_ paragraph: String) -> [String] {
    var lines: [String] = []
    for word in paragraph.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= largeur {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
