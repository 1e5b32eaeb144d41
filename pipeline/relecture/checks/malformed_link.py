"""A link or an address that leads nowhere.

What is judged is the form, never the network: a Markdown link whose target is empty, is a piece of
prose, repeats the article, lacks its closing parenthesis or its « https:// »; an address with a slip in
« http », in its slashes or in its host name, in running text or in a link.

A target that repeats the article's own text is the cause of the duplicated passage: both are one
finding, whose evidence is the link and the passage it repeats.

A link without text, to a local file or machine, or with a word where its address will go (« lien »), is one too.

Not judged: relative targets (« /etude », « page.html », « #notes »), `tel:`, notes (« [1] »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relecture.checks.base import Rule, evidence, finding
from relecture.checks.broken_links import broken_links, cut_addresses, mended
from relecture.checks.prose import sentences
from relecture.checks.urls import Flaw, candidates, doi, judge, judge_doi
from relecture.settings import Settings
from relecture.text import fold
from relecture.types import Article, Evidence, Finding, Link, Safety, Severity, Span

RULE = Rule(
    slug="malformed-link",
    code="S01",
    family="S",
    severity=Severity.ERROR,
    title={"fr": "Lien ou adresse mal formés", "en": "Malformed link or address"},
    why={
        "fr": "Un lien dont la cible n’est pas une adresse ne mène nulle part, et son texte peut fuir dans l’article.",
        "en": "A link whose target is no address leads nowhere, and its text may leak into the article.",
    },
    messages={
        "empty": {
            "fr": "Le lien « {label} » n’a pas de cible.",
            "en": "The link “{label}” has no target.",
        },
        "prose": {
            "fr": "Le lien « {label} » ne mène à aucune adresse : sa cible est un passage de texte.",
            "en": "The link “{label}” leads to no address: its target is a piece of text.",
        },
        "repeat": {
            "fr": "Le lien « {label} » ne mène à aucune adresse : sa cible répète le texte de l’article.",
            "en": "The link “{label}” leads to no address: its target repeats the article’s own text.",
        },
        "unclosed": {
            "fr": "Le lien « {label} » est mal refermé : il manque un crochet ou une parenthèse.",
            "en": "The link “{label}” is not closed: a bracket or a parenthesis is missing.",
        },
        "spaced": {
            "fr": "Le lien « {label} » est rompu : rien ne doit séparer le crochet de la parenthèse.",
            "en": "The link “{label}” is broken: nothing may stand between bracket and parenthesis.",
        },
        "scheme": {
            "fr": "L’adresse « {address} » ne peut pas s’ouvrir : elle doit commencer par « https:// » ou « http:// ».",
            "en": "The address “{address}” cannot open: it must start with “https://” or “http://”.",
        },
        "no-scheme": {
            "fr": "La cible « {address} » sera lue comme une page du site : il manque « https:// ».",
            "en": "The target “{address}” will be read as a page of this site: “https://” is missing.",
        },
        "space": {
            "fr": "L’adresse « {address} » est coupée par une espace.",
            "en": "The address “{address}” is cut by a space.",
        },
        "host": {
            "fr": "L’adresse « {address} » ne peut pas s’ouvrir : son nom de domaine est mal formé.",
            "en": "The address “{address}” cannot open: its domain name is malformed.",
        },
        "stray": {
            "fr": "L’adresse « {address} » se termine par un signe de trop.",
            "en": "The address “{address}” ends with a stray sign.",
        },
        "local": {
            "fr": "L’adresse « {address} » ne s’ouvre que sur l’ordinateur de son auteur.",
            "en": "The address “{address}” only opens on its author’s computer.",
        },
        "unlabelled": {
            "fr": "Le lien vers « {address} » n’a pas de texte : le lecteur ne le verra pas.",
            "en": "The link to “{address}” has no text: readers will not see it.",
        },
        "doi": {
            "fr": "« {address} » n’est pas un DOI : il commence par « 10. », des chiffres et une barre.",
            "en": "“{address}” is no DOI: one starts with “10.”, figures and a slash.",
        },
        "mail": {
            "fr": "L’adresse électronique « {address} » est incomplète : où est la fin du nom de domaine ?",
            "en": "The e-mail address “{address}” is incomplete: where does its domain end?",
        },
    },
    flagged=(
        "Le détail figure dans [le rapport annuel](voir la page suivante du dossier).",
        "Le dossier est en ligne (htps://www.mairie-exemple.fr/dossier).",
        "Lire aussi : [La carte des puits](https://www.exemple.fr/carte-des-puits",
        "Les inscriptions se font sur https://www.festival-exemple,fr/billets dès lundi.",
    ),
    accepted=(
        "Le détail figure dans [le rapport annuel](https://www.exemple.fr/rapport.pdf).",
        "La méthode est expliquée plus bas[1], et dans [les notes](#notes).",
        "Renseignements sur www.mairie-exemple.fr ou à [la mairie](mailto:contact@mairie-exemple.fr).",
        "Le train roule à 300 km/h et/ou s’arrête en gare.",
    ),
    false_positives=(
        "Une adresse volontairement fautive, citée pour mettre en garde contre un hameçonnage.",
        "Un hôte interne sans point (« https://intranet/ »).",
    ),
)

#: What may follow an address without belonging to it.
_TRAILING = ".,;:!?»”\"'…*_>"
#: Characters of a label or an address quoted in a message.
_SHOWN = 44
#: A target longer than this is no address (checks.md, S01).
_LONGEST_ADDRESS = 500


def check(article: Article, settings: Settings) -> Iterator[Finding]:
    """Links of the reader first, then what looks like a link or an address in the rest of the text."""
    taken = [link.span for link in article.text.links]
    for link in article.text.links:
        yield from _link(article, settings, link)
    for pattern, key in broken_links(article.text.folded):
        for match in pattern.finditer(article.text.folded):
            span = Span(match.start(), match.end())
            if not any(span.overlaps(t) for t in taken):
                taken.append(span)
                label = _short(match["label"])
                suggestion = mended(match)
                yield finding(
                    RULE,
                    settings,
                    [evidence(article, span, "lien")],
                    key,
                    confidence=0.95,
                    suggestion=suggestion,
                    label=label,
                )
    yield from _addresses(article, settings, taken)


def _link(article: Article, settings: Settings, link: Link) -> Iterator[Finding]:
    raw = article.text.raw
    target = re.sub(r"\s+[\"'(].*$", "", _target(link, raw).strip()).strip("<>")
    label = _short(link.label.of(raw))
    whole = evidence(article, link.span, "lien")
    repeated = _repeated(article, link)
    if repeated is not None:
        yield finding(
            RULE,
            settings,
            [whole, repeated],
            "repeat",
            confidence=0.99,
            suggestion=_from_label(link.label.of(raw)),
            label=label,
        )
        return
    key, suggestion = _flaw(target, link.closed)
    if key is None and link.address is None and not label.strip() and target:
        key = "unlabelled"
    if key is None or (key == "no-scheme" and not label):
        return
    mended = f"[{link.label.of(raw)}]({suggestion})" if suggestion else _from_label(link.label.of(raw))
    if link.address is not None:
        mended = suggestion
    yield finding(
        RULE,
        settings,
        [whole],
        key,
        confidence=0.97,
        suggestion=mended,
        label=label,
        address=_short(target),
    )


def _target(link: Link, text: str) -> str:
    """What a link leads to, whether it is written in *text* or in the markup of the source."""
    return link.target.of(text) if link.address is None else link.address


def _flaw(target: str, closed: bool) -> tuple[str | None, str | None]:
    """The message key and the mended address of a link's *target*."""
    verdict = judge(target)
    if not closed and len(target) <= _LONGEST_ADDRESS:
        return "unclosed", (verdict.suggestion if verdict else target) or None
    if verdict is not None and verdict.flaw is not Flaw.PROSE:
        return verdict.flaw.value, verdict.suggestion
    if re.search(r"\s", target) or len(target) > _LONGEST_ADDRESS:
        return "prose", None
    return None, None


def _repeated(article: Article, link: Link) -> Evidence | None:
    """The passage of the prose that the target of *link* repeats, when it repeats most of it."""
    raw, prose = article.text.raw, article.text.prose
    target = fold(_target(link, raw))
    if len(target) < 40 or " " not in target.strip():
        return None
    places = []
    inside = sentences(target)
    for sentence in inside:
        at = prose.find(sentence.of(target))
        if at >= 0 and not link.span.contains(Span(at, at)):
            places.append(Span(at, at + len(sentence)))
    if sum(map(len, places)) < 0.5 * sum(map(len, inside)):
        return None
    passage = Span(min(p.start for p in places), max(p.end for p in places))
    return evidence(article, Span(passage.start, min(passage.end, len(raw))), "passage repris")


def _from_label(label: str) -> str | None:
    """A link to the site that the label names, when it names one."""
    name = label.strip().lower()
    return f"[{label}](https://{name}/)" if re.fullmatch(r"[\w-]{2,40}(?:\.[\w-]{2,40}){1,3}", name) else None


@cache
def _mail() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w@./])[\w.+-]{2,40}(?:@@+[\w.-]{2,60}\w|@[\w-]{2,40}(?:,\w{2,4}\b|\b(?![.@\w-])))"
    )


def _addresses(article: Article, settings: Settings, taken: list[Span]) -> Iterator[Finding]:
    text = article.text.folded
    for span, whole in cut_addresses(text):
        if not any(span.overlaps(t) for t in taken):
            taken.append(span)
            items = [evidence(article, span, "adresse")]
            address = _short(span.of(text))
            yield finding(RULE, settings, items, "space", confidence=0.9, suggestion=whole, address=address)
    slashes = any(mark in text for mark in ("/", "\\\\", "ttp", "ww"))
    for match in candidates().finditer(text) if slashes else ():
        address = _trimmed(match.group())
        span = Span(match.start(), match.start() + len(address))
        verdict = judge(address)
        if verdict is None or verdict.flaw in {Flaw.NO_SCHEME, Flaw.PROSE, Flaw.EMPTY}:
            continue
        if not any(span.overlaps(t) for t in taken):
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "adresse")],
                verdict.flaw.value,
                confidence=0.95,
                suggestion=verdict.suggestion,
                safety=Safety.TO_CONFIRM,
                address=_short(address),
            )
    for match in doi().finditer(text) if any(mark in text for mark in ("doi:", "doi :", "DOI")) else ():
        number = _trimmed(match["number"])
        flaw = judge_doi(number)
        span = Span(match.start(), match.start("number") + len(number))
        if flaw is not None and not any(span.overlaps(t) for t in taken):
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "adresse")],
                "doi",
                confidence=0.9,
                suggestion=flaw.suggestion and span.of(text).replace(number, flaw.suggestion),
                address=_short(number),
            )
    for match in _mail().finditer(text) if "@" in text else ():
        span = Span(match.start(), match.end())
        if not any(span.overlaps(t) for t in taken):
            yield finding(
                RULE,
                settings,
                [evidence(article, span, "adresse")],
                "mail",
                confidence=0.9,
                severity=Severity.WARNING,
                address=match.group(),
            )


def _trimmed(address: str) -> str:
    """*address* without the punctuation of the sentence around it; balanced parentheses stay."""
    while True:
        address = address.rstrip(_TRAILING)
        opening = {")": "(", "]": "["}.get(address[-1:])
        if opening is None or address.count(address[-1]) <= address.count(opening):
            return address
        address = address[:-1]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
