extension Preuve {
  /// Demandes drawn from it, the same ones for the same seed and the same data: those whose digests of seed and numero come
  /// first, in that order.
  ///
  /// - Parameter empreinte: SHA-256 in hexadecimal.
  package func echantillon(
    _ count: Int, graine: String, empreinte: ([UInt8]) -> String
  ) -> [DemandeCitee] {
    demandes.map { (rang: empreinte(Array("\(graine)\n\($0.numero.texte)".utf8)), demande: $0) }
      .sorted { $0.rang < $1.rang }.prefix(count).map(\.demande)
  }
}
