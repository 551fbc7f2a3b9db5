#!/usr/bin/env python3
"""Makes the two fonts beside this file from Noto Sans CJK.

    subset.py [FOLDER]

FOLDER holds NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc; without it, the place where Debian's package
fonts-noto-cjk puts them. The same source, project files and fontTools give the same bytes.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTCollection

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
DEBIAN = Path("/usr/share/fonts/opentype/noto")

# Files whose every character the fonts should have.
TEXTS = ["data/**/*.tsv", "data/**/*.toml", "app/src/**/*.rs", "domain/src/**/*.rs"]

# What is always in, whether the files use it today or not. First and last of each range.
RANGES = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A: ° ± ² ³ × ÷ ¥ £, most vowels of Pinyin
    (0x0300, 0x0304),  # combining grave, acute, circumflex, tilde, macron
    (0x2010, 0x205E),  # General Punctuation: dashes, quotes, ellipsis, bullets, ‰, primes
    (0x2190, 0x2193),  # ← ↑ → ↓
    (0x3000, 0x303F),  # CJK symbols and punctuation
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE6),  # full-width signs: ¢ £ ¬ ¯ ¦ ¥ ₩
]
SINGLE = "ǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǸǹḾḿɑɡ\u0308\u030c" + "€№−≈≤≥∞"


def gb2312_level_1():
    """The 3,755 common hanzi: rows 16 to 55 of GB 2312, whose last row is not full."""
    rows = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 56) for cell in range(1, 95))
    return {char for pair in rows if (char := pair.decode("gb2312", "ignore"))}


def characters_of_files():
    files = sorted(path for pattern in TEXTS for path in PROJECT.glob(pattern))
    return {char for path in files for char in path.read_text("utf-8") if char.isprintable()}


def face(collection, postscript_name):
    """The number of a face in a collection."""
    fonts = TTCollection(collection, lazy=True).fonts
    return next(at for at, font in enumerate(fonts) if font["name"].getDebugName(6) == postscript_name)


def make(folder, weight, wanted):
    source = folder / f"NotoSansCJK-{weight}.ttc"
    target = HERE / f"noto-sans-sc-{weight.lower()}.otf"

    options = subset.Options()
    options.font_number = face(source, f"NotoSansCJKsc-{weight}")
    options.layout_features = ["pwid", "kern"]
    options.name_IDs = ["*"]  # the copyright and licence records too
    options.hinting = False
    options.notdef_outline = True  # a missing character is a box to be seen, not a gap
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]  # for vertical lines, of which there are none

    font = subset.load_font(str(source), options)
    missing = sorted(wanted - {chr(code) for code in font.getBestCmap()})
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(wanted))
    subsetter.subset(font)

    narrow_quotes(font)

    # The faces of a collection share one CFF table, which bears the name of the Japanese face.
    names = font["name"]
    cff = font["CFF "].cff
    cff.fontNames = [names.getDebugName(6)]
    cff[0].FamilyName, cff[0].FullName = names.getDebugName(1), names.getDebugName(4)
    # The licence asks for no new name, but whoever opens the file shall see that it is not the whole font.
    for record in [record for record in names.names if record.nameID in (3, 5)]:
        names.setName(f"{record.toUnicode()};subset for Zone Atlas", record.nameID, *record_key(record))

    subset.save_font(font, str(target), options)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size} bytes")
    return missing


def narrow_quotes(font):
    """Quotes and apostrophes beside Latin text are narrow, as there; the face has them as wide as a hanzi."""
    cmap = font.getBestCmap()
    narrow = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            narrow.update(getattr(table, "ExtSubTable", table).mapping)
    glyphs = {char: cmap[ord(char)] for char in "‘’“”"}
    latin = " ".join(sorted({name for code, name in cmap.items() if 0x21 <= code <= 0x7E or 0xC0 <= code <= 0x24F}))
    pairs = "".join(f"sub {name} by {narrow[name]};" for name in glyphs.values())
    addOpenTypeFeaturesFromString(font, f"""
        lookup narrow {{ {pairs} }} narrow;
        feature calt {{
            @latin = [{latin}];
            sub @latin [{glyphs["’"]} {glyphs["”"]}]' lookup narrow;
            sub [{glyphs["‘"]} {glyphs["“"]}]' lookup narrow @latin;
        }} calt;
    """, tables=["GSUB"])


def record_key(record):
    return record.platformID, record.platEncID, record.langID


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEBIAN
    ours = characters_of_files()
    always = {chr(code) for first, last in RANGES for code in range(first, last + 1)} | set(SINGLE)
    wanted = ours | always | gb2312_level_1()
    for weight in ["Regular", "Bold"]:
        missing = make(folder, weight, wanted)
        print("  used by the project, not in the source:", " ".join(c for c in missing if c in ours) or "none")


main()
