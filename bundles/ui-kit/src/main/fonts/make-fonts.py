"""Makes "Inter Tabular" from Inter 4 (SIL OFL 1.1): digits of one width, a smaller set of letters, TrueType outlines.

Swing cannot switch on the OpenType feature tnum, so the character map of 0-9 is pointed at the tabular glyphs.
usage: python3 make-fonts.py <folder with Inter-{Regular,SemiBold,Bold}.otf> <output folder>   (needs fontTools)
"""
import sys
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
LETTERS = [(0x20, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x1E9E, 0x1E9E), (0x2C6, 0x2DD), (0x300, 0x304),
           (0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x491), (0x2010, 0x2027), (0x2030, 0x203A), (0x2044, 0x2044),
           (0x2070, 0x2089), (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2153, 0x215E), (0x2190, 0x2193),
           (0x21B5, 0x21B5), (0x2200, 0x2265), (0x2303, 0x2303), (0x2318, 0x2318), (0x25A0, 0x25CF), (0x2713, 0x2717)]
# style -> (family for style-linked look-up, sub-family, full name)
NAMES = {
    "Regular": ("Inter Tabular", "Regular", "Inter Tabular"),
    "SemiBold": ("Inter Tabular SemiBold", "Regular", "Inter Tabular SemiBold"),
    "Bold": ("Inter Tabular", "Bold", "Inter Tabular Bold"),
}


def outlines_to_truetype(font):
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), table
    for name in order:
        glyph = table[name]
        glyph.recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                  "maxSizeOfInstructions maxComponentElements maxComponentDepth maxPoints maxContours "
                  "maxCompositePoints maxCompositeContours").split():
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 3.0, [], {}
    for tag in ("CFF ", "VORG", "DSIG"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "\000\001\000\000"


def rename(font, style):
    family, sub, full = NAMES[style]
    table = font["name"]
    for record in list(table.names):
        if record.nameID in (3, 16, 17, 21, 22, 25):
            table.removeNames(nameID=record.nameID)
    post_script = "InterTabular-" + style
    for name_id, text in ((1, family), (2, sub), (3, "4.1;" + post_script), (4, full), (6, post_script)):
        table.removeNames(nameID=name_id)
        table.setName(text, name_id, 3, 1, 0x409)


def make(source, target, style):
    font = TTFont(source + "/Inter-" + style + ".otf")
    for table in font["cmap"].tables:
        if table.isUnicode():
            for i, digit in enumerate(DIGITS):
                table.cmap[0x30 + i] = digit + ".tf"
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[c for first, last in LETTERS for c in range(first, last + 1)])
    worker.subset(font)
    outlines_to_truetype(font)
    rename(font, style)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target + "/InterTabular-" + style + ".ttf")


if __name__ == "__main__":
    for each in NAMES:
        make(sys.argv[1], sys.argv[2], each)
