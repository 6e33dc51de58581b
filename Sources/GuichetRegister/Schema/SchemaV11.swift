/// The eleventh schema: facts about the office, of which there are few, are found without reading those of all demandes.
enum SchemaV11 {
  static let sql = "CREATE INDEX fait_bureau ON fait (nature, seq) WHERE numero IS NULL"
}
