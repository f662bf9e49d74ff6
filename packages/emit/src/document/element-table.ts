import type { SchemaEntry } from '@openwaybill/schemas';
import { anchorOf } from './anchors.ts';
import { formOf } from './form.ts';
import { code, escaped, type Html, prose, table } from './html.ts';
import { privacyIn, textIn } from './schema-text.ts';
import { LABELS, type Language } from './words.ts';

const HEADS = {
  en: ['Name', 'Meaning', 'Type and limits', 'Privacy'],
  zh: ['名称', '含义', '类型与取值', '隐私类别'],
} as const;
const WIDTHS = [22, 34, 30, 14];

/** Named values that have no members, a row each. `of` is what they belong to. */
export const elementTable = (
  entries: readonly SchemaEntry[],
  of: string,
  language: Language,
): Html =>
  table({
    caption: LABELS.elementsOf[language](of),
    heads: HEADS[language],
    widths: WIDTHS,
    rows: entries.map(({ name, schema }) => {
      const source = schema['x-source'];
      return [
        `<span id="${anchorOf.schema(name)}">${code(name)}</span>`,
        [
          `<b>${escaped(textIn(schema, 'title', language))}</b><br>`,
          prose(textIn(schema, 'description', language)),
          ...(typeof source === 'string'
            ? [`<br><small>${LABELS.source[language]} ${escaped(source)}</small>`]
            : []),
        ].join(''),
        formOf(schema, language),
        escaped(privacyIn(schema)),
      ];
    }),
    kind: 'elements',
  });
