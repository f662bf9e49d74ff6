import type { Text } from '@openwaybill/schemas';

/** A language of the standard. */
export type Language = keyof Text;

/** A piece of a line: plain text, or text with a mark, a link or both. */
export type Span = {
  readonly text: string;
  readonly isCode?: boolean;
  /** Path of a page without its ending, with an anchor or without. */
  readonly to?: string;
  /** Path of a file of the release, beside the folder of pages. */
  readonly file?: string;
  /** Colour of a label. */
  readonly tone?: string;
  /** Where it differs from the page's. */
  readonly language?: Language;
  readonly isQuiet?: boolean;
  readonly isEmphasised?: boolean;
};
export type Inline = string | Span | readonly Inline[];

export type Row = {
  readonly cells: readonly Inline[];
  readonly id?: string;
  readonly depth?: number;
};

/** A part of a page. Each is rendered as HTML and as Markdown. */
export type Block =
  | { readonly is: 'heading'; readonly text: string; readonly id: string }
  | { readonly is: 'paragraph'; readonly of: Inline }
  | { readonly is: 'facts'; readonly rows: readonly (readonly [string, Inline])[] }
  | {
      readonly is: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly Row[];
      /** A class for the style sheet. */
      readonly look?: string;
    }
  | { readonly is: 'list'; readonly items: readonly Inline[]; readonly look?: string }
  | { readonly is: 'code'; readonly text: string }
  | {
      readonly is: 'example';
      readonly title: string;
      readonly id: string;
      readonly value: unknown;
      /** Of an invalid one: where it breaks and by which rule. */
      readonly breaks?: { readonly pointer: string; readonly rule: string; readonly by?: Inline };
    }
  | {
      readonly is: 'drawing';
      readonly svg: (link: (to: string) => string) => string;
      readonly label: string;
    }
  | { readonly is: 'cards'; readonly cards: readonly Card[] }
  | {
      readonly is: 'figures';
      readonly figures: readonly (readonly [number | string, string, string?])[];
    }
  | { readonly is: 'trial'; readonly schema: string };

type Card = {
  readonly to: string;
  readonly title: string;
  readonly code?: string;
  readonly text: string;
};

/** A name of the standard as code, with a link where there is a page of it. */
export const code = (text: string, to?: string): Span => ({
  text,
  isCode: true,
  ...(to === undefined ? {} : { to }),
});

/** A label. */
export const tag = (text: string, tone: string): Span => ({ text, tone });

/** Pieces with something between them. */
export const joined = (items: readonly Inline[], between = ' '): Inline =>
  items.flatMap((item, at) => (at === 0 ? [item] : [between, item]));

export const heading = (text: string, id: string): Block => ({ is: 'heading', text, id });

/** A heading and what stands under it; nothing where that is nothing. */
export const section = (text: string, id: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(text, id), ...blocks];

/** A table; nothing where it has no rows. */
export const table = (
  columns: readonly string[],
  rows: readonly Row[],
  look?: string,
): readonly Block[] =>
  rows.length === 0
    ? []
    : [{ is: 'table', columns, rows, ...(look === undefined ? {} : { look }) }];

/** A list; nothing where it has no items. */
export const list = (items: readonly Inline[], look?: string): readonly Block[] =>
  items.length === 0 ? [] : [{ is: 'list', items, ...(look === undefined ? {} : { look }) }];
