import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { camel, kebab, pascal, sentence } from './names.ts';

/** The type of an event: the module without hyphens, a noun, a past participle. */
export const eventType = (module: string, name: string): string => {
  const parts = kebab(name).split(/[.-]/);
  const participle = parts.pop() ?? '';
  return `org.openwaybill.${module.replaceAll('-', '')}.${parts.join('')}.${participle}`;
};

/** A whole small event, valid as it is: the author replaces its words and payload. */
export const eventText = (module: string, name: string): string => {
  const word = kebab(name).replaceAll('.', '-');
  const Data = `${pascal(word)}Data`;
  return `import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** One sentence: what the payload says. */
export const ${Data} = Resource(
  '${Data}',
  { en: '${sentence(word)}', zh: '示例载荷' },
  { en: 'What happened, in one sentence.', zh: '一句话说明发生了什么。' },
  {
    waybillNo: Ref(WaybillNo),
    changedAt: Ref(
      Instant,
      words({ en: 'Changed at', zh: '变更时刻' }, { en: 'When it happened.', zh: '发生的时刻。' }),
    ),
  },
);
export type ${Data} = Static<typeof ${Data}>;

const example: ${Data} = {
  waybillNo: 'ZZ010000000016',
  changedAt: '2026-11-24T08:05:00+08:00',
};

/** Sent when it has happened. */
export const ${camel(word)} = defineEvent({
  type: '${eventType(module, name)}',
  since: '${SPOKEN_VERSION}',
  title: { en: '${sentence(word)}', zh: '示例事件' },
  from: ['courier'],
  to: ['platform'],
  data: ${Data},
  subject: 'waybillNo',
  requirements: [],
  examples: {
    valid: { 'one parcel': example },
    invalid: {
      'instant is missing': {
        value: { waybillNo: example.waybillNo },
        breaks: { pointer: '', rule: 'required' },
      },
      'instant has no offset': {
        value: { ...example, changedAt: '2026-11-24T08:05:00' },
        breaks: { pointer: '/changedAt', rule: 'format' },
      },
    },
  },
});
`;
};
