"""What the server says about itself."""

from __future__ import annotations

from collections.abc import Callable

from bot.demo.http import Routes
from bot.demo.mastodon.service import Service
from bot.demo.messages import Json, Request, Response, answer, typed

MIMES = ["image/jpeg", "image/png", "image/gif", "image/webp"]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f0300050001"
    "a5f645400000000049454e44ae426082"
)


class Instance:
    """The handlers. `streaming` tells the WebSocket base address once it listens."""

    def __init__(self, service: Service, streaming: Callable[[], str]) -> None:
        self.service = service
        self.world = service.world
        self.flavour = service.world.flavour
        self.streaming = streaming

    def routes(self) -> Routes:
        return {
            ("GET", "/api/v2/instance"): self.v2,
            ("GET", "/api/v1/instance"): self.v1,
            ("GET", "/api/v1/instance/rules"): lambda request: answer([]),
            ("GET", "/api/v1/custom_emojis"): lambda request: answer([]),
            ("GET", "/.well-known/nodeinfo"): self.nodeinfo_links,
            ("GET", "/nodeinfo/2.0"): self.nodeinfo,
            ("GET", "/avatars/missing.png"): lambda request: typed(PIXEL, "image/png"),
        }

    def v2(self, request: Request) -> Response:
        feed = "authenticated" if self.flavour.tag_needs_token else "public"
        feeds = {"local": feed, "remote": feed}
        access = {"live_feeds": feeds, "hashtag_feeds": feeds, "trending_link_feeds": feeds}
        configuration = self._configuration() | {
            "urls": {"streaming": self.streaming(), "status": None},
            **({} if self.flavour.ulids else {"timelines_access": access}),
            "translation": {"enabled": False},
        }
        return answer({
            "domain": self.world.domain,
            "title": f"A small {self.flavour.name}",
            "version": self.flavour.version,
            "source_url": "https://example.test/source",
            "description": "A server for the demo and the tests",
            "usage": {"users": {"active_month": len(self.world.accounts)}},
            "thumbnail": {"url": f"{self.service.entities.url}/avatars/missing.png", "blurhash": None, "versions": {}},
            "icon": [],
            "languages": ["en", "fr"],
            "configuration": configuration,
            "registrations": {"enabled": True, "approval_required": False, "message": None, "url": None},
            "contact": {"email": "admin@example.test", "account": None},
            "rules": [],
            "api_versions": {} if self.flavour.ulids else {"mastodon": 7},
        })  # fmt: skip

    def v1(self, request: Request) -> Response:
        local = [one for one in self.world.accounts.values() if not one.host]
        return answer({
            "uri": self.world.domain,
            "title": f"A small {self.flavour.name}",
            "short_description": "A server for the demo and the tests",
            "description": "A server for the demo and the tests",
            "email": "admin@example.test",
            "version": self.flavour.version,
            "urls": {"streaming_api": self.streaming()},
            "stats": {"user_count": len(local), "status_count": len(self.world.statuses), "domain_count": 1},
            "thumbnail": None,
            "languages": ["en", "fr"],
            "registrations": True,
            "approval_required": False,
            "invites_enabled": False,
            "configuration": self._configuration(),
            "contact_account": None,
            "rules": [],
        })  # fmt: skip

    def _configuration(self) -> Json:
        return {
            "accounts": {"max_featured_tags": 10, "max_pinned_statuses": 5},
            "statuses": {
                "max_characters": self.flavour.max_characters,
                "max_media_attachments": 4,
                "characters_reserved_per_url": self.flavour.url_length,
            },
            "media_attachments": {
                "supported_mime_types": MIMES,
                "image_size_limit": 16_777_216,
                "image_matrix_limit": 33_177_600,
                "video_size_limit": 103_809_024,
                "video_frame_rate_limit": 120,
                "video_matrix_limit": 8_294_400,
                "description_limit": 1500,
            },
            "polls": {
                "max_options": 4,
                "max_characters_per_option": 50,
                "min_expiration": 300,
                "max_expiration": 2_629_746,
            },
        }

    def nodeinfo_links(self, request: Request) -> Response:
        where = f"{self.service.entities.url}/nodeinfo/2.0"
        return answer({"links": [{"rel": "http://nodeinfo.diaspora.software/ns/schema/2.0", "href": where}]})

    def nodeinfo(self, request: Request) -> Response:
        return answer({
            "version": "2.0",
            "software": {"name": self.flavour.name, "version": self.flavour.version},
            "protocols": ["activitypub"],
            "services": {"inbound": [], "outbound": []},
            "usage": {"users": {"total": len(self.world.accounts)}, "localPosts": len(self.world.statuses)},
            "openRegistrations": True,
            "metadata": {},
        })  # fmt: skip
