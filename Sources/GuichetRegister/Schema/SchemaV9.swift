/// The ninth schema: the mails that were decided, and how far each has come.
enum SchemaV9 {
  static let sql = """
    CREATE TABLE envoi (
      -- Random, committed before anything is written under it: names the file and the Message-ID.
      id TEXT PRIMARY KEY,
      numero INTEGER NOT NULL REFERENCES demande,
      nature TEXT NOT NULL,
      -- See Envoi.Objet.texte.
      objet TEXT NOT NULL,
      linf TEXT NOT NULL,
      decideLe INTEGER NOT NULL,
      -- aEcrire, remis, aRetirer, retire.
      etat TEXT NOT NULL,
      -- NULL once nothing is to be done any more.
      expire INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX envoi_numero ON envoi (numero);
    -- No family is reminded twice of the same, whatever the program believes.
    CREATE UNIQUE INDEX envoi_rappel ON envoi (numero, objet) WHERE nature = 'rappel';
    CREATE INDEX envoi_a_faire ON envoi (decideLe) WHERE etat IN ('aEcrire', 'aRetirer');
    CREATE INDEX envoi_expire ON envoi (expire) WHERE expire IS NOT NULL;
    """
}
