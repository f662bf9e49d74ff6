const utf8 = new TextDecoder();
/** Arguments that a call surely takes. */
const AT_ONCE = 8192;

/** One character a byte; the decoder of that name would take some bytes for others. */
const binary = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  return parts.join('');
};

/** Everything of the file outside its streams: comments, and strings that no viewer shows. */
const outsideStreams = (pdf: Uint8Array): string =>
  utf8.decode(
    Uint8Array.from(binary(pdf).replace(/\bstream\r?\n[\s\S]*?endstream/g, ''), (one) =>
      one.charCodeAt(0),
    ),
  );

const flat = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

/** What a PDF shows as text, and what it says beside it: information, XMP, attachments, annotations, comments. */
export const readPdf = async (
  pdf: Uint8Array,
): Promise<{ readonly text: string; readonly metadata: string[] }> => {
  const { getDocumentProxy } = await import('unpdf');
  // the library takes the bytes for itself
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const rows: string[] = [];
  const annotations: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const item of (await page.getTextContent()).items)
      if ('str' in item && item.str !== '') rows.push(item.str);
    for (const one of await page.getAnnotations()) annotations.push(flat(one));
  }
  const { info, metadata } = await document.getMetadata();
  const attachments = (await document.getAttachments()) ?? {};
  await document.cleanup();
  return {
    text: rows.join('\n'),
    metadata: [
      ...Object.values(info).map(flat),
      ...(metadata === null ? [] : [metadata.getRaw()]),
      ...Object.entries(attachments).map(flat),
      ...annotations,
      outsideStreams(pdf),
    ],
  };
};
