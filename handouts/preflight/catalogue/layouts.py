"""Rules of layouts: files that say what goes where."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "unknown-layout",
        "No layout is called so.",
        "Nothing can be laid out by it.",
        "Mend the name; the hint gives the nearest.",
    ),
    Rule(
        "extends-circle",
        "Layouts extend one another in a circle.",
        "What holds in the end would never be found.",
        "Take one extends out.",
    ),
    Rule(
        "sheet-area",
        "The cells of a sheet reach where no printer's ink does.",
        "Their edges, or the marks to cut along, would be missing.",
        "Write an area no larger than the hint says.",
    ),
    Rule(
        "sheet-cells",
        "Layouts that make up another one do not stand in cells as it does.",
        "Their pages are of other sizes, and would lie over one another.",
        "Give every part the same n-up and sheet, or write n-up in a layout of one part.",
    ),
    Rule(
        "layout-kind",
        "The layout is for another kind of data.",
        "It shows fields that the item does not have.",
        "Take one of the layouts that the hint names.",
    ),
    Rule(
        "idle-layout",
        "A layout that was asked for prints nothing of a run.",
        "Whoever asked for it would look for its file.",
        "Name an item of the kind that it is made for, or leave it out.",
        Severity.WARNING,
    ),
    Rule(
        "unknown-block",
        "There is no such kind of block.",
        "Nothing would stand there.",
        "Take one of the kinds that the hint names.",
    ),
    Rule(
        "unknown-field",
        "A block shows a field that the data does not have.",
        "It would always be empty.",
        "Mend the name; the hint gives the nearest.",
    ),
    Rule(
        "unknown-label",
        "There is no such label.",
        "There is nothing to print in its place.",
        "Mend the name; the hint gives the nearest.",
    ),
    Rule(
        "unknown-style",
        "No style is called so.",
        "The text would have no size.",
        "Mend the name, or add the style.",
    ),
    Rule(
        "unknown-token",
        "No token is called so.",
        "The length or the colour is not known.",
        "Mend the name, or add the token.",
    ),
    Rule(
        "unused-name",
        "Nothing uses a token or a style, and one that is inherited has nearly that name.",
        "It was to change something, and changes nothing.",
        "Mend the spelling; the hint names the nearest.",
        Severity.WARNING,
    ),
    Rule(
        "never-printed",
        "A block stands under conditions that can never hold.",
        "It was meant to print, and no sheet will ever show it.",
        "Mend the condition, or take the block out.",
        Severity.WARNING,
    ),
    Rule(
        "small-type",
        "Cues are set smaller than 10 points: by a layout, or because there is too much text.",
        "A sheet on the wall or the floor is read from a metre away, often without glasses.",
        "Shorten the part that is named, take a layout with more pages, or set them larger.",
        Severity.WARNING,
        "Clear print guidelines, RNIB: 12 points and never under 9.5",
    ),
    Rule(
        "picture-left-out",
        "A sheet leaves out its picture, because there is too much text.",
        "Of people with pictures 77 in 100 did their exercises, of those who were told, 38.",
        "Shorten the part that is named, or take a layout with more pages.",
        Severity.WARNING,
        "Schneiders, Zusman and Singer 1998 (PEDro 11882)",
    ),
    Rule(
        "unknown-colour",
        "No colour is called so.",
        "It cannot be printed.",
        "Mend the name, or add a token that is a colour.",
    ),
    Rule(
        "unknown-paper",
        "No paper is called so.",
        "The sheet has no size.",
        "Write letter or a4; a larger paper is a size of theirs.",
    ),
    Rule(
        "unknown-parameter",
        "A layout has no parameter of that name.",
        "What was asked for would have no effect.",
        "Mend the name; handouts explain LAYOUT lists what it leaves open.",
    ),
    Rule(
        "parameter-value",
        "A parameter does not take that value.",
        "The layout was not made for it.",
        "Take a value that the hint names.",
    ),
    Rule(
        "wrong-field",
        "A block shows a field that holds something else than it can show.",
        "A list of cues is no picture.",
        "Take another block, or another field.",
    ),
    Rule(
        "tracks",
        "A row has more or fewer tracks than blocks.",
        "A block would have no place.",
        "Write one track for each block.",
    ),
    Rule(
        "token-kind",
        "A token that was a colour is to be a length, or the other way.",
        "What uses it could not be printed.",
        "Keep it what it was, and add another one.",
    ),
    Rule(
        "missing-name",
        "A block that may be left out has no name.",
        "Nobody could be told what was left out.",
        "Give it a name.",
    ),
    Rule(
        "protected",
        "What no sheet leaves out is to be left out.",
        "A sheet without its stop signs can hurt somebody.",
        "Leave something else out.",
    ),
    Rule(
        "type-floor",
        "Type is smaller than the floor that the layout sets.",
        "Small type is not read.",
        "Make it larger, or lower the floor if you know why.",
        source="Clear print guidelines, RNIB",
    ),
    Rule(
        "leading",
        "Lines stand so close that they touch.",
        "Letters of one line run into those of the next.",
        "Write a leading of 1.2 times the size or more.",
    ),
    Rule(
        "gather",
        "The layout cannot gather this kind of data.",
        "Programs are booklets of their own.",
        "Gather exercises or ladders.",
    ),
    Rule(
        "row-width",
        "The columns of a row are wider together than the page.",
        "What does not fit is made narrower, and none of it is as wide as was wanted.",
        "Write 1fr for what may take the rest.",
        Severity.WARNING,
    ),
    Rule(
        "no-room",
        "Margins leave no room for anything between them.",
        "There is nothing to print on.",
        "Make the margins smaller, or the paper or the cell larger.",
    ),
    Rule(
        "layout-name",
        "A layout calls itself otherwise than its file.",
        "It is asked for by the one name, and builds into a folder of the other.",
        "Write the name of the file after layout:.",
        Severity.WARNING,
    ),
    Rule(
        "page-break",
        "A page is to begin where there is none: in a row, a frame, a head or a foot.",
        "Only the body of a layout runs over pages.",
        "Put it between the blocks of the body.",
    ),
    Rule(
        "too-long",
        "A text is longer than can be read, or a sheet than its pages hold.",
        "What does not fit would be cut off, or set too small to read.",
        "Shorten the part that is named, or take a layout with more pages.",
    ),
    Rule(
        "nothing-to-print",
        "A layout has nothing to print of an item.",
        "The page would be empty.",
        "Take another layout, or write what it shows.",
        Severity.WARNING,
    ),
)
"""The rules of layouts."""
