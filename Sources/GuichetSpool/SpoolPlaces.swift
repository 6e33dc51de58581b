/// Where the folders are that forms go through.
package struct SpoolPlaces: Hashable, Sendable {
  /// Where producers drop.
  package var depot: String
  /// Where the originals of taken forms are kept, by day.
  package var recus: String
  /// Where refused files are, each with its motif.
  package var rejets: String

  package init(depot: String, recus: String, rejets: String) {
    self.depot = depot
    self.recus = recus
    self.rejets = rejets
  }
}
