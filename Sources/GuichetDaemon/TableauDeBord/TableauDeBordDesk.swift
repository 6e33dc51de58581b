package import Guichet
import GuichetDocuments
import GuichetRegister

/// Makes the page that anybody on the server may open to see how the office does.
///
/// What it says of first contacts is replayed from facts once, for a month of demandes, and from then on for those about
/// which something was recorded; all other figures are counted anew each time, by way of indexes.
package actor TableauDeBordDesk {
  private struct Retenu {
    let seq: Int64
    let empreinte: String
    var mesures: [Numero: MesureDePremierContact]
  }

  private let office: Office
  private var retenu: Retenu?
  private var enCours: Task<[UInt8], any Error>?
  /// What the last page that was written told of.
  private var ecrite: (le: Instant, fautes: [Panne])?

  /// Seconds for which a page is good where nothing breaks or mends; readers take one of more than twice that for dead.
  private static let duree: Int64 = 60

  package init(_ office: Office) {
    self.office = office
  }

  /// Writes the page anew where it is time: a minute after the last one, or at once where the faults are others.
  ///
  /// - Parameter write: puts the file in its place. Where it fails, the next call tries again.
  /// - Returns: whether it was written.
  @discardableResult
  package func rewrite(
    _ fautes: [Panne], _ write: @Sendable ([UInt8]) throws -> Void
  ) async throws -> Bool {
    let now = office.clock.now()
    if let ecrite, ecrite.fautes == fautes, ecrite.le <= now, now < ecrite.le.advanced(bySeconds: Self.duree) {
      return false
    }
    try write(try await page(fautes))
    ecrite = (now, fautes)
    return true
  }

  /// The whole page, of this instant.
  ///
  /// - Parameter fautes: what is wrong, as whoever watches over the office found it.
  /// - Throws: `RegisterError`.
  package func page(_ fautes: [Panne] = []) async throws -> [UInt8] {
    while let running = enCours { _ = await running.result }
    let task = Task { try await Array(self.compute(fautes).page(self.office.fuseau).utf8) }
    enCours = task
    defer { enCours = nil }
    return try await task.value
  }

  private func compute(_ fautes: [Panne]) async throws -> TableauDeBord {
    let (now, fuseau) = (office.clock.now(), office.fuseau)
    let today = fuseau.date(of: now)
    let heures = office.heures
    let monday = today.advanced(byDays: -today.jourDeSemaine.rang)
    let contactsSince = now.advanced(bySeconds: Int64(-PremiersContacts.jours) * 86_400)
    let days = [today] + RecuesDuJour.joursComparables(a: today, ferie: heures.ferie)
    let counts = try await office.register.comptesDuTableau(
      ComptesDuTableau.Bornes(
        now: now, recues: days.map { fuseau.start(of: $0)..<fuseau.start(of: $0.advanced(byDays: 1)) },
        semaine: fuseau.start(of: monday)..<fuseau.start(of: monday.advanced(byDays: 7)), contactsDepuis: contactsSince)
    )
    // Weeks before the office began say nothing of what is usual.
    let first = counts.premiere.map { fuseau.date(of: $0) } ?? today
    let past = zip(days, counts.recues).dropFirst().filter { first < $0.0 }.map(\.1)
    let referentiel = office.desk.version.routeur.referentiel
    let work = TravailDeLinf.lignes(counts.travail) { referentiel?.linf($0)?.nom ?? $0 }
    let byDay = Dictionary(grouping: counts.rendezVous) { fuseau.date(of: $0.debut) }
    var parEtat = Dictionary(counts.travail.map { ($0.etat, $0.nombre) }, uniquingKeysWith: +)
    parEtat[.close] = office.register.head.parEtat[.close]
    return TableauDeBord(
      nom: office.configuration.caf.nom, le: now, fautes: fautes, parEtat: parEtat, travail: work,
      recues: RecuesDuJour(
        at: now, fuseau, aujourdhui: counts.recues.first ?? [], passees: past, ferie: heures.ferie(today)),
      premiersContacts: PremiersContacts(
        try await mesures(since: contactsSince), enSouffrance: counts.enSouffrance),
      semaine: (0..<7).map { rang in
        let day = monday.advanced(byDays: rang)
        return RendezVousDuJour(jour: day, (byDay[day] ?? []).map { ($0.statut, $0.fin) }, at: now)
      })
  }

  /// Of the demandes received since; none before the office knows its hours.
  private func mesures(since start: Instant) async throws -> [MesureDePremierContact] {
    let register = office.register
    guard let horloges = register.horloges else { return [] }
    let seq = register.head.seq
    let received = try await register.numeros(recusDepuis: start)
    var known: [Numero: MesureDePremierContact] = [:]
    if let retenu, retenu.empreinte == horloges.empreinte, retenu.seq <= seq {
      known = retenu.mesures
      for numero in try await register.touchees(apres: retenu.seq, jusqua: seq) { known[numero] = nil }
    }
    let tentatives = office.configuration.delais.tentatives
    let missing = received.filter { known[$0] == nil }.sorted()
    let fresh = try await register.rejouer(missing, jusqua: seq) { demande in
      (demande.numero, MesureDePremierContact(LigneDeBilan(demande, horloges, tentatives: tentatives)))
    }
    for (numero, mesure) in fresh.valeurs { known[numero] = mesure }
    let wanted = Set(received)
    known = known.filter { wanted.contains($0.key) }
    retenu = Retenu(seq: seq, empreinte: horloges.empreinte, mesures: known)
    return Array(known.values)
  }
}
