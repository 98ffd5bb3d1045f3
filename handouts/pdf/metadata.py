"""What a file says of itself: XMP (ISO 16684-1) and the same in its information dictionary."""

from __future__ import annotations

from handouts.pdf.syntax import text_string
from handouts.typeset.page import Metadata

_CREATOR = "handouts"
_PRODUCER = "handouts"
_MIDNIGHT = "T00:00:00Z"
_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})

_HEAD = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
"""

_TAIL = """\
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
"""PDF/A (ISO 19005-2, 6.6) and PDF/UA (ISO 14289-1, 5) identification.

PDF/A knows no property of PDF/UA, so the file must describe the one it has.
"""


def xmp(metadata: Metadata) -> bytes:
    """Write the XMP packet."""
    keywords = ", ".join(metadata.keywords)
    properties = (
        _alternatives("dc:title", metadata.title),
        _sequence("dc:creator", metadata.author),
        _alternatives("dc:description", metadata.subject),
        f"<dc:language><rdf:Bag><rdf:li>{_escaped(metadata.language)}</rdf:li></rdf:Bag></dc:language>",
        _simple("pdf:Keywords", keywords),
        _simple("pdf:Producer", _PRODUCER),
        _simple("xmp:CreatorTool", _CREATOR),
        _simple("xmp:CreateDate", metadata.date and metadata.date + _MIDNIGHT),
    )
    return "\n".join((_HEAD, *filter(None, properties), _TAIL)).encode()


def information(metadata: Metadata) -> bytes:
    """Write the information dictionary (ISO 32000-1, 14.3.3)."""
    texts = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": _CREATOR,
        "Producer": _PRODUCER,
        "CreationDate": metadata.date and f"D:{metadata.date.replace('-', '')}000000Z",
    }
    entries = (f"/{name}{text_string(text)}" for name, text in texts.items() if text)
    return f"<<{''.join(entries)}>>".encode("latin-1")


def _escaped(text: str) -> str:
    """Write text as it stands in XML. (The standard library's takes 2 ms of a start to import.)"""
    return text.translate(_XML)


def _simple(name: str, text: str | None) -> str:
    return f"<{name}>{_escaped(text)}</{name}>" if text else ""


def _alternatives(name: str, text: str | None) -> str:
    if not text:
        return ""
    item = f'<rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"


def _sequence(name: str, text: str | None) -> str:
    return f"<{name}><rdf:Seq><rdf:li>{_escaped(text)}</rdf:li></rdf:Seq></{name}>" if text else ""
