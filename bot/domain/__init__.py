"""What we know and decide. No I/O, no clock, no SDK: `now` and keys are arguments, decisions are Effects."""
