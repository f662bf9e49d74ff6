import { defineMessage, privacy, Word } from '../define/index.ts';

/** The 8-4-4-4-12 form in lower case, so that equal ids are equal strings. */
export const Uuid = Word(
  'Uuid',
  { en: 'UUID', zh: '通用唯一标识' },
  {
    en: 'Identifier in lower case; version 7 where the sender makes it.',
    zh: '小写通用唯一标识；由发送方生成的为第 7 版。',
  },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);

export const uuidMessage = defineMessage({
  schema: Uuid,
  requirements: [],
  examples: {
    valid: {
      'version 7': '019398a0-0000-7000-8000-000000000001',
    },
    invalid: {
      'upper case': {
        value: '019398A0-0000-7000-8000-000000000001',
        breaks: { pointer: '', rule: 'pattern' },
      },
    },
  },
});
