import StrictJSON

extension Evenement {
  /// The written form that the journal keeps, as JSON bytes of `Fait.version`.
  package var donnees: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .recue(let recue): recue.write(to: &writer)
    case .routee(let routee): routee.write(to: &writer)
    case .attribuee(let attribuee): attribuee.write(to: &writer)
    case .declinee(let declinee): declinee.write(to: &writer)
    case .corrigee(let corrigee): corrigee.write(to: &writer)
    case .transfertPrevu(let prevu): prevu.write(to: &writer)
    case .transfertAbandonne(let abandonne): abandonne.write(to: &writer)
    case .rejet(let rejet): rejet.write(to: &writer)
    case .rejetRejoue(let rejoue): rejoue.write(to: &writer)
    case .referentielCharge(let charge): charge.write(to: &writer)
    case .rattachementsChanges(let changes): changes.write(to: &writer)
    case .prise(let prise): prise.write(to: &writer)
    case .laissee(let laissee): laissee.write(to: &writer)
    case .saisie(let saisie): saisie.write(to: &writer)
    case .contact(let contact): contact.write(to: &writer)
    case .contactAnnule(let annule): annule.write(to: &writer)
    case .cloture(let cloture), .motifCorrige(let cloture): cloture.write(to: &writer)
    case .rouverte(let rouverte): rouverte.write(to: &writer)
    case .note(let note): note.write(to: &writer)
    case .echeanceFixee(let fixee): fixee.write(to: &writer)
    case .suspendue(let suspendue): suspendue.write(to: &writer)
    case .escalade(let escalade): escalade.write(to: &writer)
    case .reprise(let reprise): reprise.write(to: &writer)
    case .silence:
      writer.beginObject()
      writer.member("relances", false)
      writer.endObject()
    case .rendezVousFixe(let pose), .rendezVousDeplace(let pose): pose.write(to: &writer)
    case .rendezVousAnnule(let vise), .rendezVousExcuse(let vise), .rendezVousHonore(let vise),
      .rendezVousNonHonore(let vise):
      vise.write(to: &writer)
    case .solution(let notee): notee.write(to: &writer)
    case .solutionAnnulee(let annulee): annulee.write(to: &writer)
    case .enfantConfirme(let confirme): confirme.write(to: &writer)
    case .enfantAjoute(let ajoute): ajoute.write(to: &writer)
    case .enfantRetire(let retire): retire.write(to: &writer)
    case .rappelRendezVous(let rappel): rappel.write(to: &writer)
    case .fusionnee(let fusionnee): fusionnee.write(to: &writer)
    case .defusionnee(let defusionnee): defusionnee.write(to: &writer)
    case .pieceAjoutee(let piece): piece.write(to: &writer)
    case .preuveScellee(let scellee): scellee.write(to: &writer)
    case .rejetExpire(let expire): expire.write(to: &writer)
    case .registreRestaure(let restaure): restaure.write(to: &writer)
    case .effacee(let effacee): effacee.write(to: &writer)
    }
  }

  /// Reads back what `donnees` wrote.
  package init(nature: NatureFait, version: Int64, donnees: [UInt8]) throws(FaitIllisible) {
    let json: JSON
    do {
      json = try JSON.parse(donnees)
    } catch {
      throw FaitIllisible(nature: nature, champ: "donnees")
    }
    guard version == Fait.version else { throw FaitIllisible(nature: nature, champ: "version") }
    try self.init(nature: nature, recorded: json)
  }

  init(nature: NatureFait, recorded json: JSON) throws(FaitIllisible) {
    switch nature {
    case .recue: self = .recue(try Recue(recorded: json))
    case .routee: self = .routee(try Routee(recorded: json))
    case .attribuee: self = .attribuee(try Attribuee(recorded: json))
    case .declinee: self = .declinee(try Declinee(recorded: json))
    case .corrigee: self = .corrigee(try Corrigee(recorded: json))
    case .transfertPrevu: self = .transfertPrevu(try TransfertPrevu(recorded: json))
    case .transfertAbandonne: self = .transfertAbandonne(try TransfertAbandonne(recorded: json))
    case .rejet: self = .rejet(try Rejet(recorded: json))
    case .rejetRejoue: self = .rejetRejoue(try RejetRejoue(recorded: json))
    case .referentielCharge: self = .referentielCharge(try ReferentielCharge(recorded: json))
    case .rattachementsChanges: self = .rattachementsChanges(try RattachementsChanges(recorded: json))
    case .prise: self = .prise(try PriseEnMain(recorded: json))
    case .laissee: self = .laissee(try Laissee(recorded: json))
    case .saisie: self = .saisie(try Saisie(recorded: json))
    case .contact: self = .contact(try Contact(recorded: json))
    case .contactAnnule: self = .contactAnnule(try ContactAnnule(recorded: json))
    case .cloture: self = .cloture(try Cloture(recorded: json, in: nature))
    case .motifCorrige: self = .motifCorrige(try Cloture(recorded: json, in: nature))
    case .rouverte: self = .rouverte(try Rouverte(recorded: json))
    case .note: self = .note(try NoteEcrite(recorded: json))
    case .silence:
      guard json["relances"]?.bool == false else { throw FaitIllisible(nature: nature, champ: "relances") }
      self = .silence
    case .echeanceFixee: self = .echeanceFixee(try EcheanceFixee(recorded: json))
    case .suspendue: self = .suspendue(try Suspendue(recorded: json))
    case .reprise: self = .reprise(try Reprise(recorded: json))
    case .escalade: self = .escalade(try Escalade(recorded: json))
    case .rendezVousFixe: self = .rendezVousFixe(try RendezVousPose(recorded: json, in: nature))
    case .rendezVousDeplace: self = .rendezVousDeplace(try RendezVousPose(recorded: json, in: nature))
    case .rendezVousAnnule: self = .rendezVousAnnule(try RendezVousVise(recorded: json, in: nature))
    case .rendezVousExcuse: self = .rendezVousExcuse(try RendezVousVise(recorded: json, in: nature))
    case .rendezVousHonore: self = .rendezVousHonore(try RendezVousVise(recorded: json, in: nature))
    case .rendezVousNonHonore: self = .rendezVousNonHonore(try RendezVousVise(recorded: json, in: nature))
    case .solution: self = .solution(try SolutionNotee(recorded: json))
    case .solutionAnnulee: self = .solutionAnnulee(try SolutionAnnulee(recorded: json))
    case .enfantConfirme: self = .enfantConfirme(try EnfantConfirme(recorded: json))
    case .enfantAjoute: self = .enfantAjoute(try EnfantAjoute(recorded: json))
    case .enfantRetire: self = .enfantRetire(try EnfantRetire(recorded: json))
    case .rappelRendezVous: self = .rappelRendezVous(try RappelRendezVous(recorded: json))
    case .fusionnee: self = .fusionnee(try Fusionnee(recorded: json))
    case .defusionnee: self = .defusionnee(try Defusionnee(recorded: json))
    case .pieceAjoutee: self = .pieceAjoutee(try PieceAjoutee(recorded: json))
    case .preuveScellee: self = .preuveScellee(try PreuveScellee(recorded: json))
    case .rejetExpire: self = .rejetExpire(try RejetExpire(recorded: json))
    case .registreRestaure: self = .registreRestaure(try RegistreRestaure(recorded: json))
    case .effacee: self = .effacee(try Effacee(recorded: json))
    }
  }
}

/// A fact of the journal that this program cannot read: damaged, or written by a newer one.
package struct FaitIllisible: Error, Hashable, Sendable {
  package let nature: NatureFait
  /// What is missing or cannot be read.
  package let champ: String

  package init(nature: NatureFait, champ: String) {
    self.nature = nature
    self.champ = champ
  }

  /// One French sentence.
  package var message: String {
    "Un fait « \(nature.libelle) » du journal est illisible (\(champ)) ; lancez « guichetctl journal verifier »."
  }
}

extension JSON {
  func recordedString(_ key: String, in nature: NatureFait) throws(FaitIllisible) -> String {
    guard let text = self[key]?.string else { throw FaitIllisible(nature: nature, champ: key) }
    return text
  }

  /// Codes of marks under `marques`; none where there is no such member.
  fileprivate func recordedMarques(in nature: NatureFait) throws(FaitIllisible) -> [Marque] {
    var marques: [Marque] = []
    guard let list = self["marques"] else { return marques }
    for element in list.elements {
      guard let marque = element.string.flatMap(Marque.init(rawValue:)) else {
        throw FaitIllisible(nature: nature, champ: "marques")
      }
      marques.append(marque)
    }
    return marques
  }

  func recordedInt(_ key: String, in nature: NatureFait) throws(FaitIllisible) -> Int {
    guard let number = self[key]?.int else { throw FaitIllisible(nature: nature, champ: key) }
    return number
  }
}

extension [Marque] {
  /// As the member `marques`, left out when there are none.
  func write(to writer: inout JSONWriter) {
    guard !isEmpty else { return }
    writer.key("marques")
    writer.beginArray()
    for marque in self { writer.string(marque.rawValue) }
    writer.endArray()
  }

  /// Reads back what `write` wrote.
  init(recorded json: JSON, in nature: NatureFait) throws(FaitIllisible) {
    self = try json.recordedMarques(in: nature)
  }
}
