/// The twelfth schema: the families that were erased, so that none comes back.
enum SchemaV12 {
  static let sql = """
    CREATE TABLE efface (
      numero INTEGER PRIMARY KEY,
      -- A keyed digest of its origine and reference, see EmpreinteDEffacement.
      empreinte BLOB NOT NULL UNIQUE,
      le INTEGER NOT NULL,
      -- No copy of what was erased is left in the file either.
      complet INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX efface_incomplet ON efface (numero) WHERE complet = 0;
    -- The key of those digests; one row.
    CREATE TABLE cleDesEffacements (id INTEGER PRIMARY KEY CHECK (id = 1), cle BLOB NOT NULL) STRICT;
    INSERT INTO cleDesEffacements VALUES (1, randomblob(32));
    """
}
