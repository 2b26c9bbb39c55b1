"""instance stop: somebody who answers for a server wants all of its people left in peace."""

from __future__ import annotations

from bot.domain.answers.case import Case
from bot.domain.courtesy import server_of
from bot.domain.effects import AskServer, Effect, Ignore, Why

KIND = "instance-stop"
REFERRED = "instance-stop-operator"
"""The message to whoever cannot be shown to speak for their server."""


def instance_stop(case: Case) -> list[Effect]:
    """Their own server is asked whether they speak for it; on Bluesky nobody can say that, so the operator is named."""
    if not server_of(case.encounter.account):
        return [case.say(KIND, REFERRED)]
    return [AskServer(case.language), Ignore(Why.SERVER_ASKED)]
