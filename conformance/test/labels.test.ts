import { expect, test } from 'vitest';
import { layersOf, personalBeside, personalIn } from '../src/concerns/labels/personal.ts';
import { createLabelReader } from '../src/labels/label-reader.ts';
import { labelPdf, labelWasm } from './label-files.ts';

const read = createLabelReader(labelWasm);
const readWithoutWasm = createLabelReader();
const bytes = (text: string) => new TextEncoder().encode(text);

const page = (marks: Parameters<typeof labelPdf>[0]['marks']) => ({
  widthMillimetres: 76,
  heightMillimetres: 130,
  areas: [],
  marks,
});

const NUMBER = 'ZZ010000000016';
const row = { kind: 'TEXT', x: 5, y: 10, size: 4, isBold: false, isWhite: false } as const;
const pdf = await labelPdf(
  page([
    { ...row, text: '龘** *******4701' },
    { kind: 'LINEAR', x: 3, y: 20, width: 70, height: 14, text: NUMBER },
    { kind: 'SQUARE', x: 20, y: 60, width: 30, height: 30, text: 'MTk5MDAwMDQ3MDE=' },
  ]),
);

test('a PDF is drawn and scanned, and its text layer read', async () => {
  const reading = await read('PDF_76X130', pdf);
  expect([...(reading?.codes ?? [])].sort()).toEqual(['MTk5MDAwMDQ3MDE=', NUMBER]);
  expect(reading?.text).toBe('龘** *******4701');
});

test('a comment of a PDF, which no viewer shows, is read', async () => {
  const commented = new Uint8Array([...pdf, ...bytes('\n% 龘龙 19900004701\n')]);
  const { metadata = [] } = (await read('PDF_76X130', commented)) ?? {};
  expect(metadata.join('\n')).toContain('% 龘龙 19900004701');
});

test('without WebAssembly texts are read and codes are not', async () => {
  const reading = await readWithoutWasm('PDF_76X130', pdf);
  expect(reading?.text).toBe('龘** *******4701');
  expect(reading?.codes).toBeUndefined();
});

test.each([
  ['a comment', '<!-- 张三 -->'],
  ['a description', '<desc>张三</desc>'],
  ['a title inside a group', '<g><title>张三</title></g>'],
  ['metadata', '<metadata><x>张三</x></metadata>'],
  ['a character reference', '<desc>&#x5f20;&#19977;</desc>'],
  ['a class', '<g class="张三"/>'],
])('%s of an SVG is read', async (_title, part) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm">${part}</svg>`;
  const { metadata = [], text } = (await readWithoutWasm('SVG_76X130', bytes(svg))) ?? {};
  expect(metadata.join('\n')).toContain('张三');
  expect(text).toBe('');
});

test('a stream of ZPL is taken apart', async () => {
  const zpl =
    '^XA^FX 张三^CI28^FO1,1^A0N,9,9^FH^FD_E5_BC_A0**^FS^FO1,9^BY2^BCN,9,N,N,N,A^FDZZ1^FS^FO1,9^BQN,2,4^FDMA,ZZ1.x^FS^XZ';
  const reading = await readWithoutWasm('ZPL', bytes(zpl));
  expect(reading?.text).toBe('张**');
  expect(reading?.codes).toEqual(['ZZ1', 'ZZ1.x']);
  expect(reading?.metadata.join()).toContain('张三');
});

/** CRC is not looked at. */
const chunk = (type: string, data: Uint8Array) => {
  const made = new Uint8Array(12 + data.length);
  new DataView(made.buffer).setUint32(0, data.length);
  made.set(bytes(type), 4);
  made.set(data, 8);
  return made;
};

test('words of a PNG are read, compressed ones too', async () => {
  const deflated = new Uint8Array(
    await new Response(
      new Blob([bytes('19900004701')]).stream().pipeThrough(new CompressionStream('deflate')),
    ).arrayBuffer(),
  );
  const png = new Uint8Array([
    ...[137, 80, 78, 71, 13, 10, 26, 10],
    ...chunk('tEXt', bytes('Title\0张三')),
    ...chunk('zTXt', new Uint8Array([...bytes('Note\0\0'), ...deflated])),
  ]);
  const { metadata = [] } = (await readWithoutWasm('PNG_76X130', png)) ?? {};
  expect(metadata.join('\n')).toContain('张三');
  expect(metadata).toContain('19900004701');
});

test.each(['PDF_76X130', 'SVG_76X130', 'PNG_76X130'])(
  'what is no %s is not read',
  async (format) => {
    expect(await read(format, bytes('no label at all'))).toBeUndefined();
  },
);

const parties = {
  consignee: { nameMasked: '龘**', phoneMasked: '*******4701' },
  sender: { nameMasked: '靐**', phoneMasked: '*******5802' },
  known: ['龘**', '*******4701', '辽宁省', '****', NUMBER, '2102-02-01'],
};

test.each([
  ['masked words', '龘** *******4701 辽宁省**** 2102-02-01', 0],
  ['a number with spaces', '199 0000 4701', 1],
  ['a number in full width', '１９９００００４７０１', 1],
  ['the mask of four digits', '199****4701', 1],
  ['a given name', '龘龙', 1],
  ['a room', '2单元501室', 1],
  ['the number of the waybill', `${NUMBER} 2102-02-01`, 0],
  ['a long number', '119900004701123', 0],
])('%s on a label', (_title, text, want) => {
  expect(personalIn(text, parties)).toHaveLength(want);
});

test('a sender is told from a consignee', () => {
  expect(personalIn('靐雨 19900005802', parties).map(({ whose }) => whose)).toEqual([
    'SENDER',
    'SENDER',
  ]);
});

test.each([
  ['base64', 'MTk5MDAwMDQ3MDE='],
  ['base64 twice', 'TVRrNU1EQXdNRFEzTURFPQ=='],
  ['hexadecimal digits', '3139393030303034373031'],
  ['percent signs', '%31%39%39%30%30%30%30%34%37%30%31'],
  ['a query', 'https://x.test/?p=19900004701'],
  ['a masked name', '龘**'],
])('%s in a code tells of a person', (_title, code) => {
  expect(personalBeside(code, parties)).not.toEqual([]);
});

test('number and token tell nothing', () => {
  expect(personalBeside(`${NUMBER}.lt1_AAECAwQFBgcICQoLDA0ODw`, parties)).toEqual([]);
  expect(layersOf('x')).toEqual(['x']);
});
