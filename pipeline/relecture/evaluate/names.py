"""Scoring people and organisations: mentions, clusters (B³) and roles."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from relecture.evaluate.gold import GoldArticle, Record
from relecture.evaluate.tally import Share, Tally, overlap

LABELS = ("PER", "ORG")
_COMPLEMENT = re.compile(r" (?=(?:de|du|des|à|au|aux|chez|dans|en|pour|dès)\b|d'|l'un)")
Key = tuple[int, int]


@dataclass(slots=True)
class NameScore:
    """The figures of issue 4.

    ``b3_precision`` and ``b3_recall`` follow Bagga and Baldwin (1998) over every PER and ORG mention, a
    mention that only one side has being worth 0; the ``matched`` pair is over the mentions both sides
    have, and so judges grouping apart from recognition.
    """

    mentions: dict[str, Tally] = field(default_factory=lambda: {label: Tally() for label in LABELS})
    b3_precision: Share = field(default_factory=Share)
    b3_recall: Share = field(default_factory=Share)
    matched_precision: Share = field(default_factory=Share)
    matched_recall: Share = field(default_factory=Share)
    roles: Tally = field(default_factory=Tally)
    titles: Tally = field(default_factory=Tally)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    role_errors: list[str] = field(default_factory=list)

    @property
    def both(self) -> Tally:
        """PER and ORG mentions together."""
        per, org = (self.mentions[label] for label in LABELS)
        return Tally(per.tp + org.tp, per.fp + org.fp, per.fn + org.fn)


def score_names(article: GoldArticle, given: list[Record], score: NameScore) -> None:
    """Add one article's people and organisations to *score*."""
    gold = [e for e in article.entities if e["label"] in LABELS]
    given = [e for e in given if e["label"] in LABELS]
    optional = [m for e in gold for m in e["mentions"] if m.get("optional")]
    for label in LABELS:
        _score_mentions(article, label, gold, given, optional, score)
    _score_clusters(_clusters(gold, optional), _clusters(given, optional), score)
    _score_roles(article, gold, given, score)


def _score_mentions(
    article: GoldArticle,
    label: str,
    gold: list[Record],
    given: list[Record],
    optional: list[Record],
    score: NameScore,
) -> None:
    expected = _keys(gold, label, optional)
    found = _keys(given, label, optional)
    tally = score.mentions[label]
    tally.tp += len(expected & found)
    for start, end in sorted(expected - found):
        tally.fn += 1
        score.missed.append(f"{article.name}: {label} « {article.text[start:end]} »")
    for start, end in sorted(found - expected):
        tally.fp += 1
        score.invented.append(f"{article.name}: {label} « {article.text[start:end]} »")


def _keys(entities: list[Record], label: str, optional: list[Record]) -> set[Key]:
    return {
        (m["start"], m["end"])
        for e in entities
        if e["label"] == label
        for m in e["mentions"]
        if not any(overlap(m, o) for o in optional)
    }


def _clusters(entities: list[Record], optional: list[Record]) -> dict[Key, frozenset[Key]]:
    """Each mention with the cluster it is in."""
    clusters = {}
    for entity in entities:
        keys = frozenset(_keys([entity], entity["label"], optional))
        clusters.update(dict.fromkeys(keys, keys))
    return clusters


def _score_clusters(
    gold: dict[Key, frozenset[Key]], given: dict[Key, frozenset[Key]], score: NameScore
) -> None:
    nothing: frozenset[Key] = frozenset()
    for key, cluster in given.items():
        score.b3_precision.add(len(cluster & gold.get(key, nothing)) / len(cluster))
    for key, cluster in gold.items():
        score.b3_recall.add(len(cluster & given.get(key, nothing)) / len(cluster))
    both = gold.keys() & given.keys()
    for key in both:
        one, other = gold[key] & both, given[key] & both
        score.matched_precision.add(len(one & other) / len(other))
        score.matched_recall.add(len(one & other) / len(one))


def _fold(name: str | None) -> str:
    plain = unicodedata.normalize("NFKC", name or "").replace("’", "'").casefold()
    for article in ("l'", "le ", "la ", "les "):
        plain = plain.removeprefix(article)
    return " ".join(plain.split())


def _score_roles(article: GoldArticle, gold: list[Record], given: list[Record], score: NameScore) -> None:
    aliases = {_fold(e["canonical"]): {_fold(m["text"]) for m in e["mentions"]} for e in gold}
    expected = [(e, r) for e in gold for r in e["roles"]]
    found = [(e, r) for e in given for r in e.get("roles") or ()]
    left = list(found)
    left_titles = list(found)
    for person, role in expected:
        same_title = [f for f in left_titles if _same_person(person, f[0]) and _same_title(role, f[1])]
        full = [f for f in same_title if f in left and _same_organisation(role, f[1], aliases)]
        best = (full or same_title)[:1]
        if not full and not role.get("optional"):
            score.role_errors.append(f"{article.name}: missing {_told(person, role)}")
        _count(score.titles, best, left_titles, role)
        _count(score.roles, full, left, role)
    score.titles.fp += len(left_titles)
    score.roles.fp += len(left)
    score.role_errors.extend(f"{article.name}: invented {_told(person, role)}" for person, role in left)


def _count(
    tally: Tally, hits: list[tuple[Record, Record]], left: list[tuple[Record, Record]], role: Record
) -> None:
    required = not role.get("optional")
    if hits:
        tally.tp += required
        left.remove(hits[0])
    else:
        tally.fn += required


def _told(person: Record, role: Record) -> str:
    return f"{person['canonical']}: {role['title']} @ {role.get('organisation') or '-'}"


def _same_person(gold: Record, given: Record) -> bool:
    return any(overlap(a, b) for a in gold["mentions"] for b in given["mentions"])


def _same_title(gold: Record, given: Record) -> bool:
    """True for equal titles, or when one has a complement more (« maire », « maire de la commune »)."""
    one, other = _fold(gold["title"]), _fold(given["title"])
    one_head, other_head = _COMPLEMENT.split(one)[0], _COMPLEMENT.split(other)[0]
    return one == other or (one_head == other_head and (one == one_head or other == other_head))


def _same_organisation(gold: Record, given: Record, aliases: dict[str, set[str]]) -> bool:
    """True when *gold* names none (the text does not say), or when the names are of one organisation."""
    if not gold.get("organisation"):
        return True
    name = _fold(gold["organisation"])
    return _fold(given.get("organisation")) in {name} | aliases.get(name, set())
