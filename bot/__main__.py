"""`python -m bot` is `quittex`."""

from bot.cli import main

main(prog_name="quittex")
