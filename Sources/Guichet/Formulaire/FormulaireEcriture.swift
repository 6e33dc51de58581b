package import StrictJSON

/// The normal form of a form, as journal and outputs hold it: the keys of the formulaire in their order, what is empty left
/// out, `telephone` an object of `e164` and `saisi`, instants in UTC.
extension Formulaire {
  /// The version of the form that is written, and the only one that is read.
  static let version = 1

  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("version", Self.version)
    writer.member("reference", reference)
    if let deposeeLe { writer.member("deposeeLe", deposeeLe.rfc3339(offsetSeconds: 0)) }
    writer.present("origine", origine)
    writer.key("demandeur")
    demandeur.write(to: &writer)
    writer.list("enfants", enfants) { $0.write(to: &$1) }
    writer.key("besoin")
    besoin.write(to: &writer)
    writer.present("message", message)
    writer.endObject()
  }
}

extension Demandeur {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.present("civilite", civilite)
    writer.present("nom", nom)
    writer.present("prenom", prenom)
    telephone?.write(to: &writer)
    writer.present("courriel", courriel)
    adresse?.write(to: &writer, as: "adresse")
    if let rappel {
      writer.key("rappel")
      rappel.write(to: &writer)
    }
    writer.present("langue", langue)
    if let autreParent {
      writer.key("autreParent")
      autreParent.write(to: &writer)
    }
    writer.endObject()
  }
}

extension AutreParent {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.present("civilite", civilite)
    writer.present("nom", nom)
    writer.present("prenom", prenom)
    telephone?.write(to: &writer)
    writer.present("courriel", courriel)
    writer.endObject()
  }
}

extension Telephone {
  func write(to writer: inout JSONWriter) {
    writer.key("telephone")
    writer.beginObject()
    writer.present("e164", e164)
    writer.member("saisi", saisi)
    writer.endObject()
  }
}

extension Adresse {
  func write(to writer: inout JSONWriter, as key: String) {
    writer.key(key)
    writer.beginObject()
    writer.present("voie", voie)
    writer.present("codePostal", codePostal)
    writer.present("commune", commune)
    writer.present("codeInsee", codeInsee)
    writer.endObject()
  }
}

extension Rappel {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.present("canal", canal)
    writer.list("creneaux", creneaux) { creneau, writer in
      writer.beginObject()
      writer.present("jour", creneau.jour)
      writer.present("moment", creneau.moment)
      writer.endObject()
    }
    writer.endObject()
  }
}

extension Enfant {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.present("prenom", prenom)
    etape?.write(to: &writer)
    writer.endObject()
  }
}

extension Enfant.Etape {
  /// The one member that says it.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .naissance(let date): writer.member("naissance", date.iso)
    case .naissancePrevue(let date): writer.member("naissancePrevue", date.iso)
    case .adoptionPrevue(let date): writer.member("adoptionPrevue", date.iso)
    }
  }
}

extension Besoin {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    lieu?.write(to: &writer, as: "lieu")
    if let debut { writer.member("debut", debut.iso) }
    if let fin { writer.member("fin", fin.iso) }
    writer.present("frequence", frequence)
    writer.list("modes", modes) { $1.string($0.rawValue) }
    writer.list("semaine", semaine) { plage, writer in
      writer.beginObject()
      writer.member("jour", plage.jour.rawValue)
      writer.member("de", Plage.texte(plage.de))
      writer.member("a", Plage.texte(plage.a))
      writer.endObject()
    }
    writer.member("horairesAtypiques", horairesAtypiques)
    writer.member("besoinSpecifique", besoinSpecifique)
    writer.member("insertionProfessionnelle", insertionProfessionnelle)
    writer.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func present(_ key: String, _ text: String?) {
    if let text { member(key, text) }
  }

  fileprivate mutating func present<Code: RawRepresentable<String>>(_ key: String, _ code: Code?) {
    if let code { member(key, code.rawValue) }
  }

  fileprivate mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    beginArray()
    for element in elements { write(element, &self) }
    endArray()
  }
}
