import type { LabelData } from '@openwaybill/schemas';
import type { Addressed, LabelText, LabelWords } from './label-text.ts';

/** One thing on a label. Lengths are millimetres from the left upper corner; a text stands on its `y`. */
export type Mark =
  | {
      readonly kind: 'TEXT';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly isBold: boolean;
      /** White on a box. */
      readonly isWhite: boolean;
    }
  | ({ readonly kind: 'BOX' } & Box)
  | ({ readonly kind: 'LINEAR' | 'SQUARE'; readonly text: string } & Box);

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A label before it is written in any format: every printer draws the same marks. */
export type LabelPage = {
  readonly widthMillimetres: number;
  readonly heightMillimetres: number;
  readonly areas: NonNullable<LabelData['areas']>;
  readonly marks: readonly Mark[];
};

export type LabelSize = Pick<LabelPage, 'widthMillimetres' | 'heightMillimetres'>;

/** The height that the drawing below is made for; others are shrunk to fit. */
const DRAWN_HEIGHT = 180;
const MARGIN = 3;
const RULE = 0.35;
/** Beginnings of the Han and full-width blocks: such a character is as wide as it is high. */
const WIDE_FROM = '\u2e80';
/** Of what is narrower, as the usual fonts with Chinese have it in bold. */
const NARROW_EMS: readonly (readonly [RegExp, number])[] = [
  [/[ -]/, 0.4],
  [/[*0-9]/, 0.6],
];
const LATIN_EM = 0.68;

const emOf = (one: string): number =>
  one >= WIDE_FROM || one === '→'
    ? 1
    : (NARROW_EMS.find(([which]) => which.test(one))?.[1] ?? LATIN_EM);

/** About how wide a text is, in its own size. */
export const emsOf = (text: string): number => [...text].reduce((ems, one) => ems + emOf(one), 0);

/** Rows that fit into a width; what does not fit into the last is cut. */
const rowsOf = (text: string, width: number, size: number, most: number): readonly string[] => {
  const rows: string[] = [''];
  for (const one of text) {
    const row = rows.at(-1) ?? '';
    if (emsOf(row + one) * size > width && row !== '') rows.push(one);
    else rows[rows.length - 1] = row + one;
  }
  return rows.slice(0, most);
};

type Pen = {
  readonly text: (
    x: number,
    y: number,
    size: number,
    text: string,
    how?: { readonly bold?: true; readonly white?: true; readonly at?: 'MIDDLE' | 'END' },
  ) => void;
  readonly box: (x: number, y: number, width: number, height: number) => void;
  readonly rows: (
    x: number,
    y: number,
    size: number,
    text: string,
    width: number,
    most: number,
  ) => void;
  readonly code: (
    kind: 'LINEAR' | 'SQUARE',
    x: number,
    y: number,
    width: number,
    height: number,
    text: string,
  ) => void;
};

/** Draws in units of a label of the drawn height; what comes out is in millimetres. */
const penOn = (marks: Mark[], unit: number): Pen => {
  const mm = (length: number): number => Math.round(length * unit * 1000) / 1000;
  const pen: Pen = {
    text: (x, y, size, text, { bold, white, at } = {}) => {
      const wide = emsOf(text) * size;
      const left = at === 'MIDDLE' ? x - wide / 2 : at === 'END' ? x - wide : x;
      if (text !== '')
        marks.push({
          kind: 'TEXT',
          x: mm(left),
          y: mm(y),
          size: mm(size),
          text,
          isBold: bold === true,
          isWhite: white === true,
        });
    },
    box: (x, y, width, height) => {
      marks.push({ kind: 'BOX', x: mm(x), y: mm(y), width: mm(width), height: mm(height) });
    },
    rows: (x, y, size, text, width, most) => {
      for (const [row, part] of rowsOf(text, width, size, most).entries())
        pen.text(x, y + row * size * 1.2, size, part);
    },
    code: (kind, x, y, width, height, text) => {
      marks.push({ kind, x: mm(x), y: mm(y), width: mm(width), height: mm(height), text });
    },
  };
  return pen;
};

/** The greatest size up to a wanted one at which a text fits into a width. */
const fitting = (text: string, wanted: number, width: number): number =>
  Math.min(wanted, width / Math.max(1, emsOf(text)));

/** Carrier and product, the number as bars and in figures: 条码区. */
const codeArea = (pen: Pen, width: number, waybillNo: string, words: LabelWords): void => {
  const badge = emsOf(words.product) * 5 + 5;
  pen.box(width - MARGIN - badge - 3, 5.6, badge, 8.4);
  pen.text(MARGIN + 3, 12.2, fitting(words.carrier, 6.4, width - badge - 16), words.carrier, {
    bold: true,
  });
  pen.text(width - MARGIN - 3 - badge / 2, 11.7, 5, words.product, {
    bold: true,
    white: true,
    at: 'MIDDLE',
  });
  pen.code('LINEAR', MARGIN + 2, 17, width - 2 * MARGIN - 4, 18.5, waybillNo);
  pen.text(width / 2, 41.6, fitting(waybillNo, 5.4, width - 12), waybillNo, {
    bold: true,
    at: 'MIDDLE',
  });
};

/** The sorting code, as large as anything on the label, and the way: 目的地区. */
const destinationArea = (pen: Pen, width: number, words: LabelWords): void => {
  const inner = width - 2 * MARGIN - 6;
  const { sortingCode, way, route } = words;
  pen.text(width / 2, 60.4, fitting(sortingCode, 17, inner), sortingCode, {
    bold: true,
    at: 'MIDDLE',
  });
  const routeSize = fitting(route, 5.6, inner * 0.4);
  pen.text(width - MARGIN - 3, 69.4, routeSize, route, { bold: true, at: 'END' });
  const left = inner - emsOf(route) * routeSize - 3;
  pen.text(MARGIN + 3, 69.2, fitting(way, 4.2, left), way);
};

/** A badge with one character, then who and where: 收件人区 and 寄件人区. */
const personArea = (
  pen: Pen,
  width: number,
  badge: string,
  { who, where }: Addressed,
  at: { readonly y: number; readonly side: number; readonly who: number; readonly where: number },
): void => {
  const x = MARGIN + 2.5;
  pen.box(x, at.y, at.side, at.side);
  pen.text(x + at.side / 2, at.y + at.side * 0.78, at.side * 0.74, badge, {
    bold: true,
    white: true,
    at: 'MIDDLE',
  });
  const left = x + at.side + 2.5;
  const inner = width - MARGIN - 2.5 - left;
  const whoSize = fitting(who, at.who, inner);
  pen.text(left, at.y + at.who * 0.92, whoSize, who, { bold: true });
  pen.rows(left, at.y + at.who * 1.15 + at.where * 1.15, at.where, where, inner, 3);
};

/** Category and pieces beside the square code: 内件区. */
const contentsArea = (pen: Pen, width: number, squareCode: string, words: LabelWords): void => {
  const side = 26;
  const code = width - MARGIN - side - 2.5;
  pen.text(MARGIN + 3, 130, 3.8, '内件');
  pen.text(MARGIN + 3, 138.4, fitting(words.contents, 6.6, code - MARGIN - 8), words.contents, {
    bold: true,
  });
  pen.text(MARGIN + 3, 147, 4.4, `件数 ${words.pieces}`);
  pen.box(code - 2.5, 122.6, RULE, 30);
  pen.code('SQUARE', code, 124.6, side, side, squareCode);
};

/** Where the receiver signs: 签收区. */
const signArea = (pen: Pen, width: number): void => {
  const middle = width * 0.56;
  pen.text(MARGIN + 3, 163, 4.4, '签收人');
  pen.box(MARGIN + 18.5, 163.8, middle - MARGIN - 20.5, RULE);
  pen.text(middle, 163, 4.4, '日期');
  pen.box(middle + 11, 163.8, width - MARGIN - 3 - middle - 11, RULE);
  const note = '个人信息已隐藏，请核对包装完好后签收';
  pen.text(MARGIN + 3, 174, fitting(note, 3.2, width - 2 * MARGIN - 6), note);
};

const frame = (pen: Pen, width: number, rules: readonly number[]): void => {
  const inner = width - 2 * MARGIN;
  const height = DRAWN_HEIGHT - 2 * MARGIN;
  for (const y of [MARGIN, ...rules, DRAWN_HEIGHT - MARGIN - RULE])
    pen.box(MARGIN, y, inner, y === MARGIN || y > height ? RULE * 1.5 : RULE);
  for (const x of [MARGIN, width - MARGIN - RULE * 1.5]) pen.box(x, MARGIN, RULE * 1.5, height);
};

/** The label of a size, in the zones that GB/T 41833 is reported to have (names from secondary sources). */
export const labelPage = (
  { waybillNo, squareCode, words }: LabelText,
  { widthMillimetres, heightMillimetres }: LabelSize,
): LabelPage => {
  const unit = heightMillimetres / DRAWN_HEIGHT;
  const width = widthMillimetres / unit;
  const marks: Mark[] = [];
  const pen = penOn(marks, unit);
  if (words === undefined) {
    frame(pen, width, [52]);
    pen.code('LINEAR', MARGIN + 2, 12, width - 2 * MARGIN - 4, 24, waybillNo);
    pen.text(width / 2, 45, fitting(waybillNo, 6, width - 12), waybillNo, {
      bold: true,
      at: 'MIDDLE',
    });
    const side = Math.min(60, width - 4 * MARGIN);
    pen.code('SQUARE', (width - side) / 2, 64, side, side, squareCode);
    const note = '降级面单：仅印运单号与面单令牌';
    pen.text(width / 2, 142, fitting(note, 4.4, width - 12), note, { at: 'MIDDLE' });
    return { widthMillimetres, heightMillimetres, areas: ['CODE'], marks };
  }
  frame(pen, width, [44.5, 72.5, 104, 122.4, 152.6]);
  codeArea(pen, width, waybillNo, words);
  destinationArea(pen, width, words);
  personArea(pen, width, '收', words.consignee, { y: 75.6, side: 9.6, who: 7, where: 5.4 });
  personArea(pen, width, '寄', words.sender, { y: 106.6, side: 7, who: 4.6, where: 4 });
  contentsArea(pen, width, squareCode, words);
  signArea(pen, width);
  return {
    widthMillimetres,
    heightMillimetres,
    areas: ['CODE', 'DESTINATION', 'CONSIGNEE', 'SENDER', 'CONTENTS', 'SIGN'],
    marks,
  };
};
