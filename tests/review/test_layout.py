"""The text cut into runs: nothing lost, nothing moved, every layer where it was said to be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafts import AWKWARD, Draft, awkward
from relecture.review.layout import SEVERITIES, lay_out
from relecture.schema import Annotation, Evidence, Finding

TEXTS = st.text(st.sampled_from("aé e\u0301 😀\r\n\t\u202f\u2028ع"), max_size=40)


def finding(start: int, end: int, severity: str = "error") -> Finding:
    return Finding(
        id="f1",
        slug="s",
        severity=severity,  # type: ignore[arg-type]
        confidence=1,
        message="m",
        explanation="",
        evidence=[Evidence(start=start, end=end, text="")],
        fingerprint="0",
    )


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    draft = Draft(draw(TEXTS))
    # Past the end too: a file written by hand may be wrong, the page must still open.
    offsets = st.integers(0, len(draft.text) + 3)
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(offsets), draw(offsets)))
        draft.findings.append(finding(start, end, draw(st.sampled_from(SEVERITIES))))
    return draft.done()


@given(annotations())
def test_the_runs_are_the_text(annotation: Annotation) -> None:
    layout = lay_out(annotation)
    at = 0
    for run in layout.runs:
        assert run.start == at < run.end
        at = run.end
    assert at == len(annotation.text)
    covered = [n for block in layout.blocks for n in range(block.first, block.last)]
    assert covered == list(range(len(layout.runs)))


@given(annotations())
def test_a_run_shows_the_worst_finding_over_it(annotation: Annotation) -> None:
    for run in lay_out(annotation).runs:
        over = [
            SEVERITIES.index(f.severity) + 1
            for f in annotation.findings
            for e in f.evidence
            if e.start < run.end and run.start < e.end
        ]
        assert run.severity == max(over, default=0)


@given(annotations())
def test_evidence_ranges_cover_the_evidence(annotation: Annotation) -> None:
    layout = lay_out(annotation)
    size = len(annotation.text)
    for item, ranges in zip(annotation.findings, layout.evidence, strict=True):
        for evidence, (first, last) in zip(item.evidence, ranges, strict=True):
            start, end = min(evidence.start, size), min(evidence.end, size)
            runs = layout.runs[first:last]
            if start < end:
                assert (runs[0].start, runs[-1].end) == (start, end)
            else:
                assert len(runs) == (1 if layout.runs else 0)


def test_only_line_breaks_between_blocks_are_hidden() -> None:
    layout = lay_out(awkward())
    hidden = [AWKWARD[r.start : r.end] for r in layout.runs if r.hidden]
    assert hidden == ["\r\n\r\n"] * 5
    assert [b.role for b in layout.blocks][:2] == ["headline", "body"]


def test_overlapping_layers_keep_the_innermost_name() -> None:
    layout = lay_out(awkward())
    inner = [
        r for r in layout.runs if "Hélène Noël".startswith(AWKWARD[r.start : r.end]) and r.entity is not None
    ]
    outer = [r for r in layout.runs if AWKWARD[r.start : r.end].startswith("e\u0301quipe")]
    assert inner[0].entity == 0
    assert outer[0].entity == 1


def test_a_text_without_blank_lines_has_one_block_a_line() -> None:
    assert len(lay_out(Draft("un\ndeux\ntrois").done()).blocks) == 3
    assert len(lay_out(Draft("un\ndeux\n \ntrois").done()).blocks) == 2
