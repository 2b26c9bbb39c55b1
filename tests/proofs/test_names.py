"""The DNS, by a server of our own that speaks its protocol."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import dns.asyncresolver
import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from bot.errors import NotSent
from bot.proofs.names import addresses_of, did_by_dns

DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
RECORDS: dict[tuple[str, str], list[str]] = {
    ("_atproto.lemonde.example.", "TXT"): [f'"did={DID}"', '"v=spf1 -all"'],
    ("_atproto.long.example.", "TXT"): ['"did=did:plc:ewvi7nxz" "youn6zhxrhs64oiz"'],
    ("_atproto.two.example.", "TXT"): [f'"did={DID}"', '"did=did:plc:another"'],
    ("both.example.", "A"): ["93.184.216.34", "93.184.216.35"],
    ("both.example.", "AAAA"): ["2606:2800:220:1:248:1893:25c8:1946"],
}


class _Server(asyncio.DatagramProtocol):
    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        asked = dns.message.from_wire(data)
        question = asked.question[0]
        name, kind = question.name.to_text(), question.rdtype.name
        answer = dns.message.make_response(asked)
        answer.flags |= dns.flags.RA
        if name == "broken.example.":
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif rows := RECORDS.get((name, kind)):
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", kind, *rows))
        elif not any(known == name for known, _ in RECORDS):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        self.transport.sendto(answer.to_wire(), addr)


@pytest.fixture(autouse=True)
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(_Server, ("127.0.0.1", 0))
    port = transport.get_extra_info("sockname")[1]
    real = dns.asyncresolver.Resolver

    def resolver() -> dns.asyncresolver.Resolver:
        ours = real(configure=False)
        ours.nameservers, ours.port = ["127.0.0.1"], port
        return ours

    monkeypatch.setattr(dns.asyncresolver, "Resolver", resolver)
    yield
    transport.close()


@pytest.mark.parametrize(
    ("domain", "did"),
    [("lemonde.example", DID), ("long.example", DID), ("two.example", None), ("nobody.example", None)],
)
async def test_a_domain_says_which_account_it_is(domain: str, did: str | None) -> None:
    assert await did_by_dns(domain) == did


async def test_every_address_of_a_host_is_seen() -> None:
    found = await addresses_of("both.example")
    assert sorted(found[:2]) == ["93.184.216.34", "93.184.216.35"]  # a server gives them in any order
    assert found[2:] == ["2606:2800:220:1:248:1893:25c8:1946"]
    assert await addresses_of("nobody.example") == []


async def test_a_server_at_fault_says_nothing() -> None:
    with pytest.raises(NotSent):
        await addresses_of("broken.example")
