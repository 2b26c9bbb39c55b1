"""chat.bsky.convo.*: private messages, behind the `atproto-proxy` header as on the real network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.bluesky.records import DECLARATION, FOLLOW, graphemes, stamp
from bot.demo.bluesky.service import Service
from bot.demo.bluesky.state import Repo
from bot.demo.bluesky.world import World
from bot.demo.http import Handler, Routes
from bot.demo.messages import Json, Problem, Request, Response, answer

PROXY = "did:web:api.bsky.chat#bsky_chat"
MESSAGE_GRAPHEMES, MESSAGE_BYTES = 1000, 10_000
DEFS = "chat.bsky.convo.defs#"
_LEFT = ("id", "rev", "sender", "sentAt")  # of a message that was deleted


@dataclass
class Message:
    """One message; `rev` orders it among everything of the chat."""

    id: str
    rev: str
    did: str
    text: str
    facets: list[Json]
    at: datetime
    gone_for: set[str] = field(default_factory=set)

    def view(self) -> Json:
        view: Json = {"$type": f"{DEFS}messageView", "id": self.id, "rev": self.rev, "text": self.text}
        view |= {"sender": {"did": self.did}, "sentAt": stamp(self.at)}
        return view | ({"facets": self.facets} if self.facets else {})


@dataclass
class Convo:
    """One conversation of two (or with oneself). `accepted` are those who do not see it as a request."""

    id: str
    members: list[str]
    rev: str
    accepted: set[str] = field(default_factory=set)
    read: dict[str, str] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)


class Chat:
    """All conversations, and the log each member may follow."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.convos: dict[str, Convo] = {}
        self.log: list[tuple[str, str, Convo, Message | None]] = []

    def convo(self, dids: Iterable[str], by: str = "") -> Convo:
        """The conversation of these people, begun by the first when there is none. Raises Problem when refused."""
        first, *others = members = list(dict.fromkeys([*([by] if by else []), *dids]))
        found = self.between(members)
        if found:
            return found
        for other in others:
            if why := self.refusal(first, other):
                raise Problem(400, "InvalidRequest", why)
        convo = Convo(self.world.tick(), members, self.world.tick())
        convo.accepted = {first} | {other for other in others if self.world.edge(FOLLOW, other, first)}
        self.convos[convo.id] = convo
        self.log.append((convo.rev, "logBeginConvo", convo, None))
        return convo

    def between(self, dids: Iterable[str]) -> Convo | None:
        wanted = set(dids)
        return next((convo for convo in self.convos.values() if set(convo.members) == wanted), None)

    def refusal(self, sender: str, other: str) -> str:
        """Why a first message cannot be sent; an empty text when it can."""
        if self.world.apart(sender, other):
            return "block between recipient and sender"
        declared = self.world.repos[other].records.get((DECLARATION, "self"))
        allow = declared.record["allowIncoming"] if declared else "following"
        if allow == "none":
            return "recipient has disabled incoming messages"
        if allow == "following" and not self.world.edge(FOLLOW, other, sender):
            return "recipient requires incoming messages to come from someone they follow"
        return ""

    def say(self, convo: Convo, did: str, text: str, facets: list[Json]) -> Message:
        """Add a message; whoever writes has accepted. Raises Problem on a block or a text too long."""
        if any(self.world.apart(did, other) for other in convo.members if other != did):
            raise Problem(400, "InvalidRequest", "block between recipient and sender")
        if graphemes(text) > MESSAGE_GRAPHEMES or len(text.encode()) > MESSAGE_BYTES:
            raise Problem(400, "InvalidRequest", f"Message text is longer than {MESSAGE_GRAPHEMES} graphemes")
        rev, at = self.world.tick(), self.world.now()
        if convo.messages:
            at = max(at, convo.messages[-1].at + timedelta(milliseconds=1))  # what is told of it is milliseconds
        message = Message(self.world.tick(), rev, did, text, facets, at)
        convo.messages.append(message)
        convo.accepted.add(did)
        convo.read[did] = convo.rev = rev
        self.log.append((rev, "logCreateMessage", convo, message))
        return message

    def messages(self, dids: Iterable[str]) -> list[Message]:
        convo = self.between(dids)
        return list(convo.messages) if convo else []


class ChatApi:
    """The handlers of one network."""

    def __init__(self, service: Service, chat: Chat) -> None:
        self.service = service
        self.world = service.world
        self.chat = chat

    def routes(self) -> Routes:
        reads: dict[str, Handler] = {
            "getConvo": self.get_convo,
            "getConvoForMembers": self.get_convo_for_members,
            "getConvoAvailability": self.get_convo_availability,
            "listConvos": self.list_convos,
            "getMessages": self.get_messages,
            "getLog": self.get_log,
        }
        writes: dict[str, Handler] = {
            "sendMessage": self.send_message,
            "sendMessageBatch": self.send_message_batch,
            "deleteMessageForSelf": self.delete_message_for_self,
            "acceptConvo": self.accept_convo,
            "updateRead": self.update_read,
            "updateAllRead": self.update_all_read,
        }
        named = [("GET", name, work) for name, work in reads.items()]
        named += [("POST", name, work) for name, work in writes.items()]
        return {(method, f"/xrpc/chat.bsky.convo.{name}"): work for method, name, work in named}

    def get_convo(self, request: Request) -> Response:
        me = self._me(request)
        return answer({"convo": self._view(self._convo(me, request.one("convoId")), me)})

    def get_convo_for_members(self, request: Request) -> Response:
        me = self._me(request)
        return answer({"convo": self._view(self.chat.convo(self._dids(request), me.did), me)})

    def get_convo_availability(self, request: Request) -> Response:
        me = self._me(request)
        members = {me.did, *self._dids(request)}
        convo = self.chat.between(members)
        can = all(not self.chat.refusal(me.did, other) for other in members - {me.did})
        return answer({"canChat": can or convo is not None} | ({"convo": self._view(convo, me)} if convo else {}))

    def list_convos(self, request: Request) -> Response:
        """Newest first; `status` and `readState` narrow it, `cursor` is the rev of the last one shown."""
        me, cursor, status = self._me(request), request.one("cursor"), request.one("status")
        views = [self._view(convo, me) for convo in self.chat.convos.values() if me.did in convo.members]
        views.sort(key=lambda view: str(view["rev"]), reverse=True)
        views = [view for view in views if not cursor or view["rev"] < cursor]
        views = [view for view in views if not status or view["status"] == status]
        if request.one("readState") == "unread":
            views = [view for view in views if view["unreadCount"]]
        page = views[: request.strict_number("limit", 50, 1, 100)]
        return answer({"convos": page} | ({"cursor": page[-1]["rev"]} if len(views) > len(page) else {}))

    def get_messages(self, request: Request) -> Response:
        """Newest first; `cursor` is the rev of the last one shown."""
        me, cursor = self._me(request), request.one("cursor")
        said = [item for item in self._convo(me, request.one("convoId")).messages[::-1] if me.did not in item.gone_for]
        said = [message for message in said if not cursor or message.rev < cursor]
        page = said[: request.strict_number("limit", 50, 1, 100)]
        body: Json = {"messages": [message.view() for message in page]}
        return answer(body | ({"cursor": page[-1].rev} if len(said) > len(page) else {}))

    def get_log(self, request: Request) -> Response:
        """What happened after `cursor`, oldest first, at most 100; without a cursor, from the beginning."""
        me, cursor = self._me(request), request.one("cursor")
        mine = [entry for entry in self.chat.log if me.did in entry[2].members and entry[0] > cursor][:100]
        logs = []
        for rev, kind, convo, message in mine:
            entry: Json = {"$type": DEFS + kind, "rev": rev, "convoId": convo.id}
            logs.append(entry | ({"message": message.view()} if message else {}))
        return answer({"logs": logs, "cursor": mine[-1][0] if mine else cursor})

    def send_message(self, request: Request) -> Response:
        me, said = self._me(request), request.json()
        return answer(self._say(me, said).view())

    def send_message_batch(self, request: Request) -> Response:
        me = self._me(request)
        return answer({"items": [self._say(me, item).view() for item in request.json().get("items") or []]})

    def delete_message_for_self(self, request: Request) -> Response:
        """Only the one who asks sees it no more; the answer is a `deletedMessageView`."""
        me, said = self._me(request), request.json()
        convo = self._convo(me, str(said.get("convoId", "")))
        message = next((item for item in convo.messages if item.id == said.get("messageId")), None)
        if message is None or me.did in message.gone_for:
            raise Problem(400, "InvalidRequest", "Message not found")
        message.gone_for.add(me.did)
        view = message.view()
        return answer({"$type": f"{DEFS}deletedMessageView"} | {name: view[name] for name in _LEFT})

    def accept_convo(self, request: Request) -> Response:
        me = self._me(request)
        convo = self._convo(me, str(request.json().get("convoId", "")))
        convo.accepted.add(me.did)
        return answer({"rev": convo.rev})

    def update_read(self, request: Request) -> Response:
        me, said = self._me(request), request.json()
        convo = self._convo(me, str(said.get("convoId", "")))
        wanted = said.get("messageId")
        convo.read[me.did] = next((item.rev for item in convo.messages if item.id == wanted), convo.rev)
        return answer({"convo": self._view(convo, me)})

    def update_all_read(self, request: Request) -> Response:
        me = self._me(request)
        mine = [convo for convo in self.chat.convos.values() if me.did in convo.members]
        for convo in mine:
            convo.read[me.did] = convo.rev
        return answer({"updatedCount": len(mine)})

    def _say(self, me: Repo, said: Json) -> Message:
        message = said.get("message") or {}
        convo = self._convo(me, str(said.get("convoId", "")))
        return self.chat.say(convo, me.did, str(message.get("text", "")), message.get("facets") or [])

    def _me(self, request: Request) -> Repo:
        if request.headers.get("atproto-proxy") != PROXY:
            raise Problem(501, "MethodNotImplemented", "Method Not Implemented")
        return self.service.signed_in(request)

    def _dids(self, request: Request) -> list[str]:
        dids = request.every("members")
        if not dids or any(did not in self.world.repos for did in dids):
            raise Problem(400, "InvalidRequest", "Error: members must be known DIDs")
        return dids

    def _convo(self, me: Repo, convo_id: str) -> Convo:
        convo = self.chat.convos.get(convo_id)
        if convo is None or me.did not in convo.members:
            raise Problem(400, "InvalidRequest", "Convo not found")
        return convo

    def _view(self, convo: Convo, me: Repo) -> Json:
        read = convo.read.get(me.did, "")
        repos = self.world.repos
        view: Json = {
            "id": convo.id,
            "rev": convo.rev,
            "members": [self.service.views.basic(repos[did], me.did) for did in convo.members],
            "muted": False,
            "status": "accepted" if me.did in convo.accepted else "request",
            "unreadCount": sum(1 for item in convo.messages if item.did != me.did and item.rev > read),
        }
        return view | ({"lastMessage": convo.messages[-1].view()} if convo.messages else {})
