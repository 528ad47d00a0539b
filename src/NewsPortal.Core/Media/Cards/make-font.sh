#!/bin/sh
# Makes the font of share cards anew from Debian's fonts-noto-cjk (SIL Open Font License 1.1; fonttools and its licence are
# needed for this alone). characters.txt lists what it can write: GB 2312, the frequent half of Big5, Latin letters and marks.
set -e
cd "$(dirname "$0")"
python3 - <<'P'
chars = set()
for first, last in ((0x20, 0x7e), (0xa0, 0x17f), (0x2010, 0x203f), (0x2160, 0x216b), (0x2460, 0x2473), (0x3000, 0x302f), (0xff01, 0xff5f)):
    chars |= set(range(first, last + 1))
for encoding, high, low in (("gb2312", range(0xa1, 0xf8), range(0xa1, 0xff)), ("big5", range(0xa4, 0xc7), [*range(0x40, 0x7f), *range(0xa1, 0xff)])):
    for a in high:
        for b in low:
            try:
                chars.add(ord(bytes([a, b]).decode(encoding)))
            except UnicodeDecodeError:
                pass
from fontTools.ttLib import TTCollection
has = TTCollection("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc").fonts[2].getBestCmap()
open("characters.txt", "w").write("".join(chr(c) for c in sorted(chars) if c in has))
P
python3 -m fontTools.subset /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc --font-number=2 --text-file=characters.txt \
  --layout-features='' --no-hinting --output-file=NotoSansCJKsc-Bold-part.otf
