"""Brands: what a brand says that comes out badly on paper."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.model.brand import Brand
from handouts.source.problem import Problem, Severity

CONTACT = 120
"""Characters of address and website that one line at the head of a page holds (540 points)."""

WEBSITE = 60
"""Characters of an address that people still type, and whose code stays small."""


def look_at_brand(brand: Brand) -> Iterator[Problem]:
    """Warn of contact that takes more than a line, and of a website that is long, or is none.

    Its colours and its logo are looked at where they print.
    """
    length = len(" · ".join(filter(None, (*brand.contact, brand.website))))
    if length > CONTACT:
        message = f"the line of contact is {length} characters long; {CONTACT} fit on one line"
        hint = "leave out what nobody writes or calls"
        place = brand.places.get("contact") or brand.places.get("website")
        yield Problem("long-contact", message, place, hint, Severity.WARNING)
    if brand.website and " " in brand.website:
        message = "there is a space in the website, where no address has one"
        hint = f"write {brand.website.replace(' ', '-')}, or whatever it is in full"
        yield Problem(
            "spaced-website", message, brand.places.get("website"), hint, Severity.WARNING
        )
    if brand.website and len(brand.website) > WEBSITE:
        message = f"the website is {len(brand.website)} characters long, so its QR code grows"
        hint = f"write an address of {WEBSITE} characters or fewer; some people type it"
        yield Problem("long-website", message, brand.places.get("website"), hint, Severity.WARNING)
