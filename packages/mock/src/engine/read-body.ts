const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

const NOTHING = new Uint8Array();

/** The bytes of a body; nothing where there are more than so many, of which no more are read than tell that. */
export const readAtMost = async (
  request: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  // fetch knows no body of these, and a port makes none of what it cannot name
  if (request.method === 'GET' || request.method === 'HEAD') return NOTHING;
  const stated = request.headers.get('Content-Length');
  if (Number(stated ?? 0) > most) return undefined;
  if (stated !== null) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > most ? undefined : bytes;
  }
  if (request.body === null) return NOTHING;
  // nobody stated its length
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return joined(chunks, size);
};
