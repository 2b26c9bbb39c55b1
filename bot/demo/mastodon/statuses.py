"""Posting, reading, editing and deleting statuses; media."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.demo.http import Routes
from bot.demo.mastodon.content import length
from bot.demo.mastodon.ids import order
from bot.demo.mastodon.service import Service
from bot.demo.mastodon.state import Account, Media, Status
from bot.demo.mastodon.world import Draft
from bot.demo.messages import Json, Problem, Request, Response, Upload, answer, typed

VISIBILITIES = {"public", "unlisted", "private", "direct"}
KEY_LIFE = timedelta(hours=1)
MOST_MEDIA = 4


class Statuses:
    """The handlers. `keys` remembers Idempotency-Keys per account for an hour."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.world = service.world
        self.flavour = service.world.flavour
        self.keys: dict[tuple[str, str], tuple[datetime, str]] = {}

    def routes(self) -> Routes:
        one = "/api/v1/statuses/{id}"
        return {
            ("POST", "/api/v1/statuses"): self.post,
            ("GET", one): self.get,
            ("PUT", one): self.edit,
            ("DELETE", one): self.delete,
            ("GET", one + "/context"): self.context,
            ("GET", one + "/source"): self.source,
            ("POST", one + "/favourite"): self.favourite,
            ("POST", one + "/unfavourite"): self.unfavourite,
            ("POST", "/api/v2/media"): self.upload,
            ("POST", "/api/v1/media"): self.upload,
            ("GET", "/api/v1/media/{id}"): self.get_media,
            ("PUT", "/api/v1/media/{id}"): self.describe_media,
            ("GET", "/media/{id}"): self.serve_media,
        }

    def post(self, request: Request) -> Response:
        """A key known here answers with the first post, where the flavour honours keys."""
        me, said = self.service.me(request, "write:statuses"), request.fields()
        key = (me.id, request.headers.get("idempotency-key", ""))
        if repeated := self._repeated(key, me):
            return repeated
        status = self.world.post(me, self._draft(me, said))
        if key[1] and self.flavour.honours_keys:
            self.keys[key] = (self.world.now(), status.id)
        return self._show(status, me)

    def _repeated(self, key: tuple[str, str], me: Account) -> Response | None:
        at, status_id = self.keys.get(key, (None, ""))
        if at is None or self.world.now() - at > KEY_LIFE:
            return None
        if self.flavour.repeated_key_status:
            raise Problem(self.flavour.repeated_key_status, "We're sorry, but something went wrong on our end")
        return self._show(self.service.status(status_id, me), me)

    def _draft(self, me: Account, said: Json) -> Draft:
        text, spoiler = str(said.get("status") or ""), str(said.get("spoiler_text") or "")
        parent = self.service.status(str(said["in_reply_to_id"]), me) if said.get("in_reply_to_id") else None
        media = self._media(me, said.get("media_ids") or [])
        if not text.strip() and not media:
            raise self.service.refuse("Validation failed: Text can't be blank", "no text or media provided")
        self._check_length(text + spoiler)
        visibility = str(said.get("visibility") or "")
        if visibility and visibility not in VISIBILITIES:
            raise self.service.refuse("Validation failed: Visibility is not included in the list", "invalid visibility")
        sensitive = str(said.get("sensitive", "")).lower() in ("true", "1")
        return Draft(text, visibility, parent, said.get("language") or None, tuple(media), spoiler, sensitive)

    def _check_length(self, text: str) -> None:
        most = self.flavour.max_characters
        if length(text, self.flavour.url_length) > most:
            raise self.service.refuse(
                f"Validation failed: Text character limit of {most} exceeded",
                f"text exceeds maximum length of {most}",
            )

    def _media(self, me: Account, ids: list[str]) -> list[Media]:
        """The media of a post: one's own, each used once in its life."""
        found = [self.world.media.get(str(one)) for one in ids]
        media = [medium for medium in found if medium is not None and medium.owner == me.id]
        if len(media) < len(ids) or len(ids) > MOST_MEDIA:
            raise self.service.refuse("Validation failed: Media attachments not found", "media not found")
        if taken := [medium for medium in media if medium.status_id]:
            raise self.service.refuse(
                "Validation failed: Media attachments have already been used",
                f"media already attached to status: {taken[0].status_id}",
            )
        return media

    def get(self, request: Request) -> Response:
        viewer = self.service.viewer(request)
        return self._show(self.service.status(request.params["id"], viewer), viewer)

    def edit(self, request: Request) -> Response:
        me = self.service.me(request, "write:statuses")
        status = self._own(request, me)
        text = str(request.fields().get("status") or "")
        self._check_length(text)
        self.world.edit(status, text)
        return self._show(status, me)

    def delete(self, request: Request) -> Response:
        me = self.service.me(request, "write:statuses")
        status = self._own(request, me)
        view = self.service.entities.status(status, me) | {"text": status.text}
        self.world.delete(status)
        return answer(view)

    def context(self, request: Request) -> Response:
        """Above: the chain of parents. Below: every reply the viewer may read, in the order of a walk."""
        viewer = self.service.viewer(request)
        status = self.service.status(request.params["id"], viewer)
        above, parent = [], status.reply_to
        while parent is not None:
            above.append(parent)
            parent = parent.reply_to
        show = self.service.entities.status
        ancestors = [show(item, viewer) for item in reversed(above) if self.world.visible(item, viewer)]
        return answer(
            {"ancestors": ancestors, "descendants": [show(item, viewer) for item in self._below(status, viewer)]}
        )

    def _below(self, status: Status, viewer: Account | None) -> list[Status]:
        found = []
        for reply in sorted(status.replies, key=lambda item: order(item.id)):
            found += [reply, *self._below(reply, viewer)]
        return [item for item in found if self.world.visible(item, viewer)]

    def source(self, request: Request) -> Response:
        status = self._own(request, self.service.me(request, "read:statuses"))
        return answer({"id": status.id, "text": status.text, "spoiler_text": status.spoiler})

    def favourite(self, request: Request) -> Response:
        me = self.service.me(request, "write:favourites")
        status = self.service.status(request.params["id"], me)
        if me.id not in status.favourites:
            status.favourites.add(me.id)
            self.world.notify("favourite", status.account, me, status)
        return self._show(status, me)

    def unfavourite(self, request: Request) -> Response:
        me = self.service.me(request, "write:favourites")
        status = self.service.status(request.params["id"], me)
        status.favourites.discard(me.id)
        return self._show(status, me)

    # media

    def upload(self, request: Request) -> Response:
        me, said = self.service.me(request, "write:media"), request.fields()
        file = said.get("file")
        if not isinstance(file, Upload) or not file.data:
            raise self.service.refuse("Validation failed: File can't be blank", "no file attached")
        description = str(said.get("description") or "")
        medium = Media(self.world.ids.new(self.world.now()), me.id, file.data, file.mime, description)
        self.world.media[medium.id] = medium
        return answer(self.service.entities.media(medium))

    def get_media(self, request: Request) -> Response:
        return answer(self.service.entities.media(self._own_media(request)))

    def describe_media(self, request: Request) -> Response:
        medium = self._own_media(request)
        medium.description = str(request.fields().get("description") or "")
        return answer(self.service.entities.media(medium))

    def serve_media(self, request: Request) -> Response:
        medium = self.world.media.get(request.params["id"])
        if medium is None:
            raise Problem(404, "Record not found")
        return typed(medium.data, medium.mime)

    def _own_media(self, request: Request) -> Media:
        me = self.service.me(request, "write:media")
        medium = self.world.media.get(request.params["id"])
        if medium is None or medium.owner != me.id:
            raise Problem(404, "Record not found")
        return medium

    def _own(self, request: Request, me: Account) -> Status:
        status = self.service.status(request.params["id"], me)
        if status.account is not me:
            raise Problem(404, "Record not found")
        return status

    def _show(self, status: Status, viewer: Account | None) -> Response:
        return answer(self.service.entities.status(status, viewer))
