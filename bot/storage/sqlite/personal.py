"""Every table that holds something about somebody: which rows are theirs, what an export shows, how they are erased.

The one list of it: whoever adds such a table adds a line here, and a test compares the list with the schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

OF_PERSON: Final = "person = :person"
OF_PAIR: Final = "person = :person OR other = :person"
OF_ACCOUNT: Final = "account IN (SELECT value FROM json_each(:accounts))"
OF_WHO: Final = "who IN (:person * 2, :person * 2 + 1)"
_OF_CLAIM: Final = f"claim IN (SELECT id FROM claim WHERE {OF_ACCOUNT})"  # noqa: S608
_IDS: Final = "(SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class Personal:
    """One table. `of` is the condition for the rows of somebody; in it stand `:person` (number or NULL), `:accounts`
    (JSON: numbers of rows of `account`), `:ids` (JSON: stable ids), `:x_id`, `:x_handle` (small letters).

    An export shows every column but those `hidden`: numbers of rows, blobs, and who the others are. The rows are
    deleted, unless `instead` says what is done with them, and where.
    """

    table: str
    of: str
    hidden: tuple[str, ...] = ()
    instead: str = ""


PERSONAL: Final = (
    # What hangs on an Account.
    Personal("ripe", _OF_CLAIM, ("claim",), "claims: with the Claim"),
    Personal("audit", _OF_CLAIM, ("id", "claim"), "forgetting: the act stays, without words"),
    Personal("claim", OF_ACCOUNT, ("id", "account", "dispute")),
    Personal("code", OF_ACCOUNT, ("account",)),
    Personal("proof_check", OF_ACCOUNT, ("id", "account", "reply")),
    Personal("server_check", OF_ACCOUNT, ("id", "account", "answer")),
    Personal("notice", OF_ACCOUNT, ("id", "account", "about")),
    Personal("proof", OF_ACCOUNT, ("account", "person")),
    Personal("silence", OF_ACCOUNT, ("account",)),
    Personal("arrival", OF_ACCOUNT, ("account",)),
    Personal("voice", OF_ACCOUNT, ("account",)),
    Personal("hold", OF_ACCOUNT, ("account",)),
    Personal("question", OF_ACCOUNT, ("account", "post")),
    Personal("mark", OF_ACCOUNT, ("account",)),
    Personal("life", OF_ACCOUNT, ("account",)),
    # What hangs on a Person.
    Personal("consent", OF_PERSON, ("person",)),
    Personal("told", OF_PAIR, ("person", "other", "telling")),
    Personal("telling", OF_PERSON, ("id", "person", "post")),
    Personal("bereft", OF_PERSON, ("person",)),
    Personal("digest", OF_PERSON, ("person", "post")),
    Personal("reconnected", OF_PAIR, ("person", "other")),
    Personal("follow_look", OF_PERSON, ("person", "after")),
    Personal("list_redo", OF_PERSON, ("person", "pseudonyms", "generation", "epoch", "part")),
    Personal("import_before", OF_PERSON, ("id", "person", "pseudonyms", "epoch")),
    Personal("import_row", "x_id = :x_id", ("id", "follows", "followers", "epoch")),
    Personal("naming", OF_PAIR, ("person", "other", "account"), "naming: posts that name them go, sent or not"),
    Personal("graph.archive", OF_PERSON, ("person", "pseudonyms", "epoch"), "edges: with all they tell of"),
    Personal("graph.match", OF_PAIR, ("person", "other"), "derived: with the counts"),
    Personal("graph.unmerged", OF_WHO, ("id", "who", "epoch", "added", "removed"), "edges"),
    Personal("graph.edge", OF_WHO, ("target", "who"), "erased: those of their lists; sweeping: those to their number"),
    Personal("graph.erased", OF_WHO, ("id", "who", "epoch", "pseudonyms"), "erased: emptied within seconds"),
    # What we saw of them and said to them.
    Personal(
        "inbox", f"account IN {_IDS}", ("id",),
        "forgetting: nothing readable stays, the address becomes a keyed hash, so that it is not taken for new",
    ),
    Personal(
        "outbox", f"recipient IN {_IDS}", ("id", "key", "counts", "ticket", "image", "priority", "not_before"),
        "forgetting: unsent posts are withdrawn, sent ones deleted on the network; no words stay",
    ),
    Personal("listed", f"account IN {_IDS}", ("post", "generation"), "forgotten by a trigger, then taken off the list"),
    Personal("official", "x_id = :x_id OR (x_handle = :x_handle AND x_handle <> '')", ("skeleton", "look")),
    # Who they are: the others refer to these.
    Personal("account", "id IN (SELECT value FROM json_each(:accounts))", ("id", "person")),
    Personal("person", "id = :person", ("id",)),
)  # fmt: skip
"""Those that refer to others before those they refer to."""

IMPERSONAL: Final = {
    "meta": "values about the database",
    "epoch": "how often the bot was started",
    "cursor": "how far in a network's stream",
    "first_start": "when a network was first listened to",
    "gap": "stretches of time",
    "origin": "digests of the addresses of posts, for some days",
    "slot": "announcements",
    "denied": "names of servers",
    "tally": "counts",
    "tally_day": "counts",
    "import_batch": "imports as a whole: their source, counts",
    "x_change": "numbers of Persons: nobody's once they are erased",
    "ending": "numbers of Posts",
    "tombstone": "keyed hashes, which tell nobody's name",
    "erasure": "what is still looked for, for seconds",
    "migration_hash": "the schema",
    "_sqlite_migrations": "the schema",
    "sqlite_sequence": "SQLite's own",
    "graph.meta": "values about the graph",
    "graph.migration_hash": "the schema",
    "graph._sqlite_migrations": "the schema",
    "graph.sqlite_sequence": "SQLite's own",
}
"""The other tables, and what they hold: nothing about anybody."""

_DELETED: Final = tuple(entry for entry in PERSONAL if not entry.instead)
DELETED_WITH_PERSON: Final = tuple(entry for entry in _DELETED if entry.of in (OF_PERSON, OF_PAIR))
DELETED_WITH_ACCOUNT: Final = tuple(entry for entry in _DELETED if entry.of == OF_ACCOUNT)
