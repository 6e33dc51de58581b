/// The fourth schema: by which day the last demandes were routed, so that none that was recorded after midnight is
/// forgotten.
enum SchemaV4 {
  static let sql = """
    ALTER TABLE reroutage ADD COLUMN jourAncien TEXT;
    """
}
