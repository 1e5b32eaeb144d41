"""Which part of a saved page is the article: menus, shares and « on the same subject » boxes dropped.

No class name of any site is known here, only words that sites use in theirs. A box that such a word names
is dropped when it holds less than half of the page's prose, so that an unlucky name never loses the article.
"""

from __future__ import annotations

import re

from relecture.reading.markers import FURNITURE_WORDS
from relecture.reading.tree import Node

#: Never the article, whatever they hold.
_DROPPED = frozenset(
    "script style noscript template svg canvas video audio object embed iframe form button select input "
    "textarea nav aside footer dialog head map menu del".split()
)
_DROPPED_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_BOXES = frozenset({"div", "section", "ul", "ol", "header", "table", "figure", "p"})
#: A box of links: at least so many, making up at least so much of its text.
_LINKS = 3
_LINK_SHARE = 0.7
#: A paragraph of so many characters beside it is part of the article too.
_PARAGRAPH = 40
#: A child that holds this share of the prose is where the article is.
_SHARE = 0.7
#: A paragraph of so many characters beside it is part of the article too.
_PARAGRAPH = 40


def words(node: Node) -> frozenset[str]:
    """The words of an element's class, id and itemprop: « article__chapo » gives article and chapo."""
    named = f"{node.get('class')} {node.get('id')} {node.get('itemprop')}"
    return frozenset(_WORD.findall(re.sub(r"([a-z])([A-Z])", r"\1 \2", named).lower()))


def prune(root: Node) -> None:
    """Take out of the tree what is not the article and does not depend on how much there is."""
    root.children = [c for c in root.children if not (isinstance(c, Node) and _never(c))]
    for child in root.nodes():
        prune(child)


def _never(node: Node) -> bool:
    return (
        node.tag in _DROPPED
        or node.get("role") in _DROPPED_ROLES
        or "hidden" in node.attributes
        or node.get("aria-hidden") == "true"
        or bool(_HIDING.search(node.get("style")))
    )


class Prose:
    """How much text each element holds, links counted apart; the article is chosen with it."""

    def __init__(self, root: Node) -> None:
        self._sizes: dict[Node, tuple[int, int, int]] = {}
        self._measure(root, linked=False)
        self._total = self.size(root)

    def _measure(self, node: Node, *, linked: bool) -> tuple[int, int, int]:
        """(characters, those in links, links)"""
        linked = linked or node.tag == "a"
        size = in_links = 0
        links = int(node.tag == "a")
        for child in node.children:
            if isinstance(child, Node):
                inner = self._measure(child, linked=linked)
                size, in_links, links = size + inner[0], in_links + inner[1], links + inner[2]
            else:
                length = sum(len(run.text.strip()) for run in child)
                size, in_links = size + length, in_links + length * linked
        self._sizes[node] = (size, in_links, links)
        return self._sizes[node]

    def size(self, node: Node) -> int:
        """Characters of *node* that are in no link."""
        size, in_links, _ = self._sizes[node]
        return size - in_links

    def furniture(self, node: Node) -> bool:
        """True for a box that its name, or its being made of links, tells apart from the article."""
        size, in_links, links = self._sizes[node]
        if node.tag in _BOXES and links >= _LINKS and in_links >= _LINK_SHARE * size:
            return True
        return bool(words(node) & FURNITURE_WORDS) and 2 * self.size(node) < self._total

    def article(self, root: Node) -> Node:
        """The smallest element that holds most of the prose; an ``article`` or ``main`` around it wins."""
        found, named = root, None
        while True:
            if named is None and found.tag in ("article", "main"):
                named = found
            inner = [child for child in found.nodes() if not self.furniture(child)]
            best = max(inner, key=self.size, default=None)
            if best is None or self.size(best) < _SHARE * self.size(found) or best.tag not in _CONTAINERS:
                return named or found
            if any(child.tag == "p" and self.size(child) >= _PARAGRAPH for child in inner):
                return named or found
            found = best


_CONTAINERS = frozenset(
    {"html", "body", "div", "section", "article", "main", "center", "table", "tbody", "tr", "td"}
)
