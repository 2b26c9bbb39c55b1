"""What becomes of accounts on the real Bluesky network, as its stream and its AppView tell it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.lives import Life, Sign, Standing
from bot.networks.bluesky import Bluesky
from tests.contract.worlds_bluesky import RealWorld
from tests.realnet.network import RealNetwork

pytestmark = pytest.mark.realnet


class Watch:
    """Hears the signs of one account."""

    def __init__(self, network: Bluesky, did: str) -> None:
        self.network, self.did = network, did
        self.heard: list[Sign] = []
        self.listening = asyncio.Event()

    async def run(self) -> None:
        async for batch in self.network.encounters({}):
            self.heard += [sign for sign in batch.signs if sign.account.id == self.did]
            self.listening.set()

    async def until(self, status: str, number: int = 1) -> None:
        async with asyncio.timeout(30):
            while [sign.status for sign in self.heard].count(status) < number:  # noqa: ASYNC110 - a test waits
                await asyncio.sleep(0.05)


@asynccontextmanager
async def watching(world: RealWorld, who: str, folder: Path) -> AsyncIterator[Watch]:
    network = world.network(folder)
    await network.open()
    watch = Watch(network, world.dids[who])
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(watch.run())
        async with asyncio.timeout(30):
            await watch.listening.wait()
        await asyncio.sleep(1.0)
        yield watch
        task.cancel()
    await network.close()


async def becomes(watch: Watch, standing: Standing, status: str = "", handle: str = "") -> Life:
    """What the AppView says, once it says so: it lags the stream."""
    while True:
        life = await watch.network.life(Account(Platform.BLUESKY, watch.did))
        named = not handle or (life.account is not None and life.account.handle == handle)
        if (life.standing, life.status) == (standing, status) and named:
            return life
        await asyncio.sleep(0.2)


def admin(net: RealNetwork, method: str, body: dict[str, object]) -> None:
    told = httpx.post(f"{net.pds}/xrpc/{method}", json=body, auth=("admin", net.admin_password), timeout=30)
    told.raise_for_status()


async def test_a_new_name_a_break_and_an_end(realnet: RealNetwork, tmp_path: Path) -> None:
    world = RealWorld.start(realnet)
    ann = await world.person("ann")
    async with watching(world, ann, tmp_path) as watch:
        assert (await becomes(watch, Standing.ACTIVE)).account == await watch.network.profile(ann)
        world.act(ann, "com.atproto.identity.updateHandle", {"handle": f"new-{ann}"})
        await watch.until("")
        await becomes(watch, Standing.ACTIVE, handle=f"new-{ann}")
        world.act(ann, "com.atproto.server.deactivateAccount", {})
        await watch.until("deactivated")
        await becomes(watch, Standing.AWAY, "deactivated")
        world.act(ann, "com.atproto.server.activateAccount", None)
        await watch.until("active")
        await becomes(watch, Standing.ACTIVE)
        subject = {"$type": "com.atproto.admin.defs#repoRef", "did": watch.did}
        for applied in (True, False):
            takedown = {"subject": subject, "takedown": {"applied": applied, "ref": "test"}}
            admin(realnet, "com.atproto.admin.updateSubjectStatus", takedown)
            await (watch.until("takendown") if applied else watch.until("active", 2))
        admin(realnet, "com.atproto.admin.deleteAccount", {"did": watch.did})
        await watch.until("deleted")
        await becomes(watch, Standing.GONE)
