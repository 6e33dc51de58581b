/// The third schema: the communes that a demande could mean in a form that can grow, and the département of a family that
/// another Caf serves.
enum SchemaV3 {
  static let sql = """
    -- candidats is a JSON array from here on: an object for each commune.
    UPDATE demande SET candidats = NULL;
    ALTER TABLE demande ADD COLUMN departement TEXT;
    """
}
