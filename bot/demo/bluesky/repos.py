"""com.atproto.repo.*: writing and reading records, with the exact answers of a real PDS."""

from __future__ import annotations

from bot.demo.bluesky.records import BLOCK, FOLLOW, LIKE, SINGLE, blob_cid, check_key, check_record, cid_of
from bot.demo.bluesky.service import Service
from bot.demo.bluesky.state import Commit, Repo, Stored, Write, subject_of
from bot.demo.http import Routes
from bot.demo.messages import Json, Problem, Request, Response, answer

MOST_WRITES = 200
LARGEST_BLOB = 5_242_880  # bytes
ONCE_PER_SUBJECT = {FOLLOW, LIKE, BLOCK}
MAGIC = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}


class Repos:
    """The handlers of one network."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.world = service.world

    def routes(self) -> Routes:
        base = "/xrpc/com.atproto.repo."
        return {
            ("POST", base + "putRecord"): self.put_record,
            ("POST", base + "createRecord"): self.create_record,
            ("POST", base + "deleteRecord"): self.delete_record,
            ("POST", base + "applyWrites"): self.apply_writes,
            ("POST", base + "uploadBlob"): self.upload_blob,
            ("GET", base + "getRecord"): self.get_record,
            ("GET", base + "listRecords"): self.list_records,
            ("GET", base + "describeRepo"): self.describe_repo,
            ("GET", "/xrpc/com.atproto.sync.getBlob"): self.get_blob,
        }

    def put_record(self, request: Request) -> Response:
        """The table of research/bluesky.md section 2: created, no-op without `commit`, edit, or InvalidSwap."""
        repo, said = self._writer(request)
        collection, rkey = str(said.get("collection", "")), str(said.get("rkey", ""))
        check_key(collection, rkey)
        record = check_record(collection, said.get("record"))
        old = repo.records.get((collection, rkey))
        if old and old.cid == cid_of(record):
            return answer(_written(old, None))
        self._check_swap(repo, said, old)
        commit = self.world.commit(repo, [Write("update" if old else "create", collection, rkey, record)])
        return answer(_written(repo.records[(collection, rkey)], commit))

    def create_record(self, request: Request) -> Response:
        """A taken key is a 500 on the real server; so it is here."""
        repo, said = self._writer(request)
        collection = str(said.get("collection", ""))
        rkey = str(said.get("rkey") or ("self" if collection in SINGLE else self.world.tick()))
        check_key(collection, rkey)
        record = check_record(collection, said.get("record"))
        if (collection, rkey) in repo.records:
            raise Problem(500, "InternalServerError", "Internal Server Error")
        self._check_swap(repo, said, None)
        write = Write("create", collection, rkey, record)
        commit = self.world.commit(repo, [*_replaced(repo, collection, record), write])
        return answer(_written(repo.records[(collection, rkey)], commit))

    def delete_record(self, request: Request) -> Response:
        repo, said = self._writer(request)
        key = (str(said.get("collection", "")), str(said.get("rkey", "")))
        old = repo.records.get(key)
        self._check_swap(repo, said, old)
        if old is None:
            return answer({})
        return answer({"commit": _commit(self.world.commit(repo, [Write("delete", *key)]))})

    def apply_writes(self, request: Request) -> Response:
        """All or nothing; results in the order of the writes."""
        repo, said = self._writer(request)
        if len(said.get("writes") or []) > MOST_WRITES:
            raise Problem(400, "InvalidRequest", f"Too many writes. Max: {MOST_WRITES}")
        writes = [self._write(item) for item in said.get("writes") or []]
        taken = set(repo.records)
        for write in writes:
            key = (write.collection, write.rkey)
            if (write.action == "create") == (key in taken):
                raise Problem(500, "InternalServerError", "Internal Server Error")
            (taken.discard if write.action == "delete" else taken.add)(key)
        commit = self.world.commit(repo, writes)
        return answer({"commit": _commit(commit), "results": [_result(repo, write) for write in writes]})

    def _write(self, item: Json) -> Write:
        action = str(item.get("$type", "")).rpartition("#")[2]
        if action not in ("create", "update", "delete"):
            raise Problem(400, "InvalidRequest", "Action not supported")
        collection = str(item.get("collection", ""))
        rkey = str(item.get("rkey") or self.world.tick())
        check_key(collection, rkey)
        record = None if action == "delete" else check_record(collection, item.get("value"))
        return Write(action, collection, rkey, record)

    def upload_blob(self, request: Request) -> Response:
        self.service.writer(request)
        if len(request.body) > LARGEST_BLOB:
            raise Problem(413, "PayloadTooLarge", "request entity too large")
        sniffed = next((mime for magic, mime in MAGIC.items() if request.body.startswith(magic)), None)
        mime = sniffed or request.mime or "application/octet-stream"
        cid = blob_cid(request.body)
        self.world.blobs[cid] = (request.body, mime)
        blob = {"$type": "blob", "ref": {"$link": cid}, "mimeType": mime, "size": len(request.body)}
        return answer({"blob": blob})

    def get_record(self, request: Request) -> Response:
        repo = self._named(request)
        uri = f"at://{request.one('repo')}/{request.one('collection')}/{request.one('rkey')}"
        stored = repo.records.get((request.one("collection"), request.one("rkey")))
        if stored is None or request.one("cid", stored.cid) != stored.cid:
            raise Problem(400, "RecordNotFound", f"Could not locate record: {uri}")
        return answer({"uri": stored.uri, "cid": stored.cid, "value": stored.record})

    def list_records(self, request: Request) -> Response:
        """Newest key first, as the real one; `cursor` is the last key shown."""
        repo, cursor = self._named(request), request.one("cursor")
        oldest_first = request.one("reverse") == "true"
        found = [item for key, item in repo.records.items() if key[0] == request.one("collection")]
        found.sort(key=lambda item: item.rkey, reverse=not oldest_first)
        if cursor:
            found = [item for item in found if (item.rkey > cursor if oldest_first else item.rkey < cursor)]
        page = found[: request.strict_number("limit", 50, 1, 100)]
        records = [{"uri": item.uri, "cid": item.cid, "value": item.record} for item in page]
        return answer({"records": records} | ({"cursor": page[-1].rkey} if page else {}))

    def describe_repo(self, request: Request) -> Response:
        repo = self._named(request)
        collections = sorted({key[0] for key in repo.records})
        return answer({"handle": repo.handle, "did": repo.did, "didDoc": {}, "collections": collections,
                       "handleIsCorrect": True})  # fmt: skip

    def get_blob(self, request: Request) -> Response:
        found = self.world.blobs.get(request.one("cid"))
        if found is None:
            raise Problem(400, "BlobNotFound", "Blob not found")
        return Response(200, found[0], (("Content-Type", found[1]),))

    def _writer(self, request: Request) -> tuple[Repo, Json]:
        """The signed-in account and what it wants to write into its own repository."""
        repo, said = self.service.writer(request), request.json()
        if self.world.who(str(said.get("repo", ""))) is not repo:
            raise Problem(401, "AuthenticationRequired", "Authentication Required")
        if "swapCommit" in said and said["swapCommit"] not in (None, repo.head.cid):
            raise Problem(400, "InvalidSwap", f"Commit was at {repo.head.cid}")
        return repo, said

    def _check_swap(self, repo: Repo, said: Json, old: Stored | None) -> None:
        if "swapRecord" in said and said["swapRecord"] != (old.cid if old else None):
            raise Problem(400, "InvalidSwap", f"Record was at {old.cid if old else 'null'}")

    def _named(self, request: Request) -> Repo:
        repo = self.world.who(request.one("repo"))
        if repo is None or repo.status != "active":
            raise Problem(400, "InvalidRequest", f"Could not find repo: {request.one('repo')}")
        return repo


def _replaced(repo: Repo, collection: str, record: Json) -> list[Write]:
    """A second createRecord of a follow, like or block about the same subject removes the first."""
    if collection not in ONCE_PER_SUBJECT:
        return []
    subject = subject_of(record)
    return [
        Write("delete", *key)
        for key, old in repo.records.items()
        if key[0] == collection and subject_of(old.record) == subject
    ]


def _written(stored: Stored, commit: Commit | None) -> Json:
    body = {"uri": stored.uri, "cid": stored.cid, "validationStatus": "valid"}
    return body | ({"commit": _commit(commit)} if commit else {})


def _commit(commit: Commit) -> Json:
    return {"cid": commit.cid, "rev": commit.rev}


def _result(repo: Repo, write: Write) -> Json:
    kind = f"com.atproto.repo.applyWrites#{write.action}Result"
    stored = repo.records.get((write.collection, write.rkey))
    if write.action == "delete" or stored is None:
        return {"$type": kind}
    return {"$type": kind, "uri": stored.uri, "cid": stored.cid, "validationStatus": "valid"}
