/** Radicals as characters of their own (Unicode: CJK Radicals Supplement, Kangxi Radicals). */
const FIRST_RADICAL = 0x2e80;
const LAST_RADICAL = 0x2fdf;

/** `cmap` subtable of characters beyond 16 bits too, and the sizes of its parts (OpenType, cmap format 12). */
const FORMAT = 12;
const HEAD_BYTES = 16;
const GROUP_BYTES = 12;

const tableAt = (font: DataView, wanted: string): number | undefined => {
  for (let at = 0; at < font.getUint16(4); at += 1) {
    const record = 12 + 16 * at;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((step) => font.getUint8(record + step)));
    if (tag === wanted) return font.getUint32(record + 8);
  }
  return undefined;
};

/**
 * A TrueType face that has no characters for radicals. Where a radical and a word share a glyph, as 子 does, a browser
 * writes the radical into its print, and whoever searches the print for the word finds nothing.
 */
export const searchableFace = (bytes: Uint8Array): Uint8Array => {
  const face = Uint8Array.from(bytes);
  const font = new DataView(face.buffer);
  const cmap = tableAt(font, 'cmap');
  if (cmap === undefined) return face;
  for (let at = 0; at < font.getUint16(cmap + 2); at += 1) {
    const subtable = cmap + font.getUint32(cmap + 4 + 8 * at + 4);
    if (font.getUint16(subtable) !== FORMAT) continue;
    for (let group = 0; group < font.getUint32(subtable + 12); group += 1) {
      const place = subtable + HEAD_BYTES + GROUP_BYTES * group;
      const first = font.getUint32(place);
      const last = font.getUint32(place + 4);
      if (first < FIRST_RADICAL || last > LAST_RADICAL) continue;
      // the first character of the group gets the glyph of no character, the others stand in no group
      font.setUint32(place + 4, first);
      font.setUint32(place + 8, 0);
    }
  }
  return face;
};
