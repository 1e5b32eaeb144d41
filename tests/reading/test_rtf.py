"""RTF: escapes, code pages, hidden and deleted text, styles, places in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_support import FIGURES, check_cover
from relecture.errors import InputError
from relecture.reading import read_bytes
from relecture.reading.runs import Run, SourceMap, mended
from relecture.types import SegmentRole, Text

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}"
    r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Title;}{\*\cs3 Car;}{\s4 Quote;}{\s5 L\'e9gende;}}"
    r"{\info{\title La digue tient}{\author Ana}}{\*\generator X;}"
    "\r\n"
)


def _read(body: str | bytes) -> Text:
    data = HEAD.encode("ascii") + (body.encode("ascii") if isinstance(body, str) else body) + b"}"
    text = read_bytes(data, path="a.rtf")
    check_cover(text)
    source, end = data.decode("latin-1"), 0
    for t0, t1, s0, s1 in text.source_map:
        assert end <= t0 < t1 <= len(text.raw)
        assert 0 <= s0 < s1 <= len(source)
        shown, written = text.raw[t0:t1], source[s0:s1]
        assert (
            shown == written or not written.isascii() or "\\" in written or shown.translate(FIGURES) == written
        )
        end = t1
    return text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"L'\'e9t\'e9 \'ab \'e0 la Une \'bb", "L'été « à la Une »"),
        (r"\u233?t\u233\'e9 \u8239?%", "été \u202f%"),
        (r"{\uc2\u233ee}t{\uc0\u233}t", "été" + "t"),
        (r"\u-10179?\u-8935? \u10067?", "\U0001f519 ❓"),
        (r"d\rquote a \endash  b\~c\_d kilo\-watts", "d’a – b\u00a0c\u2011d kilowatts"),
        (r"{\f1 Wa\'b3\'easa} \'e9", "Wałęsa é"),
        (r"e\u769?t e\u769?", "ét é"),
        (r"10{\super 6} m{\super 2} CO{\sub 2}", "10⁶ m² CO2"),
        (r"un\line deux\tab trois \{x\} \\", "un\ndeux\ttrois {x} \\"),
        ("mot\r\ncoup\u00e9".encode("cp1252"), "motcoupé"),
        (r"a{\v cach\'e9}{\v0 b}{\deleted c}{\*\unknown d}{\footnote e}{\pict 0102}{\b f}\bin3 {{{g", "abfg"),
        (r"10{\up8 6} CO{\dn6 2} m{\up 2} 10{\up2 6}", "10⁶ CO2 m² 106"),
        (r"{\listtext 1.\tab}un", "un"),
    ],
)
def test_characters(written: str | bytes, shown: str) -> None:
    assert _read(written).raw == shown


def test_styles_say_the_role_and_the_title_is_metadata() -> None:
    text = _read(
        r"\pard\s2 La digue tient\par\pard\s0 Le maire parle.\par\pard\s1 La suite\par\pard\s4 Ouf.\par"
        r"\pard\s5 La photo\par\pard Source : RTE\par\par"
    )
    assert [(s.role, s.span.of(text.raw)) for s in text.segments] == [
        (SegmentRole.HEADLINE, "La digue tient"),
        (SegmentRole.BODY, "Le maire parle."),
        (SegmentRole.HEADING, "La suite"),
        (SegmentRole.QUOTE, "Ouf."),
        (SegmentRole.CAPTION, "La photo"),
        (SegmentRole.SOURCE, "Source : RTE"),
    ]
    assert text.metadata == {"title": "La digue tient"}
    assert text.segments[1].locator == "p[2]"
    assert text.source.encoding == "cp1252"


def test_links_and_tables() -> None:
    text = _read(
        r'Voir {\field{\*\fldinst{HYPERLINK "https://rte.example/b"}}{\fldrslt{\ul le bilan}}} ici.\par'
        r"\trowd\intbl Ault\cell 3 MW\cell\row\intbl Eu\cell 4 MW\cell\row"
    )
    assert text.raw == "Voir le bilan ici.\n\nAult\t3 MW\nEu\t4 MW"
    assert [(link.label.of(text.raw), link.address) for link in text.links] == [
        ("le bilan", "https://rte.example/b")
    ]


def test_places_are_byte_offsets() -> None:
    text = _read(r"Un \'e9t\'e9.")
    place = SourceMap(text.source_map).project(text.segments[0].span)
    assert place is not None
    assert (HEAD + r"Un \'e9t\'e9.")[place.start : place.end] == r"Un \'e9t\'e9."


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"Un texte", "no RTF document"),
        (b"{\\rtf1 " + b"{" * 600, "nested deeper than 500"),
        (b"{\\rtf1 {\\v secret}}", "no text"),
        (b"{\\rtf1 " + b"mot " * 260_000 + b"}", "an article may hold"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause):
        read_bytes(data, path="a.rtf")


def test_a_truncated_file_is_read_and_told() -> None:
    text = read_bytes(HEAD.encode() + b"Un mot {\\b de", path="a.rtf")
    assert text.raw == "Un mot de"
    assert [note.code for note in text.diagnostics] == ["truncated"]


WORDS = st.text(
    alphabet=st.sampled_from('aéàœ’«»\u00a0\u202f⚡👩🔧{}\\"12,%\u0301\u00ad\ufb01'), min_size=1, max_size=20
)


def _escaped(char: str) -> str:
    if char in "{}\\":
        return "\\" + char
    if char.isascii():
        return char
    units = char.encode("utf-16-le")
    values = [int.from_bytes(units[n : n + 2], "little") for n in range(0, len(units), 2)]
    return "".join(f"\\u{v - 65536 if v > 32767 else v}?" for v in values)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_words_are_shown(paragraphs: list[str]) -> None:
    words = ["Titre", *paragraphs]
    text = _read("\\par\n".join("".join(map(_escaped, p)) for p in words))
    shown = ["".join(run.text for run in mended([Run(p)])).strip() for p in words]
    assert text.raw.split("\n\n") == [p for p in shown if p]


@given(
    st.lists(
        st.sampled_from(
            [
                r"\par ",
                r"\v",
                r"\u233?",
                r"\u-10179?",
                r"\'e9",
                "{",
                "}",
                r"\*",
                r"\super ",
                r"\fldrslt",
                r"{\fldinst HYPERLINK " + '"x"}',
                "mot ",
                r"\bin9 ",
                "\\",
                r"\f1",
                r"\s1",
                r"\uc0 ",
                r"\info",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_no_tokens_break_the_reader(body: str) -> None:
    assert _read(f"Mot. {body}").raw.startswith("Mot.")
