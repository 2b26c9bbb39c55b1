"""The contracts between the house and what is replaceable around it. The promise is in the docstring."""

from bot.ports.asking import Asking
from bot.ports.courtesy import Courtesies, ServerCheck, Servers
from bot.ports.listing import Listed
from bot.ports.lives import Lives
from bot.ports.pages import Actors, Pages
from bot.ports.people import Graph, Imports, People
from bot.ports.proving import Codes, Notice, XPosts
from bot.ports.reconnecting import Reconnections, Relations
from bot.ports.rights import Rights
from bot.ports.store import Snapshot, Store, Transaction
from bot.ports.work import Digests, Inbox, Outbox, OutboxRow, Slots, Tallies
from bot.ports.world import Clock, Gate, Identity, Lists, Network, Words

__all__ = [
    "Actors",
    "Asking",
    "Clock",
    "Codes",
    "Courtesies",
    "Digests",
    "Gate",
    "Graph",
    "Identity",
    "Imports",
    "Inbox",
    "Listed",
    "Lists",
    "Lives",
    "Network",
    "Notice",
    "Outbox",
    "OutboxRow",
    "Pages",
    "People",
    "Reconnections",
    "Relations",
    "Rights",
    "ServerCheck",
    "Servers",
    "Slots",
    "Snapshot",
    "Store",
    "Tallies",
    "Transaction",
    "Words",
    "XPosts",
]
