/// What examining a form came to: taken or refused, and everything that was found, all at once.
package struct Jugement: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case accepte(Formulaire)
    /// Nothing can be done with it: `jsonInvalide`, `formulaireInvalide` or `tropGros`, with each fault.
    case refuse(Motif.Code, [Constat])
  }

  package var verdict: Verdict
  /// Faults that emptied a field and mark the demande « à vérifier », in document order.
  package var anomalies: [Anomalie]
  /// What is worth knowing and costs nothing: unknown keys, masked numbers; in document order.
  package var avertissements: [Constat]
  /// The whole original with social security and allocataire numbers taken out, where it held any; to be kept in its
  /// stead. Nil when there was nothing to mask, or when the form is refused.
  package var masque: [UInt8]?

  package init(
    verdict: Verdict, anomalies: [Anomalie] = [], avertissements: [Constat] = [], masque: [UInt8]? = nil
  ) {
    self.verdict = verdict
    self.anomalies = anomalies
    self.avertissements = avertissements
    self.masque = masque
  }
}

/// Something found in a document, in words for who must mend it.
package struct Constat: Hashable, Sendable {
  /// Where, as a JSON Pointer (RFC 6901); empty for the whole document.
  package let chemin: String
  /// What is wrong and what would be right, one French sentence.
  package let message: String

  package init(chemin: String, message: String) {
    self.chemin = chemin
    self.message = message
  }
}

/// A fault that cost a form one field.
package struct Anomalie: Hashable, Sendable {
  /// Where, as a JSON Pointer (RFC 6901). For a missing field, where it should have been.
  package let chemin: String
  /// What is wrong and what would be right, one French sentence.
  package let message: String
  /// What was typed, cut when long, control characters made visible; nil when nothing was.
  package let saisi: String?

  package init(chemin: String, message: String, saisi: String?) {
    self.chemin = chemin
    self.message = message
    self.saisi = saisi
  }
}
