const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

/** The bytes of a body; nothing where there are more than so many, of which no more are read than tell that. */
export const readAtMost = async (
  request: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return undefined;
  if (request.body === null) return new Uint8Array();
  if (request.headers.has('Content-Length')) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > most ? undefined : bytes;
  }
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
