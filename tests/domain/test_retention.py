"""The retention table, and the documents and settings that repeat it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.config.settings import Storage
from bot.domain.proving import CODE_LIFE
from bot.domain.retention import CODES, RETENTION, UNRESOLVED

PRIVACY = (Path(__file__).parents[2] / "PRIVACY.md").read_text(encoding="utf-8")


def rows(heading: str) -> dict[str, str]:
    """The table below this heading: what -> how long."""
    section = PRIVACY[PRIVACY.index(heading) :]
    table = section[section.index("|") :].partition("\n\n")[0]
    return dict(re.findall(r"^\| ([^|]*?) \| ([^|]*?) \|$", table, re.MULTILINE)[1:])


@pytest.mark.parametrize(
    ("heading", "word", "french"), [("### For how long", "days", False), ("### Combien de temps", "jours", True)]
)
def test_the_privacy_page_tells_the_spans_of_the_code(heading: str, word: str, french: bool) -> None:
    told = rows(heading)
    for kept in RETENTION:
        what = kept.quoi if french else kept.what
        assert told[what].startswith(f"{kept.days} {word}"), what
        assert (f"`{kept.setting}`" in told[what]) is bool(kept.setting), what


def test_what_a_setting_changes_has_the_setting_s_default() -> None:
    assert Storage.model_fields[UNRESOLVED.setting.split(".")[1]].default == UNRESOLVED.days


def test_codes_live_for_whole_days() -> None:
    assert CODES.span == CODE_LIFE
