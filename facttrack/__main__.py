"""`python -m facttrack` is the command `facttrack`."""

from facttrack.cli import main

main()
