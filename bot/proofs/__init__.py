"""Where proofs are read that lie outside the networks we speak on."""
