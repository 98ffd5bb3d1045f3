"""Rules of finished PDFs, ours or anyone's."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

_UA = "ISO 14289-1 (PDF/UA-1)"

RULES = (
    Rule(
        "not-a-pdf",
        "The file is no PDF, or it is empty.",
        "Nothing can be said of it.",
        "Name the file that is handed out.",
    ),
    Rule(
        "damaged-pdf",
        "The file is damaged, wholly or from some page on.",
        "One reader shows it, the next one or the printer stops.",
        "Write it again from its source.",
    ),
    Rule(
        "unchecked-pages",
        "The file has more pages than are looked at, or they take too long.",
        "What is wrong on those pages is not known.",
        "Split the file and check its parts.",
    ),
    Rule(
        "locked",
        "The file needs a password, or may not be printed or read aloud.",
        "A handout is for everybody who gets it.",
        "Write it again without a password.",
        source=f"{_UA}, 7.16",
    ),
    Rule(
        "active-content",
        "The file runs a script, starts a program, plays or sends something, opens a file.",
        "Nobody expects that of a handout, and post rooms throw such files away.",
        "Write it again without.",
        source="ISO 19005-2 (PDF/A-2), 6.5",
    ),
    Rule(
        "form-fields",
        "The file has fields to type into.",
        "On paper they are empty boxes, often too small to write in.",
        "See that there is room for a pen.",
        Severity.WARNING,
    ),
    Rule(
        "large-file",
        "The file has more than 20 MB.",
        "It does not go through the post, and a printer takes long over it.",
        "Take smaller pictures: 300 dpi is enough.",
        Severity.WARNING,
    ),
    Rule(
        "not-tagged",
        "The file is not tagged.",
        "Somebody who listens to it gets words in no order. Health services may not hand it out.",
        "Write it with tags, as PDF/UA. All that handouts prints is tagged.",
        source=f"{_UA}, 7.1; Section 504; EN 301 549",
    ),
    Rule(
        "untagged-content",
        "Something on the page is neither tagged nor marked as decoration.",
        "It is read to nobody, or read where it makes no sense.",
        "Tag it, or mark it as an artifact.",
        source=f"{_UA}, 7.1",
    ),
    Rule(
        "no-language",
        "The file does not say which language it is in.",
        "A voice reads German as if it were English.",
        "Set the language in the document’s properties.",
        source=f"{_UA}, 7.2; WCAG 2.1, 3.1.1",
    ),
    Rule(
        "no-title",
        "The file has no title.",
        "A list of open files says “document1” for all of them.",
        "Give it a title in the document’s properties.",
        source=f"{_UA}, 7.1; WCAG 2.1, 2.4.2",
    ),
    Rule(
        "title-not-shown",
        "Readers show the name of the file in place of its title.",
        "File names are for machines.",
        "Set “display document title” when it is written.",
        Severity.WARNING,
        f"{_UA}, 7.1",
    ),
    Rule(
        "no-alt-text",
        "A picture or a formula has no words to stand for it.",
        "Who cannot see it does not know what the exercise looks like.",
        "Say what it shows.",
        source=f"{_UA}, 7.3; WCAG 2.1, 1.1.1",
    ),
    Rule(
        "heading-level",
        "A heading skips a level.",
        "People who leap from heading to heading think that they have missed one.",
        "Use the levels one after the other.",
        source=f"{_UA}, 7.4.2",
    ),
    Rule(
        "table-heads",
        "A table has no heads.",
        "“3, 8, 60” is read out, and nobody says of what.",
        "Tag the cells that name a column or a row as heads.",
        source=f"{_UA}, 7.5; WCAG 2.1, 1.3.1",
    ),
    Rule(
        "list-structure",
        "A list is not made of items.",
        "It is not announced how many steps there are.",
        "Tag it as L, its items as LI with Lbl and LBody.",
        source=f"{_UA}, 7.6",
    ),
    Rule(
        "font-not-embedded",
        "A font is not in the file.",
        "Another machine puts in another one: lines move, and signs turn into boxes.",
        "Embed all fonts when the file is written.",
        source=f"{_UA}, 7.21.4",
    ),
    Rule(
        "no-unicode",
        "A font does not say which letters it shows.",
        "Read aloud, searched or copied, the text is noise.",
        "Write the file with ToUnicode maps.",
        source=f"{_UA}, 7.21.7",
    ),
    Rule(
        "no-text",
        "There is no text on a page, only a picture or drawings.",
        "It can be neither read aloud, nor enlarged cleanly, nor searched.",
        "Print it from its source and not from a scan.",
        source="WCAG 2.1, 1.4.5",
    ),
    Rule(
        "no-disclaimer",
        "A page has no disclaimer.",
        "Pages come apart, and each of them may be all that somebody has.",
        "Put it at the foot of every page. All that handouts prints has it.",
    ),
    Rule(
        "tiny-type",
        "Type prints under 8.6 points, or most text under 9.5; in large print, under 18.",
        "Many who need the sheet cannot read it, and a copier makes it worse.",
        "Set it larger, and leave something out.",
        source="Clear print guidelines, RNIB; ACB large print guidelines",
    ),
    Rule(
        "low-contrast",
        "Text does not stand out from what lies beneath it.",
        "It is lost in poor light, to poor sight and on a poor copy.",
        "Make it darker, or what is beneath it lighter: 4.5 to 1, large type 3 to 1.",
        source="WCAG 2.1, 1.4.3",
    ),
    Rule(
        "in-margin",
        "Something stands within 6 mm of the edge of the paper.",
        "Office printers leave that strip white: it is cut off.",
        "Move it in. Thin lines, such as cut marks, may be there.",
    ),
    Rule(
        "off-page",
        "Text runs off the page.",
        "It does not print.",
        "Move it, or make it shorter.",
    ),
    Rule(
        "overlapping-text",
        "One text is printed over another.",
        "Neither can be read.",
        "Move one of them.",
    ),
    Rule(
        "paper-size",
        "A page is of a size that no usual paper has.",
        "A printer shrinks it, and type with it, or cuts it.",
        "Take Letter or A4; for the wall Tabloid or A3.",
        Severity.WARNING,
    ),
)
"""The rules of finished PDFs."""
