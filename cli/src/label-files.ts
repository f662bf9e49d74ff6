import { readFile } from 'node:fs/promises';
import type { CheckOptions } from '@openwaybill/conformance';
import { type LabelFonts, pdfPrinter } from '@openwaybill/mock/node';
import { chineseFaces, placeOf } from './installed.ts';

const wholeOf = async (path: string): Promise<ArrayBuffer> =>
  new Uint8Array(await readFile(path)).buffer;

/** What prints the courier's labels as PDF. */
export const labelPrinter = (): ReturnType<typeof pdfPrinter> | undefined => {
  const faces = chineseFaces();
  if (faces === undefined) return undefined;
  const fonts: LabelFonts = {
    regular: () => readFile(faces.regular),
    bold: () => readFile(faces.bold),
  };
  return pdfPrinter(fonts);
};

/** What the check draws and scans labels with. */
export const labelWasm = (): CheckOptions['labelWasm'] => {
  const [scanner, svg, pdf] = [
    'zxing-wasm/reader/zxing_reader.wasm',
    '@resvg/resvg-wasm/index_bg.wasm',
    '@hyzyla/pdfium/pdfium.wasm',
  ].map(placeOf);
  if (scanner === undefined || svg === undefined || pdf === undefined) return undefined;
  return {
    scanner: () => wholeOf(scanner),
    svg: () => wholeOf(svg),
    pdf: () => wholeOf(pdf),
  };
};
