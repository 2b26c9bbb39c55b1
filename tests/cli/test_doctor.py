"""Made for health checks: quick, read-only, an exit code."""

from __future__ import annotations

from tests.cli.conftest import Quittex


def test_without_a_database_it_is_not_well(quittex: Quittex) -> None:
    result = quittex("doctor")
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
