import Guichet

extension LettreDAppel {
  /// The letter as a page for a window envelope (110 × 220 mm, window on the right): the family's address stands where
  /// it shows once the sheet is folded in three.
  package var html: String {
    var page = PageHTML(
      titre: "Lettre \(numero.texte)",
      style: """
        .feuille { position: relative; width: 210mm; min-height: 296mm; font-size: 11pt; line-height: 1.4; }
        .expediteur { position: absolute; left: 20mm; top: 18mm; width: 80mm; font-size: 10pt; }
        .destinataire { position: absolute; left: 110mm; top: 50mm; width: 80mm; height: 34mm; overflow: hidden; }
        .corps { padding: 98mm 20mm 20mm 20mm; }
        .date, .signature { margin-left: 90mm; }
        .objet { margin: 8mm 0; font-size: inherit; font-weight: normal; }
        p { margin: 0 0 4mm 0; }
        @media screen and (max-width: 50rem) {
          .feuille { width: auto; min-height: 0; padding: 1rem; }
          .expediteur, .destinataire { position: static; width: auto; height: auto; margin-bottom: 1rem; }
          .corps { padding: 0; }
          .date, .signature { margin-left: 0; }
        }
        """)
    page.ouvrir("main", classe: "feuille")
    page.lignes("div", expediteur, classe: "expediteur")
    page.lignes("div", destinataire, classe: "destinataire")
    page.ouvrir("div", classe: "corps")
    page.texte("p", lieuEtDate, classe: "date")
    page.lignes("h1", objet, classe: "objet")
    page.texte("p", "\(salut),")
    for paragraph in paragraphes { page.texte("p", paragraph) }
    page.texte("p", signature, classe: "signature")
    page.fermer("div")
    page.fermer("main")
    return page.html
  }
}
