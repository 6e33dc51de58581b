/// A step of a reasoning as it is made; `Etape` is how it is written.
struct Pas: Sendable {
  let code: Etape.Code
  /// In the order of the step's arguments; `.rien` behind the last.
  private let mentions: (Mention, Mention, Mention, Mention)

  init(
    _ code: Etape.Code, _ first: Mention = .rien, _ second: Mention = .rien, _ third: Mention = .rien,
    _ fourth: Mention = .rien
  ) {
    self.code = code
    mentions = (first, second, third, fourth)
  }

  /// - Parameter table: the one that the mentions point into.
  func ecrit(_ table: TableReferentiel) -> Etape {
    var arguments: [String] = []
    for mention in [mentions.0, mentions.1, mentions.2, mentions.3] {
      if case .rien = mention { break }
      arguments.append(mention.texte(table))
    }
    return Etape(code: code, arguments: arguments)
  }
}
