import GuichetControl

/// A fact on one line: when it was recorded, of which demande, who has it, by whom, what.
enum LigneDEvenement {
  /// - Parameter largeur: columns to keep within; nil where nothing is to be cut.
  /// - Parameter avecRang: its rank comes first, by which to take up again, where there is room for it.
  /// - Parameter suppleances: closed LINF for which whoever reads stands in.
  static func ligne(
    _ fait: Wire.Fait, largeur: Int?, avecRang: Bool = false, suppleances: [Wire.Suppleance] = []
  ) -> LigneEcran {
    let width = largeur ?? .max
    var line = LigneEcran()
    func column(_ text: String?, _ columns: Int, _ ton: TextStyle.Ton = .normal) {
      let text = TerminalSafety.line(text ?? "")
      line.colonne(text, largeur == nil ? max(columns, DisplayWidth.of(text)) : columns, ton)
      line.ajouter("  ")
    }
    if avecRang, width >= 100 {
      line.colonne(String(fait.seq), max(6, String(fait.seq).count), aDroite: true, .discret)
      line.ajouter("  ")
    }
    let instant = Horodatage.precis(fait.enregistreLe)
    // Where there is little room the day is left out: whoever looks on knows it.
    if width < 100 { column(String(instant.suffix(8)), 8, .discret) } else { column(instant, 19, .discret) }
    column(fait.numero ?? "bureau", 11, .titre)
    if width >= 64 {
      column(fait.linf, width < 100 ? 12 : 18)
      column(fait.auteur, width < 100 ? 9 : 12, .discret)
    }
    if let phrase = suppleances.phrase(fait.linf) { line.ajouter("[\(phrase)] ", .attention) }
    line.ajouter(fait.resume)
    return largeur.map { line.coupee(a: $0) } ?? line
  }
}
