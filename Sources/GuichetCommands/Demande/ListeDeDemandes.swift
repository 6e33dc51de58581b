import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

/// The work list; where all of it waits for a person, the columns by which that person sorts it.
struct ListeDeDemandes: Presentable {
  let demandes: [Wire.Demande]

  func json(_ output: inout JSONOutput) { output.document(.array(demandes.map(\.json))) }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: [
      "numero", "reference", "etat", "linf", "raison", "marques", "codeInsee", "echeance", "enRetard", "deposeeLe",
      "recueLe", "motifCloture", "depuis", "candidats", "verrou", "departement", "age", "prisePar", "priseJusque",
    ])
    for demande in demandes {
      document.append([
        .code(demande.numero), .code(demande.reference), .code(demande.etat), .code(demande.linf),
        .code(demande.raison), .texte(demande.marques.joined(separator: " ")), .code(demande.codeInsee),
        .code(demande.echeance), .ouiNon(demande.enRetard), .code(demande.deposeeLe), .code(demande.recueLe),
        .code(demande.motifCloture), .code(demande.depuis), .texte(demande.candidats.map(Libelles.candidatsCSV)),
        demande.verrou.map(CSVCell.ouiNon) ?? .vide, .code(demande.departement),
        demande.age.map(CSVCell.nombre) ?? .vide, .code(demande.prisePar), .code(demande.priseJusque),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    guard !demandes.isEmpty else { return page.paragraphe("Aucune demande.") }
    let isTriage = demandes.allSatisfy { $0.etat == Etat.aOrienter.rawValue }
    page.table(isTriage ? triage : liste)
    page.paragraphe(demandes.count.de("demande", "demandes"), ton: .discret)
  }

  private var liste: TextTable {
    var table = TextTable([
      .init("NUMÉRO"), .init("ÉTAT"), .init("LINF", minimum: 12, seReplie: true), .init("COMMUNE", retrait: 1),
      .init("ÉCHÉANCE"),
      .init("REÇUE", retrait: 0), .init("À NOTER", minimum: 12, seReplie: true),
    ])
    for demande in demandes {
      table.append([
        .init(demande.numero), .init(Libelles.etat(demande.etat)),
        demande.linf.map { .init($0) } ?? raison(demande),
        .init(demande.codeInsee),
        .init(
          demande.echeance.map(Horodatage.court), demande.enRetard ? .alerte : .normal,
          court: demande.echeance.map(Horodatage.bref)),
        .init(Horodatage.jour(ofInstant: demande.recueLe)), aNoter(demande),
      ])
    }
    return table
  }

  /// Why each waits, between which communes, and for how long.
  private var triage: TextTable {
    var table = TextTable([
      .init("NUMÉRO"), .init("RAISON", minimum: 12), .init("CANDIDATS", minimum: 12),
      .init("ÂGE", isRight: true),
      .init("REÇUE", retrait: 0), .init("À NOTER", minimum: 12, seReplie: true),
    ])
    for demande in demandes {
      table.append([
        .init(demande.numero), raison(demande),
        .init(demande.candidats.map(Libelles.candidats)),
        .init(demande.age.map(Horodatage.duree), demande.enRetard ? .alerte : .normal),
        .init(Horodatage.jour(ofInstant: demande.recueLe)), aNoter(demande),
      ])
    }
    return table
  }

  private func raison(_ demande: Wire.Demande) -> TextTable.Cell {
    .init(Libelles.raison(demande.raison, departement: demande.departement, marques: demande.marques), .attention)
  }

  private func aNoter(_ demande: Wire.Demande) -> TextTable.Cell {
    let parts =
      (demande.enRetard ? ["en retard"] : []) + (demande.verrou == true ? ["verrouillée"] : [])
      + (demande.prisePar.map { ["en main : \($0)"] } ?? []) + Libelles.marques(of: demande)
    return TextTable.Cell(parts.joined(separator: ", "), demande.enRetard ? .alerte : .discret)
  }
}
