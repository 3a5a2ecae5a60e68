"""`python -m guantong.project`: the same as the `guantong` command."""

from guantong.project.cli import main

main()
