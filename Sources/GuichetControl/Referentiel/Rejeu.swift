package import StrictJSON

extension Wire {

  /// Past demandes decided again by another référentiel, each as of its own day.
  package struct Rejeu: WireObject {
    /// How many days back.
    package let jours: Int
    /// How many demandes were decided again.
    package let examinees: Int
    /// How many of them would have gone elsewhere than by the référentiel in force.
    package let ailleurs: Int
    /// The first of those, the latest received first.
    package let deplacements: [Deplacement]

    package init(jours: Int, examinees: Int, ailleurs: Int, deplacements: [Deplacement]) {
      self.jours = jours
      self.examinees = examinees
      self.ailleurs = ailleurs
      self.deplacements = deplacements
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      jours = try reader.int("jours")
      examinees = try reader.int("examinees")
      ailleurs = try reader.int("ailleurs")
      deplacements = try reader.objects("deplacements")
    }

    package var json: JSONValue {
      [
        "jours": .count(jours),
        "examinees": .count(examinees),
        "ailleurs": .count(ailleurs),
        "deplacements": .list(deplacements),
      ]
    }
  }
}
