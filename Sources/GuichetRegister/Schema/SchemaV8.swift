/// The eighth schema: the rendez-vous, and the time of advisers that they take up.
enum SchemaV8 {
  static let sql = """
    -- The projection of the rendez-vous of each demande; instants are microseconds since 1970.
    CREATE TABLE rendezVous (
      numero INTEGER NOT NULL REFERENCES demande,
      id INTEGER NOT NULL,
      linf TEXT NOT NULL,
      debut INTEGER NOT NULL,
      fin INTEGER NOT NULL,
      mode TEXT NOT NULL,
      lieu TEXT,
      poste INTEGER NOT NULL,
      horsHoraires INTEGER NOT NULL,
      statut TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      modifieLe INTEGER NOT NULL,
      PRIMARY KEY (numero, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rendezVous_agenda ON rendezVous (linf, debut);
    CREATE INDEX rendezVous_debut ON rendezVous (debut);

    -- Each piece of five minutes of each adviser of each LINF, counted from 1970, is given once: two rendez-vous that meet
    -- cannot both be written, whatever the program believes.
    CREATE TABLE occupation (
      linf TEXT NOT NULL,
      poste INTEGER NOT NULL,
      granule INTEGER NOT NULL,
      numero INTEGER NOT NULL,
      id INTEGER NOT NULL,
      PRIMARY KEY (linf, poste, granule)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX occupation_rendezVous ON occupation (numero, id);
    """
}
