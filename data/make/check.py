"""Checks every table against the rules in data/README.md and prints what breaks them.

    python data/make/check.py
"""

import pathlib
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent

def codes():
    lines = (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {line.split("\t")[0] for line in lines} | {"-"}


COLUMNS = {
    "cities": "name country population ambiguous",
    "common_words": "word",
    "countries": "code name aliases demonyms capitals",
    "given_names": "name gender",
    "governments": "country offices",
    "honorifics": "phrase gender office",
    "leaders": "name country",
    "named_days": "phrase month_day country",
    "organisations": "name abbreviation country",
    "people_nouns": "phrase",
    "portfolios": "phrase",
    "post_nominals": "phrase",
    "qualifiers": "phrase qualifier",
    "ranks": "phrase canonical services grade",
    "regions": "name country kind",
    "site_nouns": "phrase",
    "roles": "phrase kind shape takes plural weak",
    "thing_nouns": "noun surname",
    "unique_offices": "office country",
}
KINDS = """head-of-state head-of-government minister deputy-minister ambassador envoy legislator judiciary military police
regional royal religious spokesperson international administrator""".split()
WORDS = {
    ("cities", "ambiguous"): ["yes", "-"],
    ("given_names", "gender"): ["m", "f", "u"],
    ("honorifics", "gender"): ["m", "f", "-"],
    ("honorifics", "office"): ["yes", "-"],
    ("qualifiers", "qualifier"): "acting former deputy designate interim outgoing incoming".split(),
    ("organisations", "country"): [*codes(), "*"],
    ("ranks", "services"): "army navy air-force marines coast-guard police -".split(),
    ("ranks", "grade"): [f"OF-{n}" for n in range(1, 11)] + [f"OR-{n}" for n in range(1, 10)] + ["-"],
    ("regions", "kind"): ["region", "water", "site"],
    ("roles", "kind"): KINDS,
    ("roles", "shape"): ["head"],
    ("roles", "takes"): "of for to at in on from within -".split(),
    ("roles", "weak"): ["yes", "-"],
    ("thing_nouns", "surname"): ["yes", "-"],
    ("unique_offices", "country"): [*codes()],
}


def faults(table, columns, known):
    text = (DATA / f"{table}.tsv").read_text(encoding="utf-8")
    if not text.endswith("\n") or "\r" in text or '"' in text:
        yield "a carriage return, a quotation mark or no last line end"
    header, *lines = text.splitlines()
    if header != "# " + "\t".join(columns):
        yield f"header {header!r}"
    rows = [line.split("\t") for line in lines]
    keys = [row[0] if table != "cities" else None for row in rows]
    if table != "cities" and keys != sorted(keys):
        yield "not sorted"
    seen = set()
    for number, row in enumerate(rows, 2):
        if len(row) != len(columns):
            yield f"line {number}: {len(row)} columns"
            continue
        for column, cell in zip(columns, row):
            values = cell.split("|")
            if any(not value or value != value.strip() or "  " in value for value in values):
                yield f"line {number}: {column} {cell!r}"
            allowed = WORDS.get((table, column)) or (known if column == "country" else None)
            if allowed and not set(values) <= set(allowed):
                yield f"line {number}: {column} {cell!r} is not known"
        key = (row[0], row[columns.index("country")] if "country" in columns else "")
        if key in seen:
            yield f"line {number}: {row[0]!r} again"
        seen.add(key)


def main():
    known, broken = codes(), False
    for table, columns in COLUMNS.items():
        for fault in faults(table, columns.split(), known):
            print(f"{table}.tsv: {fault}")
            broken = True
    sys.exit(broken)


main()
