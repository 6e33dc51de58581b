package import Guichet

/// The sheet of a LINF for a day, on one printed page: what the day can be worked with while the server is down.
package struct FeuilleDuMatin: Sendable {
  /// A family to call.
  package struct Appel: Sendable {
    package let numero: Numero
    package let famille: String
    package let telephone: String?
    package let echeance: Instant?
    package let estUrgent: Bool
    package let estEnRetard: Bool

    package init(
      numero: Numero, famille: String, telephone: String?, echeance: Instant?, estUrgent: Bool, estEnRetard: Bool
    ) {
      self.numero = numero
      self.famille = famille
      self.telephone = telephone
      self.echeance = echeance
      self.estUrgent = estUrgent
      self.estEnRetard = estEnRetard
    }
  }

  /// A rendez-vous of the day, or an earlier one of which nobody said what came of it.
  package struct Attendu: Sendable {
    package let entree: AgendaICalendar.Entree

    package init(entree: AgendaICalendar.Entree) {
      self.entree = entree
    }
  }

  /// A LINF that is closed, whose families this one calls meanwhile.
  package struct Supplee: Sendable {
    package let nom: String
    package let jusqua: DateCivile
    /// Rendez-vous of the day, which somebody has to move.
    package let rendezVous: [Attendu]
    package let appels: [Appel]
    /// How many more are to be called than `appels` has.
    package let autres: Int

    package init(nom: String, jusqua: DateCivile, rendezVous: [Attendu], appels: [Appel], autres: Int) {
      self.nom = nom
      self.jusqua = jusqua
      self.rendezVous = rendezVous
      self.appels = appels
      self.autres = autres
    }
  }

  package let nom: String
  package let fuseau: Fuseau
  /// When it was made.
  package let le: Instant
  package let rendezVous: [Attendu]
  package let aRenseigner: [Attendu]
  /// In the order in which to call: the late ones are told apart here.
  package let appels: [Appel]
  /// How many more are to be called than `appels` has.
  package let autres: Int
  package let supplees: [Supplee]

  package init(
    nom: String, fuseau: Fuseau, le: Instant, rendezVous: [Attendu], aRenseigner: [Attendu], appels: [Appel],
    autres: Int, supplees: [Supplee] = []
  ) {
    self.nom = nom
    self.fuseau = fuseau
    self.le = le
    self.rendezVous = rendezVous
    self.aRenseigner = aRenseigner
    self.appels = appels
    self.autres = autres
    self.supplees = supplees
  }

  /// One part of the sheet.
  struct Section {
    let titre: String
    var attendus: [Attendu] = []
    /// Whether its rendez-vous are of other days.
    var avecJour = false
    var appels: [Appel] = []
    var autres = 0

    var nombre: Int { attendus.count + appels.count + autres }
  }

  var sections: [Section] {
    [
      Section(titre: "RENDEZ-VOUS DU JOUR", attendus: rendezVous),
      Section(titre: "RENDEZ-VOUS À RENSEIGNER", attendus: aRenseigner, avecJour: true),
      Section(titre: "EN RETARD", appels: appels.filter(\.estEnRetard)),
      Section(titre: "À APPELER", appels: appels.filter { !$0.estEnRetard }, autres: autres),
    ]
      + supplees.map { supplee in
        Section(
          titre: "POUR \(supplee.nom), FERMÉ JUSQU’AU \(supplee.jusqua.francaise)", attendus: supplee.rendezVous,
          appels: supplee.appels, autres: supplee.autres)
      }
  }

  package static let largeur = 80
  /// Lines of an A4 page at ten points.
  package static let hauteur = 60

  package var texte: String {
    var lines = [
      "\(nom)", "Feuille du \(fuseau.date(of: le).avecJour), faite à \(fuseau.heure(le))",
      String(repeating: "=", count: Self.largeur),
    ]
    let sections = sections
    // Room is shared so that none of them is pushed off the page by the ones before it.
    var room = Self.hauteur - lines.count - sections.count * 3
    for section in sections {
      let rows = section.attendus.map(section.avecJour ? lignePassee : ligne) + section.appels.map(ligne)
      let shown = min(rows.count, max(3, room))
      room -= shown
      let hidden = section.nombre - shown
      lines.append("")
      lines.append("\(section.titre) (\(section.nombre))")
      lines += rows.isEmpty ? ["  rien"] : Array(rows.prefix(shown))
      if hidden > 0 { lines.append("  et \(hidden) de plus : guichetctl demande lister") }
    }
    return lines.map { Self.cut($0, Self.largeur) + "\n" }.joined()
  }

  private func ligne(_ attendu: Attendu) -> String {
    let rendezVous = attendu.entree.rendezVous
    let when = "\(fuseau.heure(rendezVous.debut))-\(fuseau.heure(rendezVous.fin))"
    let how = [rendezVous.place.mode.libelle, attendu.entree.telephone, rendezVous.place.lieu]
    return row([
      (when, 11), (attendu.entree.numero.texte, 11), (attendu.entree.famille ?? "", 20),
      (
        (attendu.entree.aDeplacer.map { "À DÉPLACER : \($0.libelle), " } ?? "")
          + how.compactMap(\.self).joined(separator: ", "), 0
      ),
    ])
  }

  private func lignePassee(_ attendu: Attendu) -> String {
    row([
      (
        "\(fuseau.date(of: attendu.entree.rendezVous.debut).francaise) \(fuseau.heure(attendu.entree.rendezVous.debut))",
        16
      ),
      (attendu.entree.numero.texte, 11), (attendu.entree.famille ?? "", 20), (attendu.entree.telephone ?? "", 0),
    ])
  }

  private func ligne(_ appel: Appel) -> String {
    let due = appel.echeance.map { "\(fuseau.date(of: $0).francaise.prefix(5)) \(fuseau.heure($0))" } ?? ""
    return row([
      (appel.estUrgent ? "URGENT" : "", 6), (appel.numero.texte, 11), (appel.famille, 24),
      (appel.telephone ?? "sans téléphone", 16), (due, 0),
    ])
  }

  private func row(_ cells: [(text: String, width: Int)]) -> String {
    let line = cells.map { cell in
      let text = Self.plain(cell.text)
      guard cell.width > 0 else { return text }
      let cut = Self.cut(text, cell.width)
      return cut + String(repeating: " ", count: cell.width - cut.count)
    }.joined(separator: "  ")
    return "[ ] " + line
  }

  private static func cut(_ text: String, _ width: Int) -> String {
    let cut = text.count <= width ? text : text.prefix(width - 1) + "…"
    return String(cut.reversed().drop { $0 == " " }.reversed())
  }

  /// What a printer or a terminal would take for an order does not go out.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }))
  }
}
