import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { camel, kebab, pascal, plural, sentence } from './names.ts';

const MAKES = new Set(
  'allocate announce apply book create file issue open place propose publish quote record register report request reserve start submit'.split(
    ' ',
  ),
);

/** Method and path by the verb: reading, making one more, or a command to one that is there. */
const formOf = (name: string): { readonly method: 'GET' | 'POST'; readonly path: string } => {
  const [verb = '', ...nouns] = kebab(name).split('-');
  const noun = nouns.length === 0 ? verb : nouns.join('-');
  if (verb === 'list') return { method: 'GET', path: `/v1/${noun}` };
  const all = `/v1/${plural(noun)}`;
  const one = `${all}/{${camel(noun)}Id}`;
  if (verb === 'get') return { method: 'GET', path: one };
  return {
    method: 'POST',
    path: nouns.length === 0 || MAKES.has(verb) ? all : `${one}/${verb}`,
  };
};

const requestSchema = (Name: string, title: string): string => `/** What the caller says. */
export const ${Name}Request = Closed(
  '${Name}Request',
  { en: '${title}: request', zh: '示例请求' },
  { en: 'What is asked for, in one sentence.', zh: '一句话说明请求的内容。' },
  { waybillNo: Ref(WaybillNo) },
);
export type ${Name}Request = Static<typeof ${Name}Request>;

`;

const REQUEST_EXAMPLES = `    request: {
      valid: { 'one parcel': { waybillNo: 'ZZ010000000016' } },
      invalid: {
        'number is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'number is empty': {
          value: { waybillNo: '' },
          breaks: { pointer: '/waybillNo', rule: 'pattern' },
        },
      },
    },
`;

/** A whole small operation, valid as it is: the author replaces its words, bodies and problems. */
export const operationText = (name: string): string => {
  const { method, path } = formOf(name);
  const asks = method === 'POST';
  const Name = pascal(name);
  const title = sentence(name);
  return `import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Flag${asks ? ', Ref' : ''} } from '../define/index.ts';
${asks ? `import { WaybillNo } from '../vocabulary/waybill-no.ts';\n` : ''}
${asks ? requestSchema(Name, title) : ''}/** What the server answers. */
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
  since: '${SPOKEN_VERSION}',
  title: { en: '${title}', zh: '示例操作' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: '${method}',
  path: '${path}',
${asks ? `  request: ${Name}Request,\n` : ''}  answer: { status: 200, body: ${Name}Answer },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {
${asks ? REQUEST_EXAMPLES : ''}    answer: {
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
