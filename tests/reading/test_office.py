"""Word and OpenDocument: the final version's text, its roles and places; damaged and hostile files."""

from __future__ import annotations

import io
import struct
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from office_support import odt, odt_xml, packed, word, word_xml
from reading_support import check_cover, check_map, mapped
from relecture.errors import InputError
from relecture.reading import package as package_module
from relecture.reading import read_bytes
from relecture.reading.runs import Run, SourceMap, mended
from relecture.types import SegmentRole, Text

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in (
        ("Titre", "Title", ""),
        ("Sous", "Subtitle", ""),
        ("Titre1", "heading 1", ""),
        ("Inter", "Inter maison", '<w:basedOn w:val="Titre1"/>'),
        ("Lgende", "caption", ""),
        ("Cit", "Quote", ""),
        ("Note", "Note interne", "<w:rPr><w:vanish/></w:rPr>"),
        ("Boucle", "A", '<w:basedOn w:val="Boucle"/>'),
    )
)


def _p(runs: str, style: str = "", mark: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{mark}</w:pPr>{runs}</w:p>"


def _r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _word(body: str, links: dict[str, str] | None = None) -> Text:
    text = read_bytes(word(body, styles=STYLES, links=links), path="a.docx")
    check_map(text, word_xml(body))
    check_cover(text)
    return text


def _odt(body: str, styles: str = "", meta: str = "") -> Text:
    text = read_bytes(odt(body, styles=styles, meta=meta), path="a.odt")
    check_map(text, odt_xml(body, styles))
    check_cover(text)
    return text


def _roles(text: Text) -> list[tuple[str, str]]:
    inner = (SegmentRole.LINK_LABEL, SegmentRole.MARKUP)
    return [(s.role.value, s.span.of(text.raw)) for s in text.segments if s.role not in inner]


# ---------------------------------------------------------------- Word


def test_word_styles_say_the_role() -> None:
    text = _word(
        _p(_r("La digue tient"), "Titre")
        + _p(_r("Elle a résisté."), "Sous")
        + _p(_r("Le maire parle."))
        + _p("")
        + _p(_r("La suite"), "Inter")
        + _p(_r("« Ouf », dit-il."), "Cit")
        + _p(_r("La digue, hier."), "Lgende")
        + _p(_r("Un mot."), "Boucle")
        + _p(_r("Source : RTE"))
    )
    assert _roles(text) == [
        ("headline", "La digue tient"),
        ("standfirst", "Elle a résisté."),
        ("body", "Le maire parle."),
        ("heading", "La suite"),
        ("quote", "« Ouf », dit-il."),
        ("caption", "La digue, hier."),
        ("body", "Un mot."),
        ("source", "Source : RTE"),
    ]


def test_without_styles_roles_are_guessed_as_in_plain_text() -> None:
    text = _word(_p(_r("La digue tient")) + _p(_r("Le maire parle.")) + _p(_r("-")) + _p(_r("Il rit.")))
    assert [role for role, _ in _roles(text)] == ["headline", "body", "artefact", "body"]


def test_the_first_heading_is_the_headline_when_nothing_is_titled() -> None:
    text = _word(_p(_r("La digue"), "Titre1") + _p(_r("Un mot.")) + _p(_r("Suite"), "Titre1") + _p(_r("Fin.")))
    assert [role for role, _ in _roles(text)] == ["headline", "body", "heading", "body"]


def test_deleted_and_hidden_text_is_not_the_article() -> None:
    text = _word(
        _p(
            _r("Le parc fournit ")
            + "<w:del><w:r><w:delText>13</w:delText></w:r></w:del>"
            + f"<w:ins>{_r('12')}</w:ins>"
            + f"<w:moveFrom>{_r(' ici')}</w:moveFrom>"
            + f"<w:moveTo>{_r(' MW')}</w:moveTo>"
            + _r(" secrets", "<w:vanish/>")
            + _r(" ouverts", '<w:vanish w:val="0"/>')
            + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            + _r(".")
        )
        + _p(_r("Note au chef."), "Note")
    )
    assert text.raw == "Le parc fournit 12 MW ouverts."


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    text = _word(_p(_r("Le parc fournit "), mark="<w:rPr><w:del/></w:rPr>") + _p(_r("12 MW.")) + _p(_r("Fin.")))
    assert text.raw == "Le parc fournit 12 MW.\n\nFin."


def test_word_characters_scripts_links_tables_and_boxes() -> None:
    box = f"<w:txbxContent>{_p(_r('Encadré'))}</w:txbxContent>"
    choices = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
    cells = "".join(f"<w:tc>{_p(_r(c))}</w:tc>" for c in ("Ault", "3 MW"))
    text = _word(
        _p(
            f"<w:r>{both}</w:r>"
            + _r("10")
            + _r("6", '<w:vertAlign w:val="superscript"/>')
            + _r(" CO")
            + _r("2", '<w:vertAlign w:val="subscript"/>')
            + "<w:r><w:tab/><w:t>Saint</w:t><w:noBreakHyphen/><w:t>Malo</w:t><w:br/><w:t>kilo</w:t>"
            + "<w:softHyphen/><w:t>watt e\u0301te\u0301 \ufb01n </w:t></w:r>"
            + f'<w:hyperlink r:id="r9">{_r("RTE")}</w:hyperlink>'
        )
        + f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>",
        links={"r9": "https://rte.example/b"},
    )
    assert text.raw == "10⁶ CO2\tSaint\u2011Malo\nkilowatt été fin RTE\n\nEncadré\n\nAult\t3 MW\nAult\t3 MW"
    assert [(link.label.of(text.raw), link.address) for link in text.links] == [
        ("RTE", "https://rte.example/b")
    ]


def test_word_places_name_the_part_the_paragraph_and_the_characters() -> None:
    body = _p(_r("Un.")) + _p(_r("Deux ") + _r("mots & plus."))
    text = _word(body)
    second = text.segments[1]
    assert second.locator == "word/document.xml#/document/body[1]/p[2]"
    place = SourceMap(text.source_map).project(second.span)
    assert place is not None
    assert place.of(word_xml(body)).startswith("Deux </w:t>")
    assert place.of(word_xml(body)).endswith("mots &amp; plus.")


def test_text_raised_by_points_is_superscript_and_a_nudge_is_not() -> None:
    raised = [_r("6", f'<w:position w:val="{half_points}"/>') for half_points in ("8", "-8", "2")]
    text = _word(_p(_r("10") + raised[0]) + _p(_r("CO") + raised[1]) + _p(_r("10") + raised[2]))
    assert text.raw == "10⁶\n\nCO6\n\n106"


def test_word_metadata() -> None:
    core = '<c:p xmlns:c="c" xmlns:d="d"><d:title>La digue</d:title><d:language>en-US</d:language></c:p>'
    text = read_bytes(word(_p(_r("Un mot.")), core=core), path="a.docx")
    assert text.metadata == {"title": "La digue"}


def test_a_document_of_python_docx_is_read() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("La digue tient", 0)
    document.add_paragraph("Le maire parle.").add_run(" Fort.").bold = True
    document.add_heading("La suite", 2)
    document.add_paragraph("Ouf.", style="Quote")
    buffer = io.BytesIO()
    document.save(buffer)
    text = read_bytes(buffer.getvalue(), path="a.docx")
    assert _roles(text) == [
        ("headline", "La digue tient"),
        ("body", "Le maire parle. Fort."),
        ("heading", "La suite"),
        ("quote", "Ouf."),
    ]


# ---------------------------------------------------------------- OpenDocument

ODT_STYLES = (
    '<style:style style:name="P1" style:parent-style-name="T"/><style:style style:name="T" '
    'style:display-name="Title"/><style:style style:name="Heading_20_2"/>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="E"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="I"><style:text-properties style:text-position="sub 58%"/></style:style>'
    '<style:style style:name="Quotations"/><style:style style:name="Illustration"/>'
)


def test_odt_styles_deletions_and_hidden_text() -> None:
    text = _odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Supprimé 13</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:h text:style-name="P1">La digue</text:h>'
        '<text:p>Elle vaut\n   <text:change text:change-id="c"/>10<text:span text:style-name="E">6</text:span> '
        "euros, "
        'CO<text:span text:style-name="I">2</text:span><text:span text:style-name="H"> caché</text:span>'
        "<office:annotation><text:p>Vérifier</text:p></office:annotation><text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note>.</text:p>"
        '<text:h text:style-name="Heading_20_2">La suite</text:h><text:p text:style-name="H">Caché.</text:p>'
        '<text:section text:display="none"><text:p>Caché.</text:p></text:section>'
        '<text:p text:style-name="Quotations">« Ouf »</text:p>'
        '<text:p text:style-name="Illustration">La photo</text:p>',
        ODT_STYLES,
    )
    assert _roles(text) == [
        ("headline", "La digue"),
        ("body", "Elle vaut 10⁶ euros, CO2."),
        ("heading", "La suite"),
        ("quote", "« Ouf »"),
        ("caption", "La photo"),
    ]


def test_odt_blanks_lists_tables_links_and_boxes() -> None:
    cells = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in ("Ault", "3 MW"))
    text = _odt(
        '<text:p>Un<text:s text:c="2"/>mot<text:tab/>et<text:line-break/>la ligne '
        '<text:a xlink:href="https://rte.example">RTE</text:a><draw:frame><draw:text-box><text:p>Encadré</text:p>'
        "</draw:text-box></draw:frame></text:p>"
        "<text:list><text:list-item><text:p>un</text:p></text:list-item></text:list>"
        f"<table:table><table:table-header-rows><table:table-row>{cells}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cells}</table:table-row></table:table>"
    )
    assert text.raw == "Un  mot\tet\nla ligne RTE\n\nEncadré\n\nun\n\nAult\t3 MW\nAult\t3 MW"
    assert [(link.label.of(text.raw), link.address) for link in text.links] == [("RTE", "https://rte.example")]
    assert text.segments[0].locator == "content.xml#/document-content/body[1]/text[1]/p[1]"


def test_odt_metadata() -> None:
    text = _odt("<text:p>Un mot.</text:p>", meta="<dc:title>La digue</dc:title><dc:language>fr</dc:language>")
    assert text.metadata == {"title": "La digue", "language": "fr"}


# ---------------------------------------------------------------- any words, in both

WORDS = st.text(
    alphabet=st.sampled_from('aéà ’«»\u00a0\u202f⚡👩🔧&<>"12,%\u0301\u00ad\ufb01'), min_size=1, max_size=20
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_any_words_are_shown_and_found_again(paragraphs: list[list[str]]) -> None:
    words = [["Titre"], *paragraphs]
    in_word = _word("".join(_p("".join(_r(run) for run in runs)) for runs in words))
    spans = ("".join(f"<text:span>{escape(run)}</text:span>" for run in runs) for runs in words)
    in_odt = _odt("".join(f"<text:p>{p}</text:p>" for p in spans))
    shown = ["".join("".join(r.text for r in mended([Run(run)])) for run in runs).strip() for runs in words]
    shown = [paragraph for paragraph in shown if paragraph]
    assert in_word.raw.split("\n\n") == shown
    assert in_odt.raw.replace(" ", "").split("\n\n") == [paragraph.replace(" ", "") for paragraph in shown]
    for text in (in_word, in_odt):
        assert mapped(text).replace(" ", "") == text.raw.replace("\n\n", "").replace(" ", "")


# ---------------------------------------------------------------- bad files

ONE = word(_p(_r("Un mot.")))
BOMB = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.docx", ONE[: len(ONE) // 2], "damaged or truncated: not a readable Word document"),
        ("a.docx", ONE[:-30], "damaged or truncated"),
        ("a.docx", b"Un texte", "damaged or truncated"),
        ("a.odt", b"PK\x03\x04" + b"\x00" * 50, "damaged or truncated"),
        ("a.docx", packed({"a.txt": "x"}), "it has no part « word/document.xml »"),
        ("a.odt", packed({"content.xml": "<a>"}), "not well-formed XML"),
        ("a.odt", packed({"content.xml": "<a/>"}), "the OpenDocument file has no text"),
        ("a.docx", packed({"word/document.xml": "<a/>"}), "the Word document has no body"),
        ("a.docx", packed({"word/document.xml": f"{BOMB}<d>&b;</d>"}), "declares XML entities"),
        ("a.docx", packed({"word/document.xml": "<d>" * 300}), "not well-formed XML"),
        ("a.docx", packed({"word/document.xml": b"\x00" * 40_000_000}), "times its size"),
        ("a.docx", word(""), "no text"),
    ],
)
def test_damaged_and_hostile_files_are_refused(name: str, data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause) as caught:
        read_bytes(data, path=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_an_entity_bomb_is_never_expanded() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE d [<!ENTITY e0 "ha">{levels}]><d>&e11;</d>'
    with pytest.raises(InputError, match="entit"):
        read_bytes(packed({"content.xml": bomb}), path="a.odt")


def test_an_external_entity_is_not_fetched(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("x") / "secret.txt"
    secret.write_text("secret")
    bomb = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]><d>&e;</d>'
    with pytest.raises(InputError, match="declares XML entities"):
        read_bytes(packed({"content.xml": bomb}), path="a.odt")


def test_a_bit_flipped_in_a_part_is_told() -> None:
    at = ONE.index(b"word/document.xml") + 60
    data = ONE[:at] + bytes([ONE[at] ^ 0xFF]) + ONE[at + 1 :]
    with pytest.raises(InputError, match=r"cannot be unpacked|not well-formed"):
        read_bytes(data, path="a.docx")


def test_an_encrypted_part_is_told() -> None:
    data = bytearray(packed({"content.xml": "<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(InputError, match="protected by a password"):
        read_bytes(bytes(data), path="a.odt")


def test_a_huge_directory_is_refused_before_it_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("loaded"))
    data = bytearray(ONE)
    struct.pack_into("<I", data, data.rindex(b"PK\x05\x06") + 12, 0xFFFFFFFF)
    with pytest.raises(InputError, match="its directory is larger"):
        read_bytes(bytes(data), path="a.docx")


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MAX_MEMBERS", 3)
    with pytest.raises(InputError, match="5 files in it, 3 at most"):
        read_bytes(packed({f"{n}.xml": "x" for n in range(5)}), path="a.odt")


@given(st.binary(max_size=300), st.integers(0, len(ONE)))
def test_any_bytes_are_read_or_refused(junk: bytes, at: int) -> None:
    data = ONE[:at] + junk + ONE[at + len(junk) :]
    try:
        read_bytes(data, path="a.docx")
    except InputError:
        return
