/// The seventh schema: the contacts with families, for what is asked of many at once: who is to be called next, and at which
/// half-days families answer.
enum SchemaV7 {
  static let sql = """
    CREATE TABLE contact (
      numero INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      survenuLe INTEGER NOT NULL,
      enregistreLe INTEGER NOT NULL,
      linf TEXT,
      sens TEXT NOT NULL,
      canal TEXT NOT NULL,
      resultat TEXT NOT NULL,
      aRappelerLe INTEGER,
      PRIMARY KEY (numero, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contact_moment ON contact (linf, survenuLe);
    CREATE INDEX contact_rappel ON contact (aRappelerLe) WHERE aRappelerLe IS NOT NULL;
    """
}
