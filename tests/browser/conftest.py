"""A real browser for the report: Debian's Chromium driven by playwright, or a skip that says what lacks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from relecture.review.load import Reviewed
from relecture.review.page import render
from relecture.schema import Annotation

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
Open = Callable[..., Any]


def _chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives a browser: `e2e`, and skipped where there is none."""
    here = Path(__file__).parent
    lacking = pytest.mark.skip(reason="no Chromium here: apt-get install chromium, or set CHROMIUM to its path")
    for item in items:
        if here in Path(item.fspath).parents:
            item.add_marker(pytest.mark.e2e)
            if _chromium() is None:
                item.add_marker(lacking)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all the tests, with a profile of its own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra « dev »)")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=_chromium(),
            args=ARGUMENTS,
            env={**os.environ, "HOME": str(tmp_path_factory.mktemp("profile"))},
        )
        yield started
        started.close()


@pytest.fixture
def open_report(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens the report of some annotations from a file, in a fresh context; fails on any error or request."""
    contexts: list[Any] = []
    trouble: list[str] = []

    def open_page(*annotations: Annotation, lang: str = "fr", watch: bool = True, **options: Any) -> Any:
        path = tmp_path / "review.html"
        items = [Reviewed(a.source.path, a) for a in annotations]
        path.write_text(render(items, lang=lang), encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        if watch:
            _watch(page, trouble)
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


def _watch(page: Any, trouble: list[str]) -> None:
    """Notes every error, dialog and request of *page*."""
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    page.on("console", lambda m: trouble.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("dialog", lambda d: (trouble.append(f"dialog: {d.message}"), d.dismiss()))
    page.on("request", lambda r: None if r.url.startswith(("file:", "blob:")) else trouble.append(r.url))
