import Guichet
import StrictJSON

/// Makes formulaires as families file them: most of them plain, some with a second child, a place of search, a message.
///
/// The n-th one is the same whenever and by however many producers it is made. References, e-mails and (up to 60 000)
/// phones are unique, but for one formulaire in 200, which is of the family before it: doublons stay rare and do happen.
/// People, phones and addresses are made up: the phone blocks are those kept for fiction.
struct FormulaireMaker: Sendable {
  private let communes: [Communes.Place]
  private let seed: UInt64
  /// The day of the last formulaires.
  private let today: DateCivile
  /// How many days before it the first were filed.
  private let etalement: Int

  init(communes: Communes, seed: UInt64, today: DateCivile, etalement: Int = 6) {
    self.communes = communes.places
    self.seed = seed
    self.today = today
    self.etalement = etalement
  }

  /// The bytes of the n-th formulaire, from 0, and the name of its file.
  func make(_ number: Int) -> (name: String, bytes: [UInt8]) {
    var draw = SeededGenerator(seed: seed &+ UInt64(number) &* 0x5851_F42D_4C95_7F2D)
    let isRepeat = number > 0 && draw.once(in: 200)
    let family = isRepeat ? number - 1 : number
    let reference = "MEF-\(today.annee)-\(Self.padded(number, 8))"
    let filed = today.advanced(byDays: -Int.random(in: 0...etalement, using: &draw))

    var writer = JSONWriter()
    writer.beginObject()
    writer.key("version")
    writer.int(1)
    writer.member("reference", reference)
    writer.member("deposeeLe", Self.instant(on: filed, &draw))
    writer.member("origine", draw.once(in: 10) ? draw.pick(["telephone", "guichet", "courrier"]) : "monenfant.fr")
    writer.key("demandeur")
    demandeur(family, &writer, &draw)
    writer.key("enfants")
    enfants(filed, &writer, &draw)
    writer.key("besoin")
    besoin(filed, &writer, &draw)
    writer.key("message")
    if draw.once(in: 3) { writer.string(draw.pick(Mots.messages)) } else { writer.null() }
    writer.endObject()
    return ("\(reference).json", writer.bytes)
  }

  private func demandeur(_ family: Int, _ writer: inout JSONWriter, _ draw: inout SeededGenerator) {
    // The family's own draw: its two formulaires tell the same of it.
    var own = SeededGenerator(seed: seed ^ UInt64(family) &* 0x9E6C_63D0_876A_3F35)
    let prenom = own.pick(Mots.prenomsAdultes)
    let nom = own.pick(Mots.noms)
    writer.beginObject()
    writer.member("civilite", own.once(in: 4) ? "M" : "MME")
    writer.member("nom", nom)
    writer.member("prenom", prenom)
    writer.key("telephone")
    if family < Mots.phoneCount { writer.string(Mots.phone(family)) } else { writer.null() }
    writer.member("courriel", "\(Mots.ascii(prenom)).\(Mots.ascii(nom)).\(family)@exemple.fr")
    writer.key("adresse")
    adresse(&writer, &own)
    writer.key("rappel")
    writer.beginObject()
    writer.member("canal", draw.pick(["telephone", "telephone", "sms", "courriel"]))
    writer.key("creneaux")
    writer.beginArray()
    writer.beginObject()
    writer.member("jour", draw.pick(Mots.jours))
    writer.member("moment", draw.pick(["matin", "midi", "apresMidi", "soir"]))
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.key("langue")
    writer.null()
    writer.key("autreParent")
    writer.null()
    writer.endObject()
  }

  private func adresse(_ writer: inout JSONWriter, _ draw: inout SeededGenerator) {
    let place = draw.pick(communes)
    writer.beginObject()
    writer.member("voie", "\(Int.random(in: 1...180, using: &draw)) \(draw.pick(Mots.voies))")
    writer.member("codePostal", place.codePostal)
    writer.member("commune", place.nom)
    writer.key("codeInsee")
    if draw.once(in: 8) { writer.string(place.codeInsee) } else { writer.null() }
    writer.endObject()
  }

  private func enfants(_ filed: DateCivile, _ writer: inout JSONWriter, _ draw: inout SeededGenerator) {
    writer.beginArray()
    for _ in 0...(draw.once(in: 6) ? 1 : 0) {
      writer.beginObject()
      if draw.once(in: 4) {
        writer.member("naissancePrevue", filed.advanced(byDays: Int.random(in: 10...220, using: &draw)).iso)
      } else {
        writer.member("prenom", draw.pick(Mots.prenomsEnfants))
        writer.member("naissance", filed.advanced(byDays: -Int.random(in: 5...1000, using: &draw)).iso)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private func besoin(_ filed: DateCivile, _ writer: inout JSONWriter, _ draw: inout SeededGenerator) {
    writer.beginObject()
    writer.key("lieu")
    if draw.once(in: 7) { adresse(&writer, &draw) } else { writer.null() }
    writer.member("debut", filed.advanced(byDays: Int.random(in: 15...300, using: &draw)).iso)
    writer.key("fin")
    writer.null()
    writer.member("frequence", draw.pick(["regulier", "regulier", "regulier", "occasionnel", "urgence"]))
    writer.key("modes")
    writer.beginArray()
    writer.string(draw.pick(["assistantMaternel", "mam", "microCreche"]))
    if draw.once(in: 2) { writer.string(draw.pick(["crecheCollective", "crecheFamiliale", "halteGarderie"])) }
    writer.endArray()
    writer.key("semaine")
    writer.beginArray()
    for jour in Mots.jours.prefix(Int.random(in: 1...5, using: &draw)) {
      writer.beginObject()
      writer.member("jour", jour)
      writer.member("de", draw.pick(["07:30", "08:00", "08:30"]))
      writer.member("a", draw.pick(["16:30", "17:30", "18:00"]))
      writer.endObject()
    }
    writer.endArray()
    for cle in ["horairesAtypiques", "besoinSpecifique", "insertionProfessionnelle"] {
      writer.key(cle)
      writer.bool(draw.once(in: 15))
    }
    writer.endObject()
  }

  /// Some time of the day, before noon UTC so that it is past in France whatever the season.
  private static func instant(on day: DateCivile, _ draw: inout SeededGenerator) -> String {
    let second = Int64.random(in: 0..<43_200, using: &draw)
    return Instant(microseconds: (Int64(day.daysSince1970) * 86_400 + second) * 1_000_000).rfc3339(offsetSeconds: 3600)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
