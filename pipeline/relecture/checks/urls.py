"""Web addresses: is this one well formed, and if not, why and what was probably meant.

Nothing is fetched: only the form is judged (RFC 3986 for the parts, RFC 1035 for host names).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

_SCHEMES = frozenset({"http", "https", "ftp", "ftps"})
#: What a writer types where the address will go.
_PLACEHOLDERS = frozenset(
    {"#", "//", "lien", "link", "url", "adresse", "href", "source", "todo", "tk", "xxx", "xx"}
)
#: Endings that look like a top-level domain and are none: slips of the keyboard, « gouv » without « .fr ».
_NOT_TLD = frozenset({"con", "cmo", "ocm", "comm", "xom", "vom", "ogr", "rog", "ffr", "frr", "rf", "gouv"})


#: Hosts whose every path is a DOI.
_DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})


class Flaw(StrEnum):
    """What is wrong with an address."""

    EMPTY = "empty"
    PROSE = "prose"
    SCHEME = "scheme"
    SPACE = "space"
    HOST = "host"
    NO_SCHEME = "no-scheme"
    STRAY = "stray"
    LOCAL = "local"
    MAIL = "mail"
    DOI = "doi"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The flaw of an address and the address that was probably meant, when one can be guessed."""

    flaw: Flaw
    suggestion: str | None = None


@cache
def _parts() -> re.Pattern[str]:
    # A word, a colon (or what was typed for it), slashes (or what was typed for them), the rest.
    return re.compile(
        r"(?P<scheme>[A-Za-z]{2,7})(?P<sep>\s?[:;]?\s?[/\\]{1,3}\s?|:(?=www|\w[\w-]*\.\w))(?P<rest>\S*)"
    )


@cache
def _host() -> re.Pattern[str]:
    label = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
    return re.compile(
        rf"(?:[^\s@/]{{1,60}}@)?(?:localhost|(?:{label}\.){{1,8}}(?:[^\W\d_]{{2,24}}|xn--\w+)\.?|[\d.]{{7,15}})(?::\d{{1,5}})?"
    )


@cache
def candidates() -> re.Pattern[str]:
    """What a reader would take for a web address in running text, well formed or not."""
    return re.compile(
        r"(?<![\w@/.\\-])(?:"
        r"[A-Za-z]{3,7}\ ?[:;]?\ ?(?://|\\\\|/(?=\w{2,40}\.\w)|(?<=[:;])/)\ ?\S+"
        r"|https?:(?=www|\w[\w-]*\.\w)\S+|https?www\.\S+"
        r"|(?i:w{2,4}[.,])[\w-]{2,}\S*|www\.\ [\w-]{2,}\.\w{2}\S*"
        r")"
    )


@cache
def doi() -> re.Pattern[str]:
    """« doi:10.1000/182 » in running text, well formed or not; what follows « 10 » is its number."""
    return re.compile(r"(?<!\w)(?:doi|DOI)\s?:\s?(?P<number>10[\d.,;:]\S*)")


def judge_doi(number: str) -> Verdict | None:
    """What is wrong with the *number* of a DOI."""
    if re.match(r"10\.\d{4,9}(?:\.\d+)*/\S", number):
        return None
    mended = re.sub(r"^10[.,;:]?(?=\d{4,9}/)", "10.", number)
    return Verdict(Flaw.DOI, mended if mended != number else None)


def one_slip_apart(word: str, other: str) -> bool:
    """True when one insertion, deletion, substitution or swap of neighbours turns *word* into *other*."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    at = next(
        (i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    rest, goal = word[at:], other[at:]
    if rest[1:] == goal or rest == goal[1:] or rest[1:] == goal[1:]:
        return True
    return len(rest) > 1 and rest[1:2] + rest[:1] + rest[2:] == goal


def near_scheme(word: str) -> str | None:
    """« http » or « https » when *word* is one of them or one slip away from one; ``None`` otherwise."""
    word = word.lower()
    for scheme in ("https", "http"):
        if word == scheme:
            return scheme
    slip = next((s for s in ("http", "https") if one_slip_apart(word, s)), None)
    # Its letters in any order: « hppt ».
    jumbled = 4 <= len(word) <= 6 and {"h", "t", "p"} <= set(word) <= set("htps")
    return slip or (("https" if "s" in word else "http") if jumbled else None)


def judge(address: str) -> Verdict | None:
    """What is wrong with *address*, an absolute web address as written; ``None`` when nothing is."""
    address = address.strip()
    if address.lower() in _PLACEHOLDERS:
        return Verdict(Flaw.EMPTY)
    if address.lower().startswith("mailto:"):
        return (
            None
            if re.fullmatch(r"mailto:[^@\s]+@[^@\s]+\.\w{2,}(?:\?.*)?", address, re.I)
            else Verdict(Flaw.MAIL)
        )
    if re.match(r"(?:file:|https?://(?:localhost|127\.0\.0\.1)\b)", address, re.I):
        return Verdict(Flaw.LOCAL)
    glued = re.fullmatch(r"(https?)(www\..+)", address, re.I)
    if glued:
        return Verdict(Flaw.SCHEME, f"{glued[1].lower()}://{glued[2]}")
    stray = re.fullmatch(r"([a-z]+://[^\s«»“”\[\]]+)[«»“”\]]+", address, re.I)
    if stray:
        return Verdict(Flaw.STRAY, stray[1])
    parts = _parts().fullmatch(address)
    if parts is None:
        return _judge_schemeless(address)
    scheme, sep, rest = parts["scheme"].lower(), parts["sep"], parts["rest"]
    meant = near_scheme(scheme)
    if meant is None:
        return None if scheme in _SCHEMES else Verdict(Flaw.PROSE)
    nested = _parts().match(rest)
    if nested and near_scheme(nested["scheme"]) and nested["sep"].strip() in {"://", ":/", "//"}:
        # An archive quotes a whole address in its path; a host never is one.
        return Verdict(Flaw.SCHEME, f"{near_scheme(nested['scheme'])}://{nested['rest']}")
    good = f"{meant}://{rest}"
    if scheme != meant or sep.strip() != "://":
        return Verdict(Flaw.SCHEME, good)
    if sep != "://":
        return Verdict(Flaw.SPACE, good)
    return _judge_host(meant, rest)


def _judge_schemeless(address: str) -> Verdict | None:
    if not address:
        return Verdict(Flaw.EMPTY)
    if not re.match(r"w{2,4}[.,]", address.lower()):
        return None
    tight = address.replace(" ", "")
    if tight != address:
        return Verdict(Flaw.SPACE, f"https://{tight}")
    return _judge_host("https", address) or Verdict(Flaw.NO_SCHEME, f"https://{address}")


def _judge_host(scheme: str, rest: str) -> Verdict | None:
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].lower()
    tail = rest[len(host) :]
    if host in _DOI_HOSTS and len(tail) > 1 and not re.match(r"/(?:10\.\d{4,9}(?:\.\d+)*/\S|[a-z])", tail):
        mended = re.sub(r"^/10[,;:]?(?=\d{4,9}/)", "/10.", tail)
        return Verdict(Flaw.DOI, f"{scheme}://{host}{mended}" if mended != tail else None)
    twice = re.match(rf"/https?://{re.escape(host)}(?=/|$)", tail, re.I)
    if twice:
        return Verdict(Flaw.HOST, f"{scheme}://{host}{tail[twice.end() :]}")
    mended = re.sub(r"\.{2,}|,", ".", re.sub(r"^w{2}\.|^w{4}\.|^www(?=[a-z-]{3,63}\.[a-z.]+$)", "www.", host))
    labels = mended.rstrip(".").split(".")
    if labels[-1] == "gouv":
        mended = mended.rstrip(".") + ".fr"
    whole = _host().fullmatch(host) is not None and mended == host
    short = labels[0] == "www" and len(labels) < 3
    if whole and not short and labels[-1].split(":")[0].lower() not in _NOT_TLD:
        return None
    usable = mended != host and _host().fullmatch(mended) and not short
    return Verdict(Flaw.HOST, f"{scheme}://{mended}{tail}" if usable else None)
