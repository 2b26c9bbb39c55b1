"""Logging in, and who is who: com.atproto.server.* and com.atproto.identity.*"""

from __future__ import annotations

from bot.demo.bluesky.service import Service, check_active
from bot.demo.bluesky.state import Repo
from bot.demo.bluesky.tokens import AUDIENCE, REFRESH
from bot.demo.http import Routes
from bot.demo.messages import Json, Problem, Request, Response, answer


class Sessions:
    """The handlers, and the PLC directory's one answer."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.world = service.world
        self.tokens = service.tokens

    def routes(self) -> Routes:
        base = "/xrpc/com.atproto."
        return {
            ("POST", base + "server.createSession"): self.create_session,
            ("POST", base + "server.refreshSession"): self.refresh_session,
            ("POST", base + "server.deleteSession"): self.delete_session,
            ("GET", base + "server.getSession"): self.get_session,
            ("POST", base + "server.createAccount"): self.create_account,
            ("GET", base + "server.describeServer"): self.describe_server,
            ("GET", base + "identity.resolveHandle"): self.resolve_handle,
            ("GET", "/{did}"): self.did_document,
        }

    def create_session(self, request: Request) -> Response:
        said = request.json()
        self.tokens.logins += 1
        repo = self.world.who(str(said.get("identifier", "")))
        if repo is None or said.get("password") != repo.password:
            raise Problem(401, "AuthenticationRequired", "Invalid identifier or password")
        check_active(repo)
        return self._session(repo, self.tokens.pair(repo.did))

    def refresh_session(self, request: Request) -> Response:
        token = self.tokens.read(request.bearer, REFRESH)
        repo = self.world.repos[token.did]
        check_active(repo)
        return self._session(repo, self.tokens.renew(token))

    def get_session(self, request: Request) -> Response:
        return answer(_described(self.service.views.url, self.service.signed_in(request)))

    def delete_session(self, request: Request) -> Response:
        self.tokens.revoke(self.tokens.read(request.bearer, REFRESH).did)
        return answer({})

    def create_account(self, request: Request) -> Response:
        said = request.json()
        handle = str(said.get("handle", ""))
        if "." not in handle:
            raise Problem(400, "InvalidHandle", "Input/handle must be a valid handle")
        repo = self.world.create(handle, str(said.get("password", "")))
        known = {"handle": repo.handle, "did": repo.did, "didDoc": did_doc(self.service.views.url, repo)}
        return answer(self.tokens.pair(repo.did) | known)

    def describe_server(self, request: Request) -> Response:
        return answer({"did": AUDIENCE, "availableUserDomains": [".test"], "inviteCodeRequired": False})

    def resolve_handle(self, request: Request) -> Response:
        repo = self.world.who(request.one("handle"))
        if repo is None or request.one("handle").startswith("did:"):
            raise Problem(400, "HandleNotFound", "Unable to resolve handle")
        return answer({"did": repo.did})

    def did_document(self, request: Request) -> Response:
        repo = self.world.repos.get(request.params["did"])
        if repo is None:
            raise Problem(404, "NotFound", "DID not registered")
        return answer(did_doc(self.service.views.url, repo))

    def _session(self, repo: Repo, pair: Json) -> Response:
        return answer(pair | _described(self.service.views.url, repo))


def did_doc(url: str, repo: Repo) -> Json:
    """The DID document: its PDS is this server, where the SDK goes after login."""
    return {
        "@context": ["https://www.w3.org/ns/did/v1"],
        "id": repo.did,
        "alsoKnownAs": [f"at://{repo.handle}"],
        "verificationMethod": [],
        "service": [{"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": url}],
    }


def _described(url: str, repo: Repo) -> Json:
    return {
        "handle": repo.handle,
        "did": repo.did,
        "didDoc": did_doc(url, repo),
        "email": "somebody@example.test",
        "emailConfirmed": True,
        "active": repo.status == "active",
    }
