package import StrictJSON

/// Erases the families of which nothing was heard for as long as it may be kept.
package enum PurgeDemandes: ControlMethod {
  package static let isStream = true

  /// Without `executer`, only what would be done is told.
  package typealias Parameters = RunMaintenance.Parameters

  package struct Reply: WireObject {
    /// How many numeros of a kind are told.
    package static let maximum = 500

    /// What is under way, in every message but the last.
    package let etape: String?
    /// Months after the last contact.
    package let mois: Int
    /// Demandes that were erased, or would be; of their numeros the first.
    package let total: Int
    package let demandes: [String]
    /// Open ones that have passed their time too, and stay.
    package let totalOuvertes: Int
    package let ouvertes: [String]

    package init(
      etape: String?, mois: Int, total: Int = 0, demandes: [String] = [], totalOuvertes: Int = 0,
      ouvertes: [String] = []
    ) {
      self.etape = etape
      self.mois = mois
      self.total = total
      self.demandes = demandes
      self.totalOuvertes = totalOuvertes
      self.ouvertes = ouvertes
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      etape = try reader.optionalString("etape")
      mois = try reader.int("mois")
      total = try reader.int("total")
      demandes = try reader.strings("demandes")
      totalOuvertes = try reader.int("totalOuvertes")
      ouvertes = try reader.strings("ouvertes")
    }

    package var json: JSONValue {
      [
        "etape": .text(etape), "mois": .count(mois), "total": .count(total), "demandes": .list(demandes),
        "totalOuvertes": .count(totalOuvertes), "ouvertes": .list(ouvertes),
      ]
    }
  }
}
