"""Percentages that stand beside a fraction, a multiple or a yearly rate, lists of shares, and falls."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from relecture.relations.amounts import Amount, Shape
from relecture.relations.lexicon import FALL, MULTIPLES
from relecture.relations.links import link
from relecture.relations.skeleton import Skeleton, marks_of, pattern
from relecture.types import Relation, RelationKind

_SOIT = r"(?:, ?soit|,? c'est-à-dire|\((?:soit|ou)?|, ou|:| –| —) ?"
#: Results can turn negative, and so fall by more than all they were; a spread or a swing too.
_SIGNED = (
    r"\b(?:résultats?|soldes?|bénéfices?|marges?|profits?|déficits?|pertes?|excédents?|ebitda|trésorerie|flux|volatil\w*"
    r"|températures?|capacité de financement|valeur nette|fonds propres|patrimoine net)\b"
)
_SEVERAL = r"\b(?:plusieurs réponses|réponses multiples|se recoupent|cumul\w+|à la fois|non exclusi\w+|respectivement)\b"
#: « 54 % des cadres » has its own base; « 54 % de nucléaire » and « 54 % pour » share one.
_OWN_BASE = r" ?(?:des|du|de la|de l'|d'entre|chez|parmi|dans|en|à|aux?|sur) "
#: Opinions that exclude one another: the base of the first share is that of all.
_OPPOSED = r"\b(?:défavorables?|opposé\w*|sans (?:opinion|avis)|ne se prononc\w+|indécis\w*|ne sa(?:vent|it) pas|hésit\w+|abstien\w+)\b"
#: How far apart the shares of a list stand at most; the same where what is said of each tells them apart.
_LONG, _LONGER = 45, 90
#: « 5 % par an » is a unit of its own; « 5 % l'an », « 5 % en moyenne annuelle » are not.
_RATE = r"(?:<U>|<P>(?= (?:par an|l'an|chaque année|annuels?|en moyenne annuelle|en rythme annuel)))"


def read(skeleton: Skeleton) -> Iterator[Relation]:
    """The percentages linked to something else than two values."""
    yield from _fractions(skeleton)
    yield from _multipliers(skeleton)
    yield from _yearly(skeleton)
    yield from _falls(skeleton)
    yield from _breakdowns(skeleton)
    yield from _numbered(skeleton)


def _fractions(skeleton: Skeleton) -> Iterator[Relation]:
    """« un quart des foyers (30 %) », « trois quarts, soit 68 % »."""
    for first, second in (("F", "P"), ("P", "F")):
        source = rf"(?P<a><{first}>)(?P<gap><g45>)(?P<said>{_SOIT}|, )<d>(?P<b><{second}>)(?= ?[),.;§]| d|$)(?P<so><h25> donc\b)?".replace(
            "§", "\ue0ff"
        )
        for match in skeleton.find(source):
            if pattern(r"\b(?:contre|dont|mais|tandis|et|pour)\b").search(match["gap"]):
                continue
            if match["said"] == ", " and not match["so"]:
                continue
            one, other = skeleton.amount(match, "a"), skeleton.amount(match, "b")
            fraction, share = (one, other) if first == "F" else (other, one)
            if share.quantity is None or share.quantity.text[:1] not in "+-–−":
                yield link(
                    RelationKind.EQUALITY,
                    "fraction",
                    skeleton.span(match),
                    {"source": fraction, "stated": share},
                )


def _multipliers(skeleton: Skeleton) -> Iterator[Relation]:
    """« le prix a doublé (+ 200 %) », « une hausse de 1 000 %, soit 20 fois plus »."""
    after = r"(?P<gap><g40>)(?:, ?(?:soit|c'est-à-dire)|,|:|\(| –| —)(?: (?:soit|c'est))? ?\+? ?<d>(?:hausse |augmentation |progression |inflation |croissance )?(?:de |d')?(?P<p><P>)"
    for word, factor in MULTIPLES:
        for match in skeleton.find(rf"(?<![\w-])(?:{word})(?!\w){after}"):
            yield from _multiplier(skeleton, match, None, factor)
    for match in skeleton.find(rf"multipli\w+ par <d>(?P<k><A>){after}"):
        yield from _multiplier(skeleton, match, skeleton.amount(match, "k"), None)
    for match in skeleton.find(rf"(?P<k><K>) plus(?! que){after}"):
        yield from _multiplier(skeleton, match, skeleton.amount(match, "k"), None)
    for match in skeleton.find(
        r"divis\w+ par <d>(?P<k><A>)(?P<gap><h40>)(?:, ?(?:soit|c'est-à-dire)|,|;|:|\(| –| —)(?: (?:soit|c'est))? ?(?:[–−-] ?)?(?:<d>(?:baisse|recul|réduction|diminution|chute|repli) (?:de |d'))?<d>(?P<p><P>)(?= ?[,.;:!)\ue0ff]|$| (?:lui|leur|qui|a|est|en|sur|depuis)\b)"
    ):
        yield from _multiplier(skeleton, match, skeleton.amount(match, "k"), None, inverse=True)
    before = r"(?:hausse|augmentation|progression|croissance|bond|\+) ?(?:de |d')?<d>(?P<p><P>)(?P<gap>)(?P<rest><h20>)(?:, ?soit|\(|:|, c'est-à-dire|,) ?"
    for match in skeleton.find(rf"{before}(?:un |une )?(?:multiplication par <d>(?P<k><A>)|(?P<k2><K>) plus)"):
        group = "k" if match["k"] else "k2"
        yield from _multiplier(skeleton, match, skeleton.amount(match, group), None)
    for word, factor in MULTIPLES:
        for match in skeleton.find(rf"{before}(?:le |la |un |une |elle |il )?(?:a )?(?:{word})(?!\w)"):
            yield from _multiplier(skeleton, match, None, factor)


def _multiplier(
    skeleton: Skeleton, match: re.Match[str], times: Amount | None, factor: int | None, *, inverse: bool = False
) -> Iterator[Relation]:
    if pattern(r"\b(?:contre|dont|mais|tandis|et|pour|au|à)\b").search(match["gap"]) or (
        times and times.shape is Shape.PERCENT
    ):
        return
    after = skeleton.text[match.start("p") + 1 : match.start("p") + 25]
    if pattern(r" ?contre\b| de (?:son|sa|ses|leurs?|ce)\b| d[eu]s? (?:niveau|la|l'|celui)| (?:des|du) ").match(
        after
    ):
        return
    yield link(
        RelationKind.RATIO,
        "percent",
        skeleton.span(match),
        {"times": times, "change": skeleton.amount(match, "p")},
        factor=factor,
        inverse=inverse,
        counted=times is not None and times.shape is Shape.TIMES,
    )


def _yearly(skeleton: Skeleton) -> Iterator[Relation]:
    """« 20 % en cinq ans, soit 5 % par an », « 2 % par an pendant trois ans, soit 9 % au total »."""
    span = r"(?:en|sur|pendant|durant|au bout de|après) <d>(?P<years><D>)"
    said = r"(?:,|\(|:) ?(?:soit|c'est|ou)? ?<d>(?:rythme |hausse |moyenne |croissance |total |cumul )?(?:annuelle? )?(?:de |d')?"
    for source in (
        rf"(?P<total><P>)<g25> {span}<g15>{said}(?P<rate>{_RATE})",
        rf"(?P<rate>{_RATE})<g15> {span}<g15>{said}(?P<total><P>)",
    ):
        for match in skeleton.find(source):
            total, rate, years = (skeleton.amount(match, g) for g in ("total", "rate", "years"))
            if years.canonical == "year" and _yearly_rate(rate):
                roles = {"total": total, "rate": rate, "years": years}
                yield link(RelationKind.CHANGE, "yearly", skeleton.span(match), {**roles}, factor=None)
    word = "|".join(f"(?P<m{n}>{source})" for n, (source, _) in enumerate(MULTIPLES[:2]))
    for match in skeleton.find(rf"(?<![\w-])(?:{word})(?!\w)<g30> {span}<g15>{said}(?P<rate>{_RATE})"):
        years = skeleton.amount(match, "years")
        if years.canonical == "year" and _yearly_rate(skeleton.amount(match, "rate")):
            factor = next(value for n, (_, value) in enumerate(MULTIPLES[:2]) if match[f"m{n}"])
            yield link(
                RelationKind.CHANGE,
                "yearly",
                skeleton.span(match),
                {"rate": skeleton.amount(match, "rate"), "years": years},
                factor=factor,
            )


def _yearly_rate(rate: Amount) -> bool:
    return rate.shape is Shape.PERCENT or rate.canonical == "percent/year"


def _falls(skeleton: Skeleton) -> Iterator[Relation]:
    """« une baisse de 120 % », « perdu 300 % », « 150 % moins cher »."""
    verb = rf"\b(?:{FALL})(?: [^\W\d]+){{0,3}} (?:de |d')?(?:près de )?(?P<p><P>)"
    for source in (
        verb,
        r"(?P<p><P>) (?:moins (?:cher|chère|chers|chères|coûteu\w+|élevé\w*|polluant\w*|lourd\w*|rapide\w*|puissant\w*|énergivore\w*)|de moins)\b",
    ):
        for match in skeleton.find_by(marks_of("P"), source):
            amount = skeleton.amount(match, "p")
            start, end = skeleton.sentence(match.start())
            if pattern(_SIGNED).search(skeleton.text, start, end):
                continue
            if pattern(r" (?:à|jusqu'à) <d><V>").match(skeleton.text, match.end()):
                continue  # « tombées de 168 à 121 % »
            yield link(RelationKind.CHANGE, "drop", skeleton.span(match), {"change": amount})


#: Things that share one whole.
_SHARED = r"\b(?:se partag\w+|se répartiss\w+|se disput\w+|s'affront\w+|s'oppos\w+|en lice|totalité|compos\w+|constitu\w+|départag\w+|restaient en course)\b"
_CHANGING = r"\b(?:hausse|baisse|augment\w*|recul\w*|progress\w*|gagn\w*|perd\w*|taux|croissance|inflation|rendement|remise|marge)\b"


def _numbered(skeleton: Skeleton) -> Iterator[Relation]:
    """« Trois listes s'affrontaient : 48 %, 31 % et 29 % »: as many shares as things announced, in two sentences at most."""
    for at in skeleton.positions:
        count = skeleton.marks[at]
        if count.shape is not Shape.COUNT or count.value not in range(3, 7):
            continue
        start, stop = skeleton.sentence(at)
        shared = pattern(_SHARED).search(skeleton.text, at, stop)
        for end in (stop, skeleton.sentence(stop + 1)[1] if stop + 1 < len(skeleton.text) else stop):
            found = skeleton.amounts_between(at + 1, end)
            parts = [a for _, a in found if a.shape is Shape.PERCENT]
            if len(parts) != count.value or not shared or len(found) != len(parts):
                continue
            if any(a.low is not None or a.quantity is None or a.quantity.text[:1] in "+-–−" for a in parts):
                continue
            text = skeleton.text[start:end]
            if not pattern(_SEVERAL).search(text) and not pattern(_CHANGING).search(text):
                yield link(
                    RelationKind.PARTITION,
                    "breakdown",
                    skeleton.source(at, found[-1][0] + 1),
                    {"parts": tuple(parts)},
                )
            break


def _breakdowns(skeleton: Skeleton) -> Iterator[Relation]:
    """« 45 % pour, 40 % contre et 30 % sans opinion »: three shares or more of one thing, in one sentence."""
    for start, end in skeleton.sentences():
        found = [(p, a) for p, a in skeleton.amounts_between(start, end) if a.shape is Shape.PERCENT]
        text = skeleton.text[start:end]
        if (
            len(found) < 3
            or pattern(_SEVERAL).search(text)
            or pattern(
                r"\b(?:hausse|baisse|augment\w*|recul\w*|progress\w*|contre \ue000|gagn\w*|perd\w*|taux|croissance|inflation|rendement|remise)\b"
            ).search(text)
        ):
            continue
        if len(found) != len(skeleton.amounts_between(start, end)):
            continue
        if any(a.low is not None or a.quantity is None or a.quantity.text[:1] in "+-–−" for _, a in found):
            continue
        followers = [skeleton.text[p + 1 : p + 16] for p, _ in found]
        gaps = [skeleton.text[a + 1 : b] for (a, _), (b, _) in itertools.pairwise(found)]
        opposed = pattern(_OPPOSED).search(text)
        longest = _LONGER if opposed else _LONG
        coordinated = all(len(g) <= longest and pattern(r"(?:,|;| et | ou )").search(g) for g in gaps)
        if (
            coordinated
            and " et " in gaps[-1] + text
            and (
                not any(pattern(_OWN_BASE).match(f) for f in followers[:-1])
                or (opposed and not any(pattern(_OWN_BASE).match(f) for f in followers[1:]))
            )
        ):
            yield link(
                RelationKind.PARTITION,
                "breakdown",
                skeleton.source(start, end),
                {"parts": tuple(a for _, a in found)},
            )
