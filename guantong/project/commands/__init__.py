"""The subcommands, one module each: a module has `register(app)`, which adds its command to the app."""

MODULES = (
    "run",
    "web",
    "worker",
    "setup_database",
    "migrate",
    "db",
    "doctor",
    "demo",
    "extract",
    "route",
    "reconcile",
    "report",
    "figures",
    "scores",
    "ballot",
    "ledger",
    "calendar",
    "docs",
)
"""In the order in which `guantong --help` lists them. A module loads nothing heavy until it is called."""
