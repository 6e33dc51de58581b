package import Guichet

/// A mail of plain text, as a mail program takes it on its standard input: RFC 5322 with MIME, its lines ended as files of
/// the system end theirs.
package struct MessageDeCourriel: Hashable, Sendable {
  package let de: Boite
  package let a: Boite
  /// To whom an answer goes; nil for the sender.
  package let reponse: Boite?
  package let objet: String
  /// Lines of text, each ended.
  package let texte: String

  package init(de: Boite, a: Boite, reponse: Boite? = nil, objet: String, texte: String) {
    self.de = de
    self.a = a
    self.reponse = reponse
    self.objet = objet
    self.texte = texte
  }

  /// - Parameters:
  ///   - id: letters and digits, the same whenever the same mail is written: they tell its copies.
  ///   - le: when it is written.
  package func bytes(id: String, le: Instant, in fuseau: Fuseau) -> [UInt8] {
    var header = EnTetesDeCourriel()
    header.add("From", de)
    header.add("To", a)
    if let reponse { header.add("Reply-To", reponse) }
    header.add("Subject", texte: objet)
    header.add("Date", jeton: Self.date(le, in: fuseau))
    header.add("Message-ID", jeton: "<\(id)@\(de.domaine)>")
    // RFC 3834: no absence message is sent in answer.
    header.add("Auto-Submitted", jeton: "auto-generated")
    header.add("MIME-Version", jeton: "1.0")
    header.add("Content-Type", jeton: "text/plain; charset=utf-8")
    header.add("Content-Transfer-Encoding", jeton: "quoted-printable")
    return header.bytes + [UInt8(ascii: "\n")] + CorpsDeCourriel.quotedPrintable(texte)
  }

  /// `Wed, 25 Nov 2026 14:00:00 +0100` (section 3.3).
  private static func date(_ instant: Instant, in fuseau: Fuseau) -> String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let date = fuseau.date(of: instant)
    // `2026-11-25T14:00:00+01:00`.
    let text = Instant(microseconds: instant.seconds * 1_000_000)
      .rfc3339(offsetSeconds: fuseau.offset(at: instant))
    let time = text.dropFirst(11).prefix(8)
    let zone = text.hasSuffix("Z") ? "+0000" : text.dropFirst(19).replacing(":", with: "")
    let day = days[((date.daysSince1970 % 7) + 7) % 7]
    return "\(day), \(date.jour) \(months[date.mois - 1]) \(date.annee) \(time) \(zone)"
  }
}
