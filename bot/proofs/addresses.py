"""Which addresses of the Internet may be asked for a page that a stranger names: public ones, and nothing else.

A name that leads anywhere inside (ourselves, our network, the cloud's own services) would make us its hand.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

Address = IPv4Address | IPv6Address

_UNICAST: Final = IPv6Network("2000::/3")
_CLOSED: Final = tuple(
    (IPv6Network if ":" in block else IPv4Network)(block)
    for block in (
        # https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-special-registry: what Python's own
        # `is_global` lets through, or has let through in some release.
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        # Addresses that carry another within them (6to4, Teredo), and what is for tests and documents.
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
    )
)  # fmt: skip


def is_public(text: str) -> bool:
    """Whether an address is on the public Internet. One that is mapped, translated or tunnelled (::ffff:, 64:ff9b::,
    2002:, Teredo) is not: what lies behind it is not seen.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:93.184.216.34")
    (True, False, False)
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and (address not in _UNICAST or address.scope_id):
        return False
    return address.is_global and not any(address in block for block in _CLOSED if block.version == address.version)
