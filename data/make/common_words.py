"""Makes common_words.tsv: words that government news writes small in the middle of a sentence.

The words are counted in the releases of ../shared/corpus (only the words are kept). Words that are
also a given name are left out, and so are surnames that the releases write with a capital in the
middle of a sentence more often than one time in three ("Price").

    pip install names==0.3.0
    python data/make/common_words.py ../shared/corpus
"""

import collections
import json
import pathlib
import re
import sys

import names as census

DATA = pathlib.Path(__file__).resolve().parent.parent
LEAST = 25
MOST = 4500
# How far down the census of surnames a word counts as one.
SURNAMES = 5_000

# Names too, but a word of the sentence nearly always.
ALWAYS = "will may so my an in long young many much an are more most see do can has major early may art be let".split()

# Not in the releases often enough, but they open sentences and headlines.
MORE = """
a about above across after again against ago albeit all almost along alongside already also although altogether always
am amid amidst among amongst an and another any anybody anyone anything anyway anywhere apart are around as aside at away
back be because been before beforehand behind being below beneath beside besides best better between beyond both but by
can cannot could despite did do does doing done down due during each earlier either else elsewhere enough especially
even ever every everybody everyone everything everywhere except few fewer finally first firstly following for former
formerly forthwith fortunately from further furthermore had african asian oceanian eurasian arab jewish european caribbean antisemitism covid lgbtqi  has have having he hence her here herein hers herself him
himself his hitherto how however i if in inasmuch indeed inside instead into is it its itself just last lastly late later
latter least less lest let like likewise many may me meanwhile might mine more moreover most mostly much must my myself
namely near nearby nearly neither never nevertheless next no nobody non none nonetheless nor not nothing notwithstanding now
nowhere of off often on once one only onto or other others otherwise ought our ours ourselves out outside over overall own
perhaps please previously prior quite rather recently regarding regardless respectively same second secondly shall she
should similarly since so some somebody someone something sometimes somewhere soon still subsequently such than that the
their theirs them themselves then thence there thereafter thereby therefore therein thereof these they third thirdly this
those though three through throughout thus till to today together tomorrow tonight too toward towards twice two under
undoubtedly unfortunately unless unlike until up upon us usually versus very via was we well were what whatever when
whenever where whereas whereby wherever whether which whichever while whilst who whoever whole whom whose why will with
within without would yes yesterday yet you your yours yourself yourselves
embargo embargoed update updated correction transcript readout photo photos picture pictured video caption speech release
statement remarks notes contact contacts enquiries inquiries media background ends issued published download related
annex appendix condole nominate
""".split()

# Counted, but an abbreviation, a piece of a name or of a web address.
NOT_WORDS = set("anid ain tion www com http https org gov au uk us usa pm am de la el al bin von van der le st mr mrs ms dr hon twitter facebook flickr instagram youtube html pdf ii iii iv vi vs ho con com rt sir al di van saint america ie eg etc non co pre re ex mid cent".split())


def fold_names():
    lines = (DATA / "given_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {line.split("\t")[0].lower() for line in lines}


def surnames():
    path = pathlib.Path(census.__file__).parent / "dist.all.last"
    return {line.split()[0].lower() for line in path.read_text().splitlines()[:SURNAMES]}


def main():
    small, capital = collections.Counter(), collections.Counter()
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line).get("text") or ""
            # A word after a word or a comma is in the middle of its sentence.
            for word in re.findall(r"(?<=[a-z,] )[A-Za-z][a-z]+(?![\w'’-])", text):
                (small if word[0].islower() else capital)[word.lower()] += 1
    names = fold_names() - set(ALWAYS)
    people = surnames()
    found = set(MORE)
    for word, count in small.most_common():
        if count < LEAST or len(found) >= MOST:
            break
        a_name = word in names or word in people and capital[word] * 2 > count and word not in ALWAYS
        if a_name or word in NOT_WORDS or len(word) < 2:
            continue
        found.add(word)
    rows = sorted(found)
    (DATA / "common_words.tsv").write_text("# word\n" + "".join(f"{word}\n" for word in rows), encoding="utf-8")


main()
