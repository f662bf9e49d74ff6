import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pdfPrinter } from '@openwaybill/mock/node';
import type { LabelWasm } from '../src/labels/read-codes.ts';

const { resolve } = createRequire(import.meta.url);

const wasm = (specifier: string) => async (): Promise<ArrayBuffer> =>
  new Uint8Array(await readFile(resolve(specifier))).buffer;

/** The libraries that draw and scan labels, from where they are installed. */
export const labelWasm: LabelWasm = {
  scanner: wasm('zxing-wasm/reader/zxing_reader.wasm'),
  svg: wasm('@resvg/resvg-wasm/index_bg.wasm'),
  pdf: wasm('@hyzyla/pdfium/pdfium.wasm'),
};

const font = (weight: string) => (): Promise<Uint8Array> =>
  readFile(resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`));

/** The reference prints PDF as well where a test looks at labels. */
export const labelPdf = pdfPrinter({ regular: font('400Regular'), bold: font('700Bold') });
