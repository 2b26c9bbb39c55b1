"""Questions to the DNS: where a name leads, and which Bluesky account a domain says it is."""

from __future__ import annotations

from typing import Final

from bot.errors import NotSent

SECONDS: Final = 3.0
DID_PREFIX: Final = "did="


async def addresses_of(host: str) -> list[str]:
    """Every address of a host, those of IPv4 first; none if there is no such name. NotSent."""
    return [*await _asked(host, "A"), *await _asked(host, "AAAA")]


async def txt_of(name: str) -> list[str]:
    """Every text record of a name; none if there is no such name. NotSent."""
    return await _asked(name, "TXT")


async def did_by_dns(domain: str) -> str | None:
    """The DID that `_atproto.DOMAIN` says; None without exactly one. NotSent.

    Source: https://atproto.com/specs/handle#dns-txt-method
    """
    said = await txt_of(f"_atproto.{domain}")
    found = {text.removeprefix(DID_PREFIX) for text in said if text.startswith(DID_PREFIX)}
    return found.pop() if len(found) == 1 else None


async def _asked(name: str, kind: str) -> list[str]:
    import dns.asyncresolver  # here: only those who look at proofs pay for it
    import dns.exception
    import dns.resolver

    try:
        answer = await dns.asyncresolver.Resolver().resolve(name, kind, lifetime=SECONDS, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    except (dns.exception.DNSException, OSError) as error:
        raise NotSent("a name cannot be asked for") from error
    if kind == "TXT":
        return [b"".join(row.strings).decode("utf-8", "replace") for row in answer]
    return [str(row.address) for row in answer]
