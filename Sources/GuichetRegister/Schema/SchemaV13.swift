/// The thirteenth schema: reads of personal data are removed by whole months from the front of their chain, of which the last
/// hash stays; nothing else of it is ever changed.
enum SchemaV13 {
  static let sql = """
    -- What was removed, stretch by stretch: what is left proves itself from the hash of the last one. Written before
    -- anything is removed, and all that allows it.
    CREATE TABLE accesOte (
      premier INTEGER PRIMARY KEY,
      dernier INTEGER NOT NULL,
      -- Of the last entry.
      chaine BLOB NOT NULL,
      -- The beginning of the month after, and when this was written: twelve months later, but for a clock that is set.
      avant INTEGER NOT NULL,
      oteLe INTEGER NOT NULL,
      CHECK (dernier >= premier AND oteLe - avant >= 364 * 86400000000)
    ) STRICT;
    CREATE TRIGGER accesOte_par_mois_entiers BEFORE INSERT ON accesOte
      WHEN NOT (NEW.premier IS (SELECT min(seq) FROM acces)
        AND NEW.premier IS 1 + coalesce((SELECT dernier FROM accesOte ORDER BY premier DESC LIMIT 1), 0)
        AND NEW.chaine IS (SELECT chaine FROM acces WHERE seq = NEW.dernier)
        AND (SELECT instant FROM acces WHERE seq = NEW.dernier) < NEW.avant
        AND coalesce((SELECT instant >= NEW.avant FROM acces WHERE seq = NEW.dernier + 1), TRUE)
        -- Midnight of a first day of the month, in any zone of France: from UTC-10 to UTC+12.
        AND strftime('%d', NEW.avant / 1000000 + 43200, 'unixepoch') IS '01')
      BEGIN SELECT RAISE(ABORT, 'les consultations ne s''ôtent que par mois entiers, depuis la première'); END;
    CREATE TRIGGER accesOte_sans_modification BEFORE UPDATE ON accesOte
      BEGIN SELECT RAISE(ABORT, 'ce qui reste des consultations ôtées ne se modifie pas'); END;
    CREATE TRIGGER accesOte_sans_suppression BEFORE DELETE ON accesOte
      BEGIN SELECT RAISE(ABORT, 'ce qui reste des consultations ôtées ne se supprime pas'); END;

    CREATE TRIGGER acces_a_la_suite BEFORE INSERT ON acces
      WHEN NEW.seq IS NOT 1 + max(coalesce((SELECT max(seq) FROM acces), 0),
        coalesce((SELECT dernier FROM accesOte ORDER BY premier DESC LIMIT 1), 0))
      BEGIN SELECT RAISE(ABORT, 'les consultations s''écrivent à la suite'); END;
    CREATE TRIGGER acces_sans_modification BEFORE UPDATE ON acces
      BEGIN SELECT RAISE(ABORT, 'les consultations ne se modifient pas'); END;
    CREATE TRIGGER acces_sans_suppression BEFORE DELETE ON acces
      WHEN NOT (OLD.seq <= coalesce((SELECT dernier FROM accesOte ORDER BY premier DESC LIMIT 1), 0)
        AND NOT EXISTS (SELECT 1 FROM acces WHERE seq < OLD.seq))
      BEGIN SELECT RAISE(ABORT, 'les consultations ne s''ôtent que par mois entiers, depuis la première'); END;
    """
}
