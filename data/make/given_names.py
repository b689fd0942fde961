"""Makes given_names.tsv from the packages `names` and `Faker` and from given_names_more.tsv.

    pip install names==0.3.0 Faker==40.54.0
    python data/make/given_names.py
"""

import csv
import importlib
import pathlib
import pkgutil
import re
import unicodedata

import faker.providers.person
import names

DATA = pathlib.Path(__file__).resolve().parent.parent

# A name so high in the census needs no second source. Lower ones are often surnames and errors.
CENSUS_SURE = {"f": 1300, "m": 700}

# Longer lists hold every rare name of a country; a name of theirs needs a second source.
SURE_LIST_MOST = 520

# Lists that repeat another.
SKIPPED_LOCALES = {"fr_QC"}

# Words of English, titles and places that some list has as a given name.
NOT_NAMES = set(
    """
    An And Are As At Be But By Can Chief Do For Has He Her His How I If In Is It Le Long Major Many Man Me My No Not
    Of On Or Our Out Prince Princess See She So Than That The Their They This To Up Us We Were Who Why You Your Early
    Lord Lady King Queen Duke Earl Baron Deputy Minister President Person Mister Miss Doctor State Board Army Navy
    Soldier Officer General Private Sergeant Young New Old Great Little Big Green Brown Black White America Britain
    England Ireland Scotland Wales China India Africa Asia Israel Jordan London Paris Berlin Rome Athens Houston Dallas
    Washington Denver Sydney Melbourne Perth Adelaide Brooklyn Boston Lincoln Austin Phoenix Cuba Chad Mali Georgia
    Kenya Haiti Cairo Geneva Vienna Milan Verona Valencia Florida Carolina Dakota Nevada Arizona Tennessee Virginia
    Indiana Montana Savannah Alexandria Victoria Kingston Holland Trinidad Providencia Mercy Peace Joy Hope Faith Honour
    Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April May June July August
    September October November December Easter Christmas Season Spring Summer Autumn Winter North South East West
    Will Bill Grant Frank Mark Price Rich Rob Art Dean Bishop Judge Love Star Golden Royal Foreign Minute Merit Power
    Wish Wonder Ask Cure Fair Gift Goods Guard Hall House Law Land Market Mission Patience Prudence Trust Truth Page
    Second Son Sky Sea Sage Rain Ocean River Forest Field Dawn Dusk Noon Sun Moon Storm Precious Blessing Favour Goodness
    Thanks Ever Ann's Saint San Santa Made Line Among Job Lot Soon Ties Wage Else Urban Loan Forum Marine Constant Lies Floor Owe Sole Gun
    Valid Harsh Jail Kick Fares Junior Jet Charity Thi Comfort Del De La Las Los El Al Van Von Ten Bin Ben's
    """.split()
)
# Of those, the ones that are far more often a person than anything else in the news.
KEPT = set(
    """
    Mark Grant Frank Bill Will Rob Rich Art Dean Young Long Jordan Austin Lincoln Israel Victoria Virginia Georgia
    Sydney Adelaide Dakota Savannah Alexandria Carolina Milan Verona Chad Kenya Florida Geneva Joy Hope Faith Grace
    April May June August Dawn Prince Wales Patience Prudence Precious Blessing Mercy Earl Duke King Royal Page Land Hall
    """.split()
) - set("Young Long Wales Florida Royal Hall Land King Duke Earl Prince Page Kenya".split())


def fold(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()


def latin(name):
    return all(unicodedata.name(c, "").startswith(("LATIN", "HYPHEN", "APOSTROPHE")) for c in name)


def title(name):
    return "-".join(part[:1].upper() + part[1:].lower() for part in name.split("-"))


def add(found, name, gender, sure=True):
    name = name.strip()
    if name.isupper():
        name = title(name)
    if not 2 <= len(name) <= 20 or not latin(name) or not name[0].isupper():
        return
    if name in NOT_NAMES - KEPT:
        return
    found.setdefault(fold(name), {"forms": [], "genders": {"m": 0, "f": 0, "u": 0}, "sure": False})
    entry = found[fold(name)]
    entry["forms"].append(name)
    entry["genders"][gender] += 1
    entry["sure"] |= sure or len(entry["forms"]) > 2


def census(found):
    folder = pathlib.Path(names.__file__).parent
    shares, sure = {}, set()
    for gender, file in (("f", "dist.female.first"), ("m", "dist.male.first")):
        for line in (folder / file).read_text().splitlines():
            name, share, _, place = line.split()
            shares.setdefault(title(name), {})[gender] = float(share)
            if int(place) <= CENSUS_SURE[gender]:
                sure.add(title(name))
    for name, by_gender in shares.items():
        most = max(by_gender.values())
        # A name that one sex has ten times as often as the other is that sex's.
        for gender, share in by_gender.items():
            if share * 10 >= most:
                add(found, name, gender, name in sure)


def faker_lists(found):
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if not module.ispkg or module.name in SKIPPED_LOCALES:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            matched = re.fullmatch(r"first_(?:romanized_)?names_(female|male)", attribute)
            if not matched:
                continue
            listed = [name for name in getattr(provider, attribute) or () if isinstance(name, str)]
            for name in listed:
                add(found, name, matched[1][0], len(listed) <= SURE_LIST_MOST)


def by_hand(found):
    for line in (DATA / "make" / "given_names_more.tsv").read_text().splitlines()[1:]:
        gender, listed = line.split("\t")
        for name in listed.split("|"):
            add(found, name, gender)


def main():
    found = {}
    census(found)
    faker_lists(found)
    by_hand(found)
    rows = []
    for entry in found.values():
        if not entry["sure"]:
            continue
        # The commonest spelling stands for all that fold alike; where equal, the one with its accents.
        form = max(entry["forms"], key=lambda f: (entry["forms"].count(f), not f.isascii(), f))
        genders = entry["genders"]
        if genders["u"] or (genders["m"] and genders["f"] and min(genders["m"], genders["f"]) * 5 > max(genders["m"], genders["f"])):
            gender = "u"
        else:
            gender = "m" if genders["m"] > genders["f"] else "f"
        rows.append((form, gender))
    rows.sort()
    with open(DATA / "given_names.tsv", "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(("# name", "gender"))
        writer.writerows(rows)


main()
