import StrictJSON

/// The fact that the register was put back from a backup: an auditor sees that what was noted between the backup and this
/// entry is lost, and which numeros are given to nobody any more.
package struct RegistreRestaure: Hashable, Sendable {
  /// Rank and chain value, in hexadecimal, of the backup's last entry.
  package let sequence: Int64
  package let chaine: String
  /// Demandes that were registered again from their originals, each under its numero.
  package let reprises: Int
  /// The last numero of each year that was seen outside the register: the next one comes after.
  package let reserves: [Numero]

  package init(sequence: Int64, chaine: String, reprises: Int, reserves: [Numero]) {
    self.sequence = sequence
    self.chaine = chaine
    self.reprises = reprises
    self.reserves = reserves
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("sequence", Int(sequence))
    writer.member("chaine", chaine)
    writer.member("reprises", reprises)
    writer.key("reserves")
    writer.beginArray()
    for numero in reserves { writer.string(numero.texte) }
    writer.endArray()
    writer.endObject()
  }

  init(recorded json: JSON) throws(FaitIllisible) {
    var reserves: [Numero] = []
    for element in json["reserves"].map({ Array($0.elements) }) ?? [] {
      guard let numero = element.string.flatMap({ Numero(texte: $0, anneeCourante: 1) }) else {
        throw FaitIllisible(nature: .registreRestaure, champ: "reserves")
      }
      reserves.append(numero)
    }
    self.init(
      sequence: Int64(try json.recordedInt("sequence", in: .registreRestaure)),
      chaine: try json.recordedString("chaine", in: .registreRestaure),
      reprises: try json.recordedInt("reprises", in: .registreRestaure), reserves: reserves)
  }

  /// One French sentence.
  var phrase: String {
    let again =
      switch reprises {
      case 0: "aucune demande reprise de son original"
      case 1: "une demande reprise de son original"
      default: "\(reprises) demandes reprises de leurs originaux"
      }
    return "Registre restauré d’une sauvegarde qui s’arrêtait au fait \(sequence) ; \(again)."
  }
}
