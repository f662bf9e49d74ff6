const latin = new TextDecoder('latin1');
const utf8 = new TextDecoder();

/** Chunks of a PNG that hold words (PNG third edition, section 11.3). */
const WORDS = /^(?:tEXt|iTXt|zTXt|eXIf)$/;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

const inflated = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return utf8.decode(await new Response(stream).arrayBuffer());
};

/** What a PNG says beside its picture. */
export const readPng = async (png: Uint8Array<ArrayBuffer>): Promise<readonly string[]> => {
  if (SIGNATURE.some((byte, at) => png[at] !== byte)) throw new TypeError('The bytes are no PNG.');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const said: string[] = [];
  for (let at = SIGNATURE.length; at + 8 <= png.length; ) {
    const length = view.getUint32(at);
    const type = latin.decode(png.subarray(at + 4, at + 8));
    const data = png.slice(at + 8, at + 8 + length);
    if (WORDS.test(type)) said.push(latin.decode(data), utf8.decode(data));
    const compressed = type === 'zTXt' ? data.indexOf(0) + 2 : -1;
    if (compressed > 1) said.push(await inflated(data.slice(compressed)));
    at += 12 + length;
  }
  return said;
};
