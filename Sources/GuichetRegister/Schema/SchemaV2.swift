/// The second schema: since when a demande is where it is, the communes it could mean, locks, transfers, and the LINF that
/// it left. What is new is filled by the step after it.
enum SchemaV2 {
  static let sql = """
    ALTER TABLE demande ADD COLUMN depuis INTEGER NOT NULL DEFAULT 0;
    -- Code and name of each commune, one a line.
    ALTER TABLE demande ADD COLUMN candidats TEXT;
    ALTER TABLE demande ADD COLUMN verrou INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE demande ADD COLUMN transfertLe TEXT;
    CREATE INDEX demande_transfert ON demande (transfertLe) WHERE transfertLe IS NOT NULL;

    -- The LINF that a demande left and when, for what they still see of it.
    CREATE TABLE depart (linf TEXT NOT NULL, numero INTEGER NOT NULL, le INTEGER NOT NULL, PRIMARY KEY (numero, linf))
      STRICT, WITHOUT ROWID;
    CREATE INDEX depart_recent ON depart (linf, le);

    -- The day up to whose rattachements it was done.
    ALTER TABLE reroutage ADD COLUMN jour TEXT;
    """
}
