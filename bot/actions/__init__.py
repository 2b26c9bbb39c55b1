"""What we do. Each function is one transaction: plain, taking `tx` and `now`; no network is ever called in it."""
