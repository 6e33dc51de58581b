#!/usr/bin/env python3
"""The rival: what one would write in an afternoon to register the same formulaires.

    compare.py DOSSIER REFERENTIEL BASE

For every *.json of DOSSIER: orjson parse, routing by two dictionaries (INSEE code, or postal code and name, to commune;
commune to LINF) made from the CSV files of REFERENTIEL, one row. 512 rows a transaction, WAL with synchronous=FULL; the
files are unlinked after their COMMIT. No validation, no doublon keys, no journal. Prints one JSON object; the time runs
from the first listing of DOSSIER to the last unlink (neither Python's start nor the reading of the CSV files count).
"""

import csv
import json
import os
import resource
import sqlite3
import sys
import time

import orjson


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def normalise(name):
    return name.upper().replace("-", " ").replace("'", " ").strip()


def main():
    folder, referentiel, base = sys.argv[1:4]
    communes = {
        (row["Code_postal"], normalise(row["Nom_de_la_commune"])): row["Code_commune_INSEE"]
        for row in rows(f"{referentiel}/codes-postaux.csv")
    }
    linf = {
        row["codeInsee"]: row["linf"]
        for row in rows(f"{referentiel}/rattachements.csv")
        if row["codeInsee"] and not row.get("codePostal") and not row.get("voie")
    }
    database = sqlite3.connect(base, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute(
        "CREATE TABLE demande(id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, linf TEXT, codeInsee TEXT,"
        " deposeeLe TEXT, formulaire BLOB NOT NULL)"
    )
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cpu = usage.ru_utime + usage.ru_stime
    start = time.perf_counter()
    names = sorted(name for name in os.listdir(folder) if name.endswith(".json"))
    for first in range(0, len(names), 512):
        batch = names[first : first + 512]
        values = []
        for name in batch:
            with open(f"{folder}/{name}", "rb") as file:
                bytes = file.read()
            form = orjson.loads(bytes)
            place = form["besoin"]["lieu"] or form["demandeur"]["adresse"]
            insee = place["codeInsee"] or communes.get((place["codePostal"], normalise(place["commune"])))
            values.append((form["reference"], linf.get(insee), insee, form["deposeeLe"], bytes))
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO demande(reference, linf, codeInsee, deposeeLe, formulaire) VALUES(?, ?, ?, ?, ?)", values
        )
        database.execute("COMMIT")
        for name in batch:
            os.unlink(f"{folder}/{name}")
    seconds = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "formulaires": len(names),
                "secondes": seconds,
                "parSeconde": len(names) / seconds,
                "cpuSecondes": usage.ru_utime + usage.ru_stime - cpu,
                "memoireMax": usage.ru_maxrss * 1024,
            }
        )
    )


main()
