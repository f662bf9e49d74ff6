import { camel, kebab, pascal, sentence } from './names.ts';

/** A whole small message, valid as it is: the author replaces its words, members and examples. */
export const messageText = (name: string): string => {
  const Name = pascal(name);
  const title = sentence(name);
  return `import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, Whole, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';

/** One sentence: what it is for. */
export const ${Name} = Closed(
  '${Name}',
  { en: '${title}', zh: '示例消息' },
  { en: 'What it says, in one sentence.', zh: '一句话说明其含义。' },
  {
    recordedAt: Ref(
      Instant,
      words(
        { en: 'Recorded at', zh: '记录时刻' },
        { en: 'When it was written down.', zh: '记录下来的时刻。' },
      ),
    ),
    parcelCount: Whole(
      1,
      10_000,
      { en: 'Parcels', zh: '件数' },
      { en: 'How many parcels.', zh: '快件的数量。' },
    ),
  },
);
export type ${Name} = Static<typeof ${Name}>;

const example: ${Name} = { recordedAt: '2026-11-24T08:05:00+08:00', parcelCount: 2 };
const { parcelCount: _, ...withoutCount } = example;

export const ${camel(name)}Message = defineMessage({
  schema: ${Name},
  requirements: [],
  examples: {
    valid: { 'two parcels': example },
    invalid: {
      'count is missing': { value: withoutCount, breaks: { pointer: '', rule: 'required' } },
      'no parcels': {
        value: { ...example, parcelCount: 0 },
        breaks: { pointer: '/parcelCount', rule: 'minimum' },
      },
    },
  },
});
`;
};

/** The file of a message. */
export const messageFile = (name: string): string => `${kebab(name)}.ts`;
