"""Access and refresh tokens as JWTs, as a PDS gives and refuses them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass

from bot.demo.messages import Json, Problem

ACCESS_SECONDS = 7200
REFRESH_SECONDS = 90 * 86_400
AUDIENCE = "did:web:127.0.0.1"
ACCESS, REFRESH = "com.atproto.access", "com.atproto.refresh"


@dataclass(frozen=True)
class Token:
    """What a signed token says."""

    scope: str
    did: str
    jti: str
    expires: float


class Tokens:
    """Signs and reads tokens. `access_seconds` is the life of the next ones; negative makes them born dead."""

    def __init__(self) -> None:
        self.access_seconds = ACCESS_SECONDS
        self.refresh_seconds = REFRESH_SECONDS
        self.logins = 0
        self.refreshes = 0
        self._key = secrets.token_bytes(32)
        self._alive: dict[str, str] = {}
        self._successors: dict[str, Json] = {}

    def pair(self, did: str) -> Json:
        """A new access and refresh token."""
        return {
            "accessJwt": self._sign(ACCESS, did, self.access_seconds),
            "refreshJwt": self._sign(REFRESH, did, self.refresh_seconds),
        }

    def renew(self, token: Token) -> Json:
        """The successors of a refresh token; the same ones when an answer was lost and it is used again."""
        if token.jti not in self._successors:
            self.refreshes += 1
            self._successors[token.jti] = self.pair(token.did)
        return self._successors[token.jti]

    def revoke(self, did: str) -> None:
        """Every token of this account is refused from now on."""
        self._alive = {jti: owner for jti, owner in self._alive.items() if owner != did}

    def read(self, text: str, scope: str) -> Token:
        """What a token says; raises the Problem a PDS answers for a bad one."""
        if not text:
            raise Problem(401, "AuthMissing", "Authentication Required")
        body, _, signature = text.rpartition(".")
        if not hmac.compare_digest(_encode(self._mac(body)), signature):
            raise Problem(400, "InvalidToken", "Token could not be verified")
        said = json.loads(_decode(body.partition(".")[2]))
        token = Token(said["scope"], said["sub"], said["jti"], said["exp"])
        if token.expires <= time.time() or token.jti not in self._alive:
            raise Problem(400, "ExpiredToken", "Token has expired")
        if token.scope != scope:
            raise Problem(400, "InvalidToken", "Bad token scope" if scope == ACCESS else "Token could not be verified")
        return token

    def _sign(self, scope: str, did: str, seconds: float) -> str:
        jti, now = secrets.token_urlsafe(16), int(time.time())
        self._alive[jti] = did
        said = {"scope": scope, "sub": did, "aud": AUDIENCE, "iat": now, "exp": int(now + seconds), "jti": jti}
        body = _encode(b'{"typ":"at+jwt","alg":"HS256"}') + "." + _encode(json.dumps(said).encode())
        return body + "." + _encode(self._mac(body))

    def _mac(self, body: str) -> bytes:
        return hmac.new(self._key, body.encode(), hashlib.sha256).digest()


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
