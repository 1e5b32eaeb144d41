"""The report as an editor uses it: read, walk with the keyboard, decide, export, come back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafts import AWKWARD, Draft, awkward, many
from relecture.checks.decisions import read_decisions

Open = Any

#: Counts the nodes that a key adds, removes or changes anywhere in the document.
COUNT_MUTATIONS = """
() => {
  window.touched = 0;
  new MutationObserver((records) => {
    for (const r of records) window.touched += 1 + r.addedNodes.length + r.removedNodes.length;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}
"""


def state(page: Any, index: int) -> str:
    return str(page.locator("#findings .row").nth(index).locator(".state").text_content())


def current(page: Any) -> int:
    opened = page.locator("#findings .row.open")
    return int(opened.get_attribute("data-index")) if opened.count() else -1


def test_the_text_is_the_source_to_the_character(open_report: Open) -> None:
    page = open_report(awkward())
    assert page.evaluate("document.getElementById('text').textContent") == AWKWARD
    assert page.title().startswith("Le réacteur")


def test_a_hostile_article_runs_nothing(open_report: Open) -> None:
    page = open_report(awkward())
    page.keyboard.press("j")
    assert page.locator("#text script, #text img, #text a, #panel b").count() == 0
    assert "pris" not in page.title()
    assert page.evaluate("[...document.querySelectorAll('[href]')].every((a) => a.hash !== '')")


def test_the_policy_stops_what_a_slip_of_ours_could_let_in(open_report: Open) -> None:
    page = open_report(awkward(), watch=False)
    with pytest.raises(Exception, match="TrustedHTML"):
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b>x</b>')")


def test_the_keys_walk_and_decide(open_report: Open) -> None:
    page = open_report(awkward())
    for key, expected in [("j", 0), ("j", 1), ("k", 0), ("k", 0)]:
        page.keyboard.press(key)
        assert current(page) == expected
    page.keyboard.press("f")
    assert (state(page, 0), current(page)) == ("retenu", 1)
    page.keyboard.press("d")
    page.keyboard.press("Enter")
    assert page.locator(".problem").inner_text() == "Choisissez une raison."
    assert state(page, 1) == "à traiter"
    page.keyboard.press("3")
    page.locator("input[name=note]").fill("dit par l’ingénieur, « fj »")
    page.keyboard.press("Enter")
    assert (state(page, 1), current(page)) == ("écarté", 2)
    assert page.locator("#done").inner_text() == "2 sur 5 traités"
    page.keyboard.press("u")
    assert (state(page, 1), current(page)) == ("à traiter", 1)
    page.keyboard.press("u")
    page.keyboard.press("u")
    assert state(page, 0) == "à traiter"
    assert page.locator("#say").inner_text() == "Rien à annuler."
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("j")
    assert current(page) == 0


def test_every_message_is_seen(open_report: Open) -> None:
    page = open_report(awkward())
    seen = "getComputedStyle(document.getElementById('say')).opacity"
    for _ in range(2):
        page.keyboard.press("u")
        assert page.evaluate(seen) == "1"
        page.evaluate("document.getElementById('say').getAnimations().forEach((a) => a.finish())")
        assert page.evaluate(seen) == "0"


def test_letters_can_be_turned_off_and_do_not_disturb_typing(open_report: Open) -> None:
    page = open_report(awkward())
    page.locator("#by").click()
    page.keyboard.type("fjd")
    assert current(page) == -1
    assert page.locator("#by").input_value() == "fjd"
    page.locator("#ask").click()
    page.locator("#letters").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert current(page) == -1


def test_both_operands_are_marked_numbered_and_in_sight(open_report: Open) -> None:
    text = (
        "Plus haut."
        + "\n\nEncore." * 40
        + "\n\nAu départ, 8,6 MJ."
        + "\n\nUn paragraphe." * 11
        + "\n\nÀ la fin, 24 kWh."
    )
    draft = Draft(text).finding("conversion-mismatch", "error", "?", "8,6 MJ", "24 kWh")
    page = open_report(draft.done())
    page.keyboard.press("j")
    marks = page.locator("#text .on-first")
    assert [m.get_attribute("data-n") for m in marks.all()] == ["1", "2"]
    assert marks.all_inner_texts() == ["8,6 MJ", "24 kWh"]
    boxes = [m.bounding_box() for m in marks.all()]
    assert all(56 < box["y"] < 900 - box["height"] for box in boxes)
    line = page.locator("#joins path").bounding_box()
    assert line["height"] >= boxes[1]["y"] - boxes[0]["y"] - 1
    assert page.locator(".evidence mark").all_inner_texts() == ["8,6 MJ", "24 kWh"]


def test_pointing_and_focusing_show_the_normalised_value(open_report: Open) -> None:
    page = open_report(awkward())
    card = page.locator("#card")
    page.locator("#text .q").first.hover()
    assert "12\u202f000\u00a0kWh (12\u00a0MWh)" in card.inner_text()
    assert "11\u202f500 – 12\u202f500\u00a0kWh" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.locator("#text .q", has_text="10 %").focus()
    assert card.is_visible()
    page.locator("#text .q", has_text="500 MW").focus()
    assert "500\u00a0MW" in card.inner_text()


def test_layers_filters_and_clicks_on_the_text(open_report: Open) -> None:
    page = open_report(awkward())
    ground = "(q) => getComputedStyle(q).backgroundColor"
    tinted = page.locator("#text .q").nth(1).evaluate(ground)
    page.locator("[data-layer=quantity]").click()
    assert page.locator("#text .q").nth(1).evaluate(ground) != tinted
    page.locator("[data-severity=error]").click()
    assert page.locator("#findings .row:visible").count() == 3
    page.keyboard.press("j")
    assert current(page) == 1
    page.locator("#by-check").select_option("unit-spacing")
    assert page.locator("#findings .row:visible").count() == 1
    page.locator("#by-check").select_option("")
    page.locator("#by-status").select_option("dismissed")
    assert page.locator("#findings .row:visible").count() == 0
    page.locator("#by-status").select_option("open")
    page.locator("#text .f", has_text="500 MW").click()
    first = current(page)
    page.locator("#text .f", has_text="500 MW").click()
    assert {first, current(page)} == {3, 4}
    page.locator("#findings .row.open .head").focus()
    page.keyboard.press("f")
    assert page.locator("#findings .row:visible").count() == 2


def test_decisions_survive_a_reload_and_travel_as_a_file(open_report: Open, tmp_path: Path) -> None:
    page = open_report(awkward())
    page.locator("#by").fill("Ève 😀")
    page.keyboard.press("Tab")
    page.locator("#findings .head").first.click()
    page.keyboard.press("f")
    page.keyboard.press("d")
    page.keyboard.press("6")
    page.keyboard.press("Enter")
    page.reload()
    assert [state(page, n) for n in range(3)] == ["retenu", "écarté", "à traiter"]
    with page.expect_download() as download:
        page.locator("#export").click()
    assert download.value.suggested_filename.endswith(".decisions.json")
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    content = json.loads(saved.read_text(encoding="utf-8"))
    annotation = awkward()
    assert content["schema_version"] == "1.0"
    assert content["source_sha256"] == annotation.source.sha256
    assert content["decisions"][1] == {
        "fingerprint": annotation.findings[1].fingerprint,
        "slug": "name-variant",
        "status": "dismissed",
        "reason": "other",
        "note": "",
        "by": "Ève 😀",
    }
    kept, dropped = annotation.findings[0].fingerprint, annotation.findings[1].fingerprint
    assert {f: d.status for f, d in read_decisions(saved).items()} == {kept: "accepted", dropped: "dismissed"}
    other = open_report(awkward())
    assert state(other, 0) == "à traiter"
    other.locator("#import").set_input_files(saved)
    other.wait_for_function("document.getElementById('done').textContent.startsWith('2')")
    assert [state(other, n) for n in range(3)] == ["retenu", "écarté", "à traiter"]


def test_a_wrong_file_of_decisions_is_refused(open_report: Open, tmp_path: Path) -> None:
    page = open_report(awkward())
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"decisions": "all"}')
    page.locator("#import").set_input_files(wrong)
    page.wait_for_function("document.getElementById('say').textContent !== ''")
    assert "n’est pas un fichier de décisions" in page.locator("#say").inner_text()


def work_per_key(page: Any, keys: str) -> list[int]:
    page.keyboard.press("j")
    page.evaluate(COUNT_MUTATIONS)
    counts = []
    for key in keys:
        page.evaluate("window.touched = 0")
        page.keyboard.press(key)
        page.evaluate("new Promise(requestAnimationFrame)")
        counts.append(page.evaluate("window.touched"))
    return counts


def test_work_per_key_does_not_grow_with_the_findings(open_report: Open) -> None:
    keys = "jjkfjfu"
    assert work_per_key(open_report(many(20)), keys) == work_per_key(open_report(many(5000)), keys)


def test_the_folder_page_searches_and_opens(open_report: Open) -> None:
    calm = Draft("Rien à dire.", path="calme.txt", title="Journée calme").done()
    page = open_report(awkward(), calm, many(3))
    rows = page.locator("#articles tbody tr:visible")
    assert rows.count() == 3
    page.locator("#search").fill("CALME")
    assert rows.count() == 1
    page.locator(".plot a").first.click()
    # The page follows its address when the browser says that it changed, a moment after the click.
    page.wait_for_function("document.getElementById('search').value !== 'CALME'")
    page.locator("#search").fill("")
    page.locator("#articles a", has_text="Le réacteur").click()
    page.locator("#review").wait_for()
    assert page.evaluate("document.getElementById('text').textContent") == AWKWARD
    page.keyboard.press("j")
    page.keyboard.press("f")
    page.locator("#back").click()
    page.locator("#index").wait_for()
    assert page.locator("tr", has_text="Le réacteur").locator(".status").inner_text() == "1/5"
    page.go_back()
    page.locator("#review").wait_for()
    assert state(page, 0) == "retenu"


def test_on_paper_the_article_and_the_findings_remain(open_report: Open) -> None:
    page = open_report(awkward())
    page.emulate_media(media="print")
    assert page.locator("#text").is_visible()
    assert page.locator("#findings .message:visible").count() == 5
    assert page.locator(".filters, .files, .layers").locator("visible=true").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 420])
def test_no_accessibility_violation(open_report: Open, scheme: str, width: int) -> None:
    sync_playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 860}, "bypass_csp": True}

    def check(page: Any) -> None:
        result = sync_playwright.Axe().run(page)
        assert result.violations_count == 0, result.generate_report()

    page = open_report(awkward(), many(8), **options)
    check(page)
    page.locator("#articles a", has_text="Le réacteur").click()
    check(page)
    for key in "jfjd":
        page.keyboard.press(key)
    check(page)
    page.keyboard.press("Escape")
    page.locator("#tab-verified").click()
    page.locator("#verified .head").click()
    check(page)
    page.locator("#tab-scale").click()
    page.locator("#text .q").first.focus()
    check(page)
    page.locator("#ask").click()
    check(page)


def test_english_on_request(open_report: Open) -> None:
    page = open_report(awkward(), lang="en")
    page.keyboard.press("j")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("button.dismiss").inner_text().startswith("Dismiss")
