import { camel, kebab, pascal, plural, sentence } from './names.ts';

/** A whole small operation, valid as it is: the author replaces its words, bodies and problems. */
export const operationText = (name: string): string => {
  const [, ...nouns] = kebab(name).split('-');
  const noun = nouns.length === 0 ? kebab(name) : nouns.join('-');
  const Name = pascal(name);
  const title = sentence(name);
  return `import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Flag, Ref } from '../define/index.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

/** What the caller says. */
export const ${Name}Request = Closed(
  '${Name}Request',
  { en: '${title}: request', zh: '示例请求' },
  { en: 'What is asked for, in one sentence.', zh: '一句话说明请求的内容。' },
  { waybillNo: Ref(WaybillNo) },
);
export type ${Name}Request = Static<typeof ${Name}Request>;

/** What the server answers. */
export const ${Name}Answer = Closed(
  '${Name}Answer',
  { en: '${title}: answer', zh: '示例应答' },
  { en: 'What came of it, in one sentence.', zh: '一句话说明结果。' },
  {
    accepted: Flag(
      { en: 'Accepted', zh: '已接受' },
      { en: 'Whether it is done as asked.', zh: '是否按请求办理。' },
    ),
  },
);
export type ${Name}Answer = Static<typeof ${Name}Answer>;

export const ${camel(name)} = defineOperation({
  name: '${kebab(name)}',
  since: '1.0',
  title: { en: '${title}', zh: '示例操作' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/${plural(noun)}',
  request: ${Name}Request,
  answer: { status: 200, body: ${Name}Answer },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {
    request: {
      valid: { 'one parcel': { waybillNo: 'ZZ010000000016' } },
      invalid: {
        'number is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'number is empty': {
          value: { waybillNo: '' },
          breaks: { pointer: '/waybillNo', rule: 'pattern' },
        },
      },
    },
    answer: {
      valid: { 'done as asked': { accepted: true } },
      invalid: {
        'nothing is said': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'a word for a truth': {
          value: { accepted: 'YES' },
          breaks: { pointer: '/accepted', rule: 'type' },
        },
      },
    },
  },
});
`;
};
