import type { LabelReader, LabelReading } from './label-reading.ts';
import { type LabelWasm, type Optics, opticsOf } from './read-codes.ts';
import { readPdf } from './read-pdf.ts';
import { readPng } from './read-png.ts';
import { readSvg } from './read-svg.ts';
import { readZpl } from './read-zpl.ts';

const utf8 = new TextDecoder();

const codesBy = async (
  optics: Optics | undefined,
  draw: (optics: Optics) => Promise<Parameters<Optics['scan']>[0]>,
): Promise<Pick<LabelReading, 'codes'>> =>
  optics === undefined ? {} : { codes: await optics.scan(await draw(optics)) };

const readAs = async (
  format: string,
  content: Uint8Array<ArrayBuffer>,
  optics: Optics | undefined,
): Promise<LabelReading> => {
  if (format.startsWith('SVG')) {
    const svg = utf8.decode(content);
    return { ...readSvg(svg), ...(await codesBy(optics, (one) => one.ofSvg(svg))) };
  }
  if (format.startsWith('PDF'))
    return { ...(await readPdf(content)), ...(await codesBy(optics, (one) => one.ofPdf(content))) };
  if (format.startsWith('PNG'))
    return {
      metadata: await readPng(content),
      ...(await codesBy(optics, async () => content)),
    };
  if (format === 'ZPL') return readZpl(utf8.decode(content));
  // the commands of other printers stand between their texts
  const stream = utf8.decode(content);
  return { text: stream, metadata: [stream] };
};

/**
 * Reads labels as a stranger does. Without the WebAssembly it still reads text layers and metadata, and the codes of
 * printer languages, but no pictures. Content that is not what its format says is not read at all.
 */
export const createLabelReader = (wasm?: LabelWasm): LabelReader => {
  const optics = wasm === undefined ? undefined : opticsOf(wasm);
  return async (format, content) => {
    try {
      return await readAs(format, content, optics);
    } catch {
      return undefined; // told as not observable: what is no PDF says nothing of people
    }
  };
};
