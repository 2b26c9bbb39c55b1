"""`bench erase`, on a small graph; an edge that is left is found."""

from pathlib import Path

import pytest

from bot.bench import erase
from bot.bench.graph.made import SIZES, MadeUp
from bot.bench.graph.oracle import Disagreement
from bot.bench.graph.product import Product
from tests.bench.graph.small import TINY


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "S", TINY)
    monkeypatch.setattr(erase, "PEOPLE", 3)
    document = erase.bench("S").document()
    assert document["erased"] == 3
    assert 0 < document["edges_looked_at"] < document["edges"]


def test_an_edge_that_is_left_is_found(tmp_path: Path) -> None:
    ours = Product(tmp_path)
    ours.make(MadeUp(TINY))
    ours.connection.execute("DELETE FROM account WHERE person = 7")
    ours.connection.execute("DELETE FROM person WHERE id = 7")
    assert erase.proven(ours.connection, [7]) == 0
    ours.connection.execute("INSERT INTO graph.edge (target, who) VALUES (5, 15), (6, 99)")
    with pytest.raises(Disagreement, match="1 edges of people who were erased are left"):
        erase.proven(ours.connection, [7])
    ours.connection.execute("DELETE FROM graph.edge")
    with pytest.raises(Disagreement, match=r"main\.person"):
        erase.proven(ours.connection, [7, 8])
    ours.close()
