/// The fifth schema: who has a demande in hand and until when, and the names by which one is looked for.
enum SchemaV5 {
  static let sql = """
    ALTER TABLE demande ADD COLUMN preneur INTEGER REFERENCES agent;
    ALTER TABLE demande ADD COLUMN priseJusque INTEGER;
    CREATE INDEX demande_prise ON demande (preneur, priseJusque) WHERE preneur IS NOT NULL;

    -- A family's names in the form in which they are compared, see MotsDeNom; only those that its form bears now.
    CREATE TABLE recherche (mot TEXT NOT NULL, numero INTEGER NOT NULL, PRIMARY KEY (mot, numero)) STRICT, WITHOUT ROWID;
    -- Those of the last demandes, on their way there: in the order of arrival, which writes no page anywhere else.
    CREATE TABLE rechercheRecente (numero INTEGER NOT NULL, mot TEXT NOT NULL, PRIMARY KEY (numero, mot)) STRICT,
      WITHOUT ROWID;
    """
}
