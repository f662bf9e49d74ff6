import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CheckOptions } from '@openwaybill/conformance';
import { type LabelFonts, pdfPrinter } from '@openwaybill/mock/node';

const { resolve } = createRequire(import.meta.url);

/** Where an installed file is; nothing where its package was left out. */
const placeOf = (specifier: string): string | undefined => {
  try {
    return resolve(specifier);
  } catch {
    return undefined; // the caller offers less
  }
};

const wholeOf = async (path: string): Promise<ArrayBuffer> =>
  new Uint8Array(await readFile(path)).buffer;

/** What prints the courier's labels as PDF, in Noto Sans SC (SIL Open Font License). */
export const labelPrinter = (): ReturnType<typeof pdfPrinter> | undefined => {
  const [regular, bold] = ['400Regular', '700Bold'].map((weight) =>
    placeOf(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`),
  );
  if (regular === undefined || bold === undefined) return undefined;
  const fonts: LabelFonts = { regular: () => readFile(regular), bold: () => readFile(bold) };
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
