package import StrictJSON

extension Wire {

  /// The demandes that came in lately.
  package struct EtatRecues: WireObject {
    /// Registered since midnight, by the Caf's clock.
    package let aujourdhui: Int
    /// Registered in the last hour, to the minute.
    package let heure: Int
    /// When the last of all was registered, RFC 3339; nil when there is none.
    package let derniere: String?

    package init(aujourdhui: Int, heure: Int, derniere: String?) {
      self.aujourdhui = aujourdhui
      self.heure = heure
      self.derniere = derniere
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      aujourdhui = try reader.int("aujourdhui")
      heure = try reader.int("heure")
      derniere = try reader.optionalString("derniere")
    }

    package var json: JSONValue {
      ["aujourdhui": .count(aujourdhui), "heure": .count(heure), "derniere": .text(derniere)]
    }
  }
}
