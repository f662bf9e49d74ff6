import type { Text } from '@openwaybill/schemas';

/** A cell of a table: words in both languages, or names of the wire. */
export type GuideCell = Text | readonly string[];

/** A part of a guide; whoever shows it decides how. */
export type GuidePart =
  | { readonly is: 'text'; readonly text: Text }
  | { readonly is: 'list'; readonly items: readonly Text[] }
  | {
      readonly is: 'table';
      readonly heads: readonly Text[];
      readonly rows: readonly (readonly GuideCell[])[];
    }
  | { readonly is: 'code'; readonly about: Text; readonly text: string };

/** How somebody gets from something else to a release, in both languages. */
export type Guide = {
  /** Of its file and its page: `from-partial-masks`. */
  readonly name: string;
  readonly title: Text;
  readonly lede: Text;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Text;
    readonly parts: readonly GuidePart[];
  }[];
};

export const text = (en: string, zh: string): GuidePart => ({ is: 'text', text: { en, zh } });

/** A value as JSON, with what it is. */
export const shown = (about: Text, value: unknown): GuidePart => ({
  is: 'code',
  about,
  text: JSON.stringify(value, null, 2),
});
