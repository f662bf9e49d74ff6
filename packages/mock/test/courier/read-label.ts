import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { getDocumentProxy } from 'unpdf';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { LabelFonts } from '../../src/node.ts';

const { resolve } = createRequire(import.meta.url);
const fontFile = (weight: string) =>
  readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`));

/** The fonts of printed labels: Noto Sans SC, under the SIL Open Font License. */
export const labelFonts: LabelFonts = {
  regular: async () => fontFile('400Regular'),
  bold: async () => fontFile('700Bold'),
};

await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer,
  },
});
const pdfium = await PDFiumLibrary.init();

/** A picture of a label, as rows of red, green, blue and opacity. */
type Picture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
};

/** Dots of a printer with 300 an inch: the longest number has bars of a sixth of a millimetre. */
const DOTS_A_MILLIMETRE = 12;
const POINTS_A_MILLIMETRE = 72 / 25.4;
const DOTS_A_POINT = DOTS_A_MILLIMETRE / POINTS_A_MILLIMETRE;
/** SVG of CSS: 96 units an inch. */
const DOTS_A_CSS_PIXEL = (DOTS_A_MILLIMETRE * 25.4) / 96;

const pictureOfSvg = (svg: string): Picture => {
  const drawn = new Resvg(svg, { fitTo: { mode: 'zoom', value: DOTS_A_CSS_PIXEL } }).render();
  return { width: drawn.width, height: drawn.height, pixels: drawn.pixels };
};

const pictureOfPdf = async (pdf: Uint8Array): Promise<Picture> => {
  const document = await pdfium.loadDocument(pdf);
  const drawn = await document.getPage(0).render({ scale: DOTS_A_POINT, render: 'bitmap' });
  document.destroy();
  return { width: drawn.width, height: drawn.height, pixels: drawn.data };
};

/** What a scanner reads from a picture, as symbology and text. */
const codesOf = async ({ width, height, pixels }: Picture): Promise<readonly string[]> => {
  const data = new Uint8ClampedArray(pixels);
  const read = await readBarcodes(
    { width, height, data, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0],
    {
      tryHarder: true,
    },
  );
  return read.map(({ format, text }) => `${format} ${text}`).sort();
};

export type ReadLabel = {
  readonly codes: readonly string[];
  readonly text: string;
  /** Everything that is neither drawn text nor a code. */
  readonly metadata: readonly string[];
  /** Where the rows of a PDF end, in millimetres from the left. */
  readonly rowEnds?: readonly number[];
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const readSvg = async (svg: string): Promise<ReadLabel> => ({
  codes: await codesOf(pictureOfSvg(svg)),
  text: [...svg.matchAll(/<text[^>]*>([^<]*)</g)]
    .map(([, text = '']) => text.replace(/&(\w+);/g, (_, name) => entities[name] ?? ''))
    .join('\n'),
  metadata: [
    ...svg.matchAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(title|desc|metadata|a)\b[\s\S]*?<\/\1>/g),
  ].map(([all]) => all),
});

const readPdf = async (pdf: Uint8Array): Promise<ReadLabel> => {
  const codes = await codesOf(await pictureOfPdf(pdf));
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const rows = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
  const { info, metadata } = await document.getMetadata();
  const attachments = await document.getAttachments();
  const annotations = await page.getAnnotations();
  return {
    codes,
    text: rows.map(({ str }) => str).join('\n'),
    rowEnds: rows.map(({ transform, width }) => (transform[4] + width) / POINTS_A_MILLIMETRE),
    metadata: [
      ...Object.entries(info).map(([name, value]) => `${name}=${value}`),
      ...(metadata === null ? [] : [metadata.getRaw()]),
      ...Object.keys(attachments ?? {}),
      ...annotations.map((one) => JSON.stringify(one)),
    ],
  };
};

const readZpl = (zpl: string): ReadLabel => {
  const fields = [...zpl.matchAll(/(\^B[CQ])?[^^]*(?:\^F[RB][^^]*)*\^FD([^^]*)\^FS/g)];
  return {
    codes: fields
      .flatMap(([, code, data = '']) =>
        code === undefined
          ? []
          : [code === '^BC' ? `Code128 ${data}` : `QRCode ${data.replace(/^[HQML][AM],/, '')}`],
      )
      .sort(),
    text: fields.flatMap(([, code, data = '']) => (code === undefined ? [data] : [])).join('\n'),
    metadata: [...zpl.matchAll(/\^FX[^^]*|\^D[FY][^^]*|~DY[^^]*/g)].map(([all]) => all),
  };
};

/** Reads a label as a stranger does: what is printed, what a scanner sees, what the file says beside it. */
export const readLabel = (format: string, content: Uint8Array): Promise<ReadLabel> | ReadLabel => {
  const text = new TextDecoder();
  if (format.startsWith('PDF')) return readPdf(content);
  return format.startsWith('SVG') ? readSvg(text.decode(content)) : readZpl(text.decode(content));
};
