/// What a page does by itself while it is open: one script that stands in it, and nothing else runs.
struct ScriptDePage: Sendable {
  private let texte: String
  private let empreinte: String
  private let secondesSansScript: Int

  /// - Parameters:
  ///   - texte: without any `</script`.
  ///   - empreinte: SHA-256 of it, in base 64: browsers run what has it, and nothing that somebody slipped in.
  ///   - secondesSansScript: how often the page is read again where scripts do not run.
  init(texte: String, empreinte: String, secondesSansScript: Int) {
    self.texte = texte
    self.empreinte = empreinte
    self.secondesSansScript = secondesSansScript
  }

  var permission: String { "; script-src 'sha256-\(empreinte)'" }

  var sansScript: String {
    "<noscript><meta http-equiv=\"refresh\" content=\"\(secondesSansScript)\"></noscript>\n"
  }

  var element: String { "<script>\(texte)</script>\n" }
}
