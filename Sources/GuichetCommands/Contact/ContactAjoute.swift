import Guichet
import GuichetControl
import StrictJSON

/// What entering a contact came to, and what comes next.
struct ContactAjoute: Presentable {
  let reply: AddContact.Reply

  func json(_ output: inout JSONOutput) { output.document(reply.json) }

  func texte(_ page: inout TextPage) {
    page.paragraphe(fait, ton: .bon)
    for sentence in suite { page.paragraphe(sentence) }
    for conseil in reply.joindre.conseils { page.paragraphe(conseil, ton: .attention) }
  }

  private var dernier: Wire.Contact? { reply.joindre.contacts.last }

  /// One line of what was entered.
  var fait: String {
    let result = dernier.map { ResultatContact.libelle($0.resultat) } ?? ""
    return "\(reply.demande.numero) : « \(result) » noté ; elle est « \(Libelles.etat(reply.demande.etat)) »."
  }

  /// When to try again, and whether that must be.
  var suite: [String] {
    var sentences: [String] = []
    if let suivi = reply.demande.suivi { return suiteDuSuivi(suivi) }
    if let fenetre = reply.joindre.fenetre {
      sentences.append("Prochain essai : \(fenetre.phrase) (\(FenetreDAppel.Origine.libelle(fenetre.origine))).")
    }
    guard let dernier, let resultat = ResultatContact(rawValue: dernier.resultat), !resultat.estUneReponse else {
      return sentences
    }
    if reply.joindre.injoignable {
      sentences.append("La règle est remplie pour la dire injoignable.")
    } else if let manque = reply.joindre.manque {
      sentences.append(manque)
    }
    return sentences
  }
}

extension ContactAjoute {
  /// What comes next in suivi, and what closing as « sans nouvelle » lacks.
  private func suiteDuSuivi(_ suivi: Wire.Suivi) -> [String] {
    var sentences: [String] = []
    if let phrase = suivi.etapeEnClair {
      let due = reply.demande.echeance.map { ", à faire avant le \(Horodatage.court($0))" } ?? ""
      sentences.append("Ensuite : \(phrase)\(due).")
    }
    guard let dernier, let resultat = ResultatContact(rawValue: dernier.resultat), !resultat.estUneReponse else {
      return sentences
    }
    sentences.append(suivi.manque ?? "La règle est remplie pour la dire sans nouvelle.")
    return sentences
  }
}

extension Wire.Contact {
  /// `23/11/2026 09:00 : sortant par téléphone, sans réponse (martine) ; note`.
  var phrase: String {
    var text = "\(Horodatage.court(survenuLe)) : \(SensContact.libelle(sens)) par \(CanalContact.libelle(canal)), "
    text += ResultatContact.libelle(resultat)
    if let numeroAppele { text += " au \(Telephone.compose(numeroAppele))" }
    if !themes.isEmpty { text += ", informée : " + themes.map(ThemeContact.libelle).joined(separator: ", ") }
    if let aRappelerLe { text += ", à rappeler \(Horodatage.court(aRappelerLe))" }
    return text + " (\(auteur))" + (note.map { " ; \($0)" } ?? "")
  }
}
