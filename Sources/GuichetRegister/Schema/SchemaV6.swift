/// The sixth schema: what falls due and when, what échéances were computed by, and when families would like to be called.
enum SchemaV6 {
  static let sql = """
    -- A bit for each part of the week, see Rappel.semaine.
    ALTER TABLE demande ADD COLUMN creneaux INTEGER NOT NULL DEFAULT 0;

    -- What falls due, rewritten with the demande's row: of each nature, the next level only.
    CREATE TABLE tache (
      numero INTEGER NOT NULL,
      nature TEXT NOT NULL,
      niveau TEXT NOT NULL,
      due INTEGER NOT NULL,
      PRIMARY KEY (numero, nature, niveau)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tache_due ON tache (due);

    -- See Horloges.empreinte; one row.
    CREATE TABLE horloges (id INTEGER PRIMARY KEY CHECK (id = 1), empreinte TEXT NOT NULL) STRICT;
    INSERT INTO horloges VALUES (1, '');
    """
}
