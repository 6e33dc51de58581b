/// The first schema, as it was released: never edited, later steps follow it.
enum SchemaV1 {
  static let sql = """
    -- Lists of codes, referenced by key: they grow without a change of schema.
    CREATE TABLE nature (code TEXT PRIMARY KEY, libelle TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE etat (code TEXT PRIMARY KEY, libelle TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE raison (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    -- Who acts: id 0 is the rules themselves; logins stand here and nowhere else.
    CREATE TABLE agent (id INTEGER PRIMARY KEY, uid INTEGER, login TEXT NOT NULL, UNIQUE (uid, login)) STRICT;

    -- The journal: the truth, chained entry by entry. Instants are microseconds since 1970.
    CREATE TABLE fait (
      seq INTEGER PRIMARY KEY,
      numero INTEGER,
      enfant INTEGER,
      nature TEXT NOT NULL REFERENCES nature,
      survenuLe INTEGER NOT NULL,
      enregistreLe INTEGER NOT NULL,
      auteur INTEGER NOT NULL REFERENCES agent,
      version INTEGER NOT NULL,
      donnees BLOB,
      sel BLOB,
      empreinte BLOB NOT NULL,
      chaine BLOB NOT NULL
    ) STRICT;
    CREATE INDEX fait_numero ON fait (numero) WHERE numero IS NOT NULL;
    CREATE TRIGGER fait_sans_suppression BEFORE DELETE ON fait
      BEGIN SELECT RAISE(ABORT, 'le journal ne se supprime pas'); END;
    CREATE TRIGGER fait_sans_modification BEFORE UPDATE ON fait
      WHEN NOT (NEW.donnees IS NULL AND NEW.sel IS NULL AND NEW.seq IS OLD.seq AND NEW.numero IS OLD.numero
        AND NEW.enfant IS OLD.enfant AND NEW.nature IS OLD.nature AND NEW.survenuLe IS OLD.survenuLe
        AND NEW.enregistreLe IS OLD.enregistreLe AND NEW.auteur IS OLD.auteur AND NEW.version IS OLD.version
        AND NEW.empreinte IS OLD.empreinte AND NEW.chaine IS OLD.chaine)
      BEGIN SELECT RAISE(ABORT, 'le journal ne se modifie pas'); END;

    -- The indexed projection of the facts of each demande.
    CREATE TABLE demande (
      numero INTEGER PRIMARY KEY,
      origine TEXT NOT NULL,
      reference TEXT NOT NULL,
      empreinte BLOB NOT NULL,
      deposeeLe INTEGER NOT NULL,
      recueLe INTEGER NOT NULL,
      etat TEXT NOT NULL REFERENCES etat,
      linf TEXT,
      raison TEXT REFERENCES raison,
      marques TEXT NOT NULL,
      aVerifier INTEGER NOT NULL,
      urgente INTEGER NOT NULL,
      codeInsee TEXT,
      echeance INTEGER,
      motifCloture TEXT
    ) STRICT;
    CREATE UNIQUE INDEX demande_reference ON demande (reference, origine);
    CREATE INDEX demande_travail ON demande (etat, linf, urgente DESC, echeance, numero);
    CREATE INDEX demande_commune ON demande (codeInsee) WHERE codeInsee IS NOT NULL;
    CREATE INDEX demande_recue ON demande (recueLe);
    CREATE INDEX demande_a_verifier ON demande (numero) WHERE aVerifier = 1;

    -- Keys by which another demande of the same family is found.
    CREATE TABLE doublon (cle INTEGER NOT NULL, numero INTEGER NOT NULL, PRIMARY KEY (cle, numero)) STRICT, WITHOUT ROWID;

    -- Files that were refused.
    CREATE TABLE rejet (
      id TEXT PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES fait,
      etat TEXT NOT NULL,
      auDepot INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rejet_etat ON rejet (etat, id);

    -- Versions of the référentiel, as the bytes that were loaded; equal files are kept once.
    CREATE TABLE referentielPiece (empreinte BLOB PRIMARY KEY, contenu BLOB NOT NULL) STRICT;
    CREATE TABLE referentiel (
      version INTEGER NOT NULL,
      nom TEXT NOT NULL,
      empreinte BLOB NOT NULL REFERENCES referentielPiece,
      PRIMARY KEY (version, nom)
    ) STRICT, WITHOUT ROWID;
    -- The version for which waiting demandes have all been routed again; one row.
    CREATE TABLE reroutage (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL) STRICT;

    -- Reads of personal data: a chain of their own.
    CREATE TABLE acces (
      seq INTEGER PRIMARY KEY,
      instant INTEGER NOT NULL,
      agent INTEGER NOT NULL REFERENCES agent,
      methode TEXT NOT NULL,
      nombre INTEGER NOT NULL,
      chaine BLOB NOT NULL
    ) STRICT;
    """

  /// Rows that the tables start with.
  static let firstRows = """
    INSERT INTO agent VALUES (0, NULL, 'guichet');
    INSERT INTO reroutage VALUES (1, 0);
    """
}
