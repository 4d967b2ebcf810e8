"""Links of the page: a set of filters, as the page's script reads them from the fragment."""

from urllib.parse import quote


def link(**filters: str) -> str:
    """The fragment that shows the issues which pass these filters; values as `safe` made them."""
    return "#" + "&".join(
        f"{name}={quote(value.encode('utf-8', 'replace'), safe='/')}" for name, value in filters.items()
    )
