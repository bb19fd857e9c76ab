"""Page."""


def page() -> None:
    """Show."""
