"""The explicit list of checks, in the order of the catalogue. One line a check."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from relecture.checks.base import Check, Outcome
from relecture.settings import Settings
from relecture.types import Article

#: Module names under `relecture.checks`; the slug is the module name with dashes.
MODULES: tuple[str, ...] = (
    "power_over_period",
    "dimension_mismatch",
    "energy_as_power",
    "watt_per_hour",
    "storage_in_watts",
    "price_per_power",
    "watts_of_energy",
    "cross_dimension_equivalence",
    "milli_mega",
    "unit_symbol_case",
    "unit_spelling",
    "unit_style_varies",
    "unit_spacing",
    "symbol_plural",
    "lost_exponent",
    "ambiguous_separator",
    "conversion_mismatch",
    "power_of_ten",
    "fraction_percent_mismatch",
    "words_digits_mismatch",
    "sum_mismatch",
    "item_count_mismatch",
    "unit_total_mismatch",
    "share_mismatch",
    "percent_sum",
    "percent_change_mismatch",
    "percent_vs_points",
    "drop_over_100",
    "percent_multiplier_mismatch",
    "annual_rate_mismatch",
    "ratio_mismatch",
    "energy_gain_mismatch",
    "comparison_contradicted",
    "change_direction",
    "scale_ratio",
    "range_inverted",
    "load_factor",
    "energy_power_time",
    "household_equivalent",
    "implausible_magnitude",
    "million_billion",
    "billion_false_friend",
    "speed_distance_time",
    "price_mismatch",
    "currency_mismatch",
    "headline_value_conflict",
    "value_conflict",
    "weekday_mismatch",
    "invalid_date",
    "duration_mismatch",
    "age_mismatch",
    "chronology_inverted",
    "name_variant",
    "role_conflict",
    "acronym_conflict",
    "person_unintroduced",
    "unclosed_quote",
    "unattributed_quote",
    "malformed_link",
    "source_missing",
    "duplicate_passage",
    "editing_artefact",
    "stray_preposition",
    "double_restriction",
)

#: The checks that set several articles against each other (``annotate check --across``).
ACROSS_MODULES: tuple[str, ...] = ("cross_article_conflict",)


@cache
def checks() -> tuple[Check, ...]:
    """Every check of one article, imported on first use."""
    found = []
    for name in MODULES:
        module = import_module(f"relecture.checks.{name}")
        found.append(Check(rule=module.RULE, run=module.check, manual=(module.__doc__ or "").strip()))
    return tuple(found)


@cache
def across_checks() -> tuple[Check, ...]:
    """Every check of several articles; on one alone, it has nothing to say."""
    modules = [import_module(f"relecture.checks.{name}") for name in ACROSS_MODULES]
    return tuple(Check(rule=m.RULE, run=_silent, manual=(m.__doc__ or "").strip()) for m in modules)


def _silent(_article: Article, _settings: Settings) -> Iterator[Outcome]:
    return iter(())


def catalogue() -> tuple[Check, ...]:
    """Every check, in the order of the families."""
    families = {check.rule.family: n for n, check in reversed(list(enumerate(checks())))}
    return tuple(
        sorted((*checks(), *across_checks()), key=lambda c: families.get(c.rule.family, len(families)))
    )


@cache
def by_slug() -> dict[str, Check]:
    """Checks by slug, code and alias."""
    names: dict[str, Check] = {}
    for check in catalogue():
        for name in (check.rule.slug, check.rule.code, *check.rule.aliases):
            names[name] = check
    return names
