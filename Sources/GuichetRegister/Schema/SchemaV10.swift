/// The tenth schema: into which demande one was merged, and the keys by which its family is found again beside its row.
/// Addresses have keys of spans of days that lie side by side now: all keys are made anew.
enum SchemaV10 {
  static let sql = """
    ALTER TABLE demande ADD COLUMN fusionneeDans INTEGER;
    CREATE INDEX demande_fusion ON demande (fusionneeDans) WHERE fusionneeDans IS NOT NULL;
    -- Those of its form as it stands now, with commas between them, see CleDoublon.
    ALTER TABLE demande ADD COLUMN cles TEXT NOT NULL DEFAULT '';

    ALTER TABLE doublon RENAME TO doublonAncien;
    CREATE TABLE doublon (cle INTEGER NOT NULL, numero INTEGER NOT NULL, PRIMARY KEY (cle, numero)) STRICT, WITHOUT ROWID;

    -- Rows made anew have no échéance: all are computed again at the start.
    UPDATE horloges SET empreinte = '';
    """

  /// What is left once all rows are made anew.
  static let apres = "DROP TABLE doublonAncien"
}
