"""Apps, tokens, and the little of OAuth a bot needs."""

from __future__ import annotations

import html
import secrets
from dataclasses import dataclass

from bot.demo.http import Routes
from bot.demo.mastodon.service import Service
from bot.demo.mastodon.state import Account, Token
from bot.demo.messages import Json, Problem, Request, Response, answer, typed

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"


@dataclass(frozen=True)
class App:
    """A registered application."""

    name: str
    client_id: str
    secret: str
    redirect: str
    scopes: frozenset[str]


class OAuth:
    """The handlers. Codes are good once."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.world = service.world
        self.apps: dict[str, App] = {}
        self.codes: dict[str, tuple[Account, frozenset[str]]] = {}

    def routes(self) -> Routes:
        return {
            ("POST", "/api/v1/apps"): self.create_app,
            ("GET", "/api/v1/apps/verify_credentials"): self.verify_app,
            ("GET", "/oauth/authorize"): self.form,
            ("POST", "/oauth/authorize"): self.authorize,
            ("POST", "/oauth/token"): self.token,
            ("POST", "/oauth/revoke"): self.revoke,
        }

    def issue(self, account: Account | None, scopes: frozenset[str], app: str = "demo") -> str:
        """A new token."""
        text = secrets.token_urlsafe(32)
        self.service.tokens[text] = Token(account, scopes, app)
        return text

    def create_app(self, request: Request) -> Response:
        said = request.fields()
        scopes = frozenset(str(said.get("scopes") or "read").split())
        redirect = str(said.get("redirect_uris") or OUT_OF_BAND).split()[0]
        app = App(str(said.get("client_name")), secrets.token_urlsafe(32), secrets.token_urlsafe(32), redirect, scopes)
        self.apps[app.client_id] = app
        return answer(self._app(app) | {"id": "1", "client_id": app.client_id, "client_secret": app.secret})

    def verify_app(self, request: Request) -> Response:
        """The app of the token, with the scopes it may have."""
        token = self.service.token(request)
        return answer({
            "id": "1",
            "name": token.app,
            "website": None,
            "scopes": sorted(token.scopes),
            "redirect_uri": OUT_OF_BAND,
            "redirect_uris": [OUT_OF_BAND],
            "vapid_key": "",
        })  # fmt: skip

    def _app(self, app: App) -> Json:
        return {
            "name": app.name,
            "website": None,
            "scopes": sorted(app.scopes),
            "redirect_uri": app.redirect,
            "redirect_uris": [app.redirect],
            "vapid_key": "",
        }

    def form(self, request: Request) -> Response:
        """A sign-in form that sends back what it was given."""
        hidden = "".join(
            f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
            for name, value in request.query
        )
        page = (
            f'<form method="post" action="/oauth/authorize">{hidden}<input name="username">'
            '<input name="password" type="password"><button>Sign in</button></form>'
        )
        return typed(page.encode(), "text/html; charset=utf-8")

    def authorize(self, request: Request) -> Response:
        said = request.fields()
        account = self._by_password(said)
        code = secrets.token_urlsafe(16)
        self.codes[code] = (account, frozenset(str(said.get("scope") or "read").split()))
        redirect = str(said.get("redirect_uri") or OUT_OF_BAND)
        if redirect == OUT_OF_BAND:
            return typed(f"<code>{code}</code>".encode(), "text/html; charset=utf-8")
        return Response(302, b"", (("Location", f"{redirect}?code={code}"),))

    def token(self, request: Request) -> Response:
        """Grants: authorization_code, password, client_credentials."""
        said = request.fields()
        app = self.apps.get(str(said.get("client_id")))
        if app is None or said.get("client_secret") != app.secret:
            raise Problem(401, "invalid_client")
        account, scopes = self._granted(said)
        text = self.issue(account, scopes, app.name)
        return answer(
            {"access_token": text, "token_type": "Bearer", "scope": " ".join(sorted(scopes)), "created_at": 0}
        )

    def _granted(self, said: Json) -> tuple[Account | None, frozenset[str]]:
        wanted = frozenset(str(said.get("scope") or "read").split())
        kind = said.get("grant_type")
        if kind == "client_credentials":
            return None, wanted
        if kind == "password":
            return self._by_password(said), wanted
        if kind == "authorization_code" and (found := self.codes.pop(str(said.get("code")), None)):
            return found
        raise Problem(400, "invalid_grant")

    def _by_password(self, said: Json) -> Account:
        account = self.world.who(str(said.get("username") or ""))
        if account is None or account.host or said.get("password") != account.password:
            raise Problem(400, "invalid_grant")
        return account

    def revoke(self, request: Request) -> Response:
        self.service.tokens.pop(str(request.fields().get("token")), None)
        return answer({})
