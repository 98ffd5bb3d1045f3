"""Pages to PDF: the way into this room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from io import BytesIO

from handouts.pdf import metadata
from handouts.pdf.content import ContentStream
from handouts.pdf.document import Document, Output, deflated, stream
from handouts.pdf.icc import srgb
from handouts.pdf.navigation import destinations, link, outline
from handouts.pdf.resources import Resources
from handouts.pdf.store import Store
from handouts.pdf.structure import Annotation, StructureTree, TaggedPage
from handouts.pdf.syntax import number, reference, text_string
from handouts.typeset.page import Element, Metadata, OutlineEntry, Page, Pages


class Printer:
    """Prints documents: tagged PDF 1.7 that means to pass PDF/UA-1 and PDF/A-2a.

    Made once for a run. It keeps fonts, set words, pictures and drawings from one document to the
    next; what it keeps never shows in the bytes, which depend on the pages alone.
    """

    def __init__(self) -> None:
        self._store = Store()
        self._profile = deflated("/N 3", srgb())

    def print(self, pages: Pages, grey: bool = False) -> bytes:
        """Give the file of one document; see ``Printing``."""
        out = BytesIO()
        printing = self.begin(out, grey)
        printing.add(pages)
        printing.finish(pages.metadata)
        return out.getvalue()

    def begin(self, out: Output, grey: bool = False) -> Printing:
        """Begin a file that is written to ``out`` as its documents are added."""
        self._store.trim()
        return Printing(self._store, self._profile, out, grey)


class Printing:
    """A file being printed, one document after the other: of what has been printed little is kept.

    ``grey`` prints every colour as the grey of the same luminance. Adding raises ``ValueError`` or
    ``KeyError`` where pages are not what they should be: a group outside the structure tree, a link
    to nowhere, a glyph that its font lacks; and what ``out`` raises when it is written to.
    """

    def __init__(self, store: Store, profile: bytes, out: Output, grey: bool) -> None:
        self._profile = profile
        self._document = Document(out)
        self._page_tree = self._document.reserve()
        self._dictionary = self._document.reserve()
        self._resources = Resources(store, grey)
        self._structure = StructureTree(self._document)
        self._numbers: list[int] = []
        self._outline: list[tuple[OutlineEntry, str]] = []

    def add(self, pages: Pages) -> None:
        """Print a document. Its links and its outline lead to places within it."""
        first, count = self._document.reserve(len(pages.pages)), len(pages.pages)
        numbers = range(first, first + count)
        places = destinations(pages.pages, numbers)
        annotations = self._add_links(pages.pages, numbers, places)
        tagged = [
            self._add_page(page, number, self._structure.next_key + index, annotations)
            for index, (page, number) in enumerate(zip(pages.pages, numbers, strict=True))
        ]
        by_element = defaultdict(list)
        for element, annotation in annotations:
            by_element[element].append(annotation)
        if pages.begins_section:
            self._structure.begin_section()
        self._structure.add(pages.structure, tagged, by_element)
        self._resources.settle()
        self._numbers += numbers
        self._outline += [(entry, places[entry.destination]) for entry in pages.outline]

    def finish(self, about: Metadata) -> None:
        """Write all that the documents have in common; the file is whole."""
        document = self._document
        self._structure.finish()
        self._resources.write(document, self._dictionary)
        kids = " ".join(map(reference, self._numbers))
        body = f"<</Type/Pages/Count {len(self._numbers)}/Kids[{kids}]>>"
        document.define(self._page_tree, body.encode())
        catalog = self._add_catalog(about)
        document.finish(catalog, document.add(metadata.information(about)))

    def _add_links(
        self, pages: Sequence[Page], numbers: Sequence[int], places: Mapping[str, str]
    ) -> list[tuple[Element, Annotation]]:
        """Write the links of pages. Their keys in the parent tree follow those of the pages."""
        first, key = self._document.next_number, self._structure.next_key + len(pages)
        annotations: list[tuple[Element, Annotation]] = []
        bodies: list[str] = []
        for page, page_number in zip(pages, numbers, strict=True):
            for each in page.links:
                index = len(bodies)
                bodies.append(link(each, page, key + index, places))
                annotation = Annotation(first + index, key + index, page_number)
                annotations.append((each.element, annotation))
        self._document.pack(bodies)
        return annotations

    def _add_page(
        self,
        page: Page,
        page_number: int,
        key: int,
        annotations: Sequence[tuple[Element, Annotation]],
    ) -> TaggedPage:
        """Paint a page. Of its operators nothing is kept: a pack may have thousands of pages."""
        painted = ContentStream(page, self._resources)
        content = self._document.add(deflated("", painted.data))
        here = [reference(each.number) for _, each in annotations if each.page == page_number]
        annotated = f"/Annots[{' '.join(here)}]" if here else ""
        turned = "/Rotate 180" if page.turned else ""
        body = (
            f"<</Type/Page/Parent {reference(self._page_tree)}"
            f"/Resources {reference(self._dictionary)}"
            f"/MediaBox[0 0 {number(page.width)} {number(page.height)}]{turned}"
            f"/Contents {reference(content)}/StructParents {key}/Tabs/S{annotated}>>"
        )
        self._document.define(page_number, body.encode())
        return TaggedPage(page_number, page.height, painted.mcids)

    def _add_catalog(self, about: Metadata) -> int:
        document = self._document
        packet = stream("/Type/Metadata/Subtype/XML", metadata.xmp(about))
        profile = reference(document.add(self._profile))
        body = (
            f"<</Type/Catalog/Pages {reference(self._page_tree)}"
            f"/StructTreeRoot {reference(self._structure.root)}"
            f"/Metadata {reference(document.add(packet))}"
            f"/Lang{text_string(about.language)}/MarkInfo<</Marked true>>"
            "/ViewerPreferences<</DisplayDocTitle true>>"
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
            f"/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile}>>]"
            f"{self._add_outline()}>>"
        )
        return document.add(body.encode("latin-1"))

    def _add_outline(self) -> str:
        if not self._outline:
            return ""
        first = self._document.next_number
        self._document.pack(outline(self._outline, first))
        return f"/PageMode/UseOutlines/Outlines {reference(first)}"
