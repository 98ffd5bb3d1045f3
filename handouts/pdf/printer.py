"""Pages to PDF: the way into this room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from handouts.dataclass import dataclass
from handouts.pdf import metadata
from handouts.pdf.content import ContentStream
from handouts.pdf.document import Document, deflated, stream
from handouts.pdf.icc import srgb
from handouts.pdf.navigation import destinations, link, outline
from handouts.pdf.resources import Resources
from handouts.pdf.store import Store
from handouts.pdf.structure import Annotation, StructureTree, TaggedPage
from handouts.pdf.syntax import number, reference, text_string
from handouts.typeset.page import Element, Page, Pages


class Printer:
    """Prints documents: tagged PDF 1.7 that means to pass PDF/UA-1 and PDF/A-2a.

    Made once for a run. It keeps fonts, set words, pictures and drawings from one document to the
    next; what it keeps never shows in the bytes, which depend on the pages alone.
    """

    def __init__(self) -> None:
        self._store = Store()
        self._profile = deflated("/N 3", srgb())

    def print(self, pages: Pages, grey: bool = False) -> bytes:
        """Give the file. ``grey`` prints every colour as the grey of the same luminance.

        Raises ``ValueError`` or ``KeyError`` where ``pages`` is not what it should be: a group
        outside the structure tree, a link to nowhere, a glyph that its font lacks.
        """
        self._store.trim()
        return _Printing(self._store, self._profile, pages, grey).file()


@dataclass(frozen=True, slots=True)
class _Content:
    """What is painted on a page, as a stream object, and the MCIDs of its groups."""

    stream: bytes
    mcids: Sequence[int | None]


class _Printing:
    """One document being printed."""

    def __init__(self, store: Store, profile: bytes, pages: Pages, grey: bool) -> None:
        self._pages = pages
        self._profile = profile
        self._document = Document()
        self._resources = Resources(store, grey)
        self._numbers = [self._document.reserve() for _ in pages.pages]
        self._places = destinations(pages.pages, self._numbers)

    def file(self) -> bytes:
        """Give the bytes."""
        document = self._document
        contents = [self._painted(page) for page in self._pages.pages]
        annotations = self._add_links()
        structure = self._add_structure(contents, annotations)
        catalog = self._add_catalog(self._add_pages(contents, annotations), structure)
        information = document.add(metadata.information(self._pages.metadata))
        return document.finish(catalog, information)

    def _painted(self, page: Page) -> _Content:
        """Paint a page. Of its operators nothing is kept: a pack may have thousands of pages."""
        content = ContentStream(page, self._resources)
        return _Content(deflated("", content.data), content.mcids)

    def _add_links(self) -> list[tuple[Element, Annotation]]:
        first, key = self._document.next_number, len(self._pages.pages)
        annotations: list[tuple[Element, Annotation]] = []
        bodies: list[str] = []
        for page, page_number in zip(self._pages.pages, self._numbers, strict=True):
            for each in page.links:
                index = len(bodies)
                bodies.append(link(each, page, key + index, self._places))
                annotation = Annotation(first + index, key + index, page_number)
                annotations.append((each.element, annotation))
        self._document.pack(bodies)
        return annotations

    def _add_structure(
        self,
        contents: Sequence[_Content],
        annotations: Sequence[tuple[Element, Annotation]],
    ) -> int:
        by_element = defaultdict(list)
        for element, annotation in annotations:
            by_element[element].append(annotation)
        tagged = [
            TaggedPage(page_number, content.mcids)
            for page_number, content in zip(self._numbers, contents, strict=True)
        ]
        first = self._document.next_number
        self._document.pack(StructureTree(self._pages, tagged, by_element, first).bodies)
        return first

    def _add_pages(
        self,
        contents: Sequence[_Content],
        annotations: Sequence[tuple[Element, Annotation]],
    ) -> int:
        """Write the pages, and give the number of the page tree."""
        document = self._document
        tree, resources = document.reserve(), self._resources.write(document)
        links = defaultdict(list)
        for _, annotation in annotations:
            links[annotation.page].append(reference(annotation.number))
        for key, page_number in enumerate(self._numbers):
            page, here = self._pages.pages[key], links.get(page_number)
            annotated = f"/Annots[{' '.join(here)}]" if here else ""
            content = document.add(contents[key].stream)
            body = (
                f"<</Type/Page/Parent {reference(tree)}/Resources {reference(resources)}"
                f"/MediaBox[0 0 {number(page.width)} {number(page.height)}]"
                f"/Contents {reference(content)}/StructParents {key}/Tabs/S{annotated}>>"
            )
            document.define(page_number, body.encode())
        kids = " ".join(map(reference, self._numbers))
        body = f"<</Type/Pages/Count {len(self._numbers)}/Kids[{kids}]>>"
        document.define(tree, body.encode())
        return tree

    def _add_catalog(self, pages: int, structure: int) -> int:
        document = self._document
        packet = stream("/Type/Metadata/Subtype/XML", metadata.xmp(self._pages.metadata))
        profile = reference(document.add(self._profile))
        body = (
            f"<</Type/Catalog/Pages {reference(pages)}/StructTreeRoot {reference(structure)}"
            f"/Metadata {reference(document.add(packet))}"
            f"/Lang{text_string(self._pages.metadata.language)}/MarkInfo<</Marked true>>"
            "/ViewerPreferences<</DisplayDocTitle true>>"
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
            f"/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile}>>]"
            f"{self._add_outline()}>>"
        )
        return document.add(body.encode("latin-1"))

    def _add_outline(self) -> str:
        if not self._pages.outline:
            return ""
        first = self._document.next_number
        self._document.pack(outline(self._pages.outline, self._places, first))
        return f"/PageMode/UseOutlines/Outlines {reference(first)}"
