import { at, membersRule } from './members-rule.ts';

const MAX_BYTES = 8192;

/** Private data of two parties stays small beside the message that carries it. */
export const extensionsSize = membersRule<object>({
  schema: 'Extensions',
  id: 'extensions-size',
  broken: (extensions) =>
    at('', new TextEncoder().encode(JSON.stringify(extensions)).length <= MAX_BYTES),
  text: { en: 'the extensions are larger than 8192 bytes', zh: '扩展超过 8192 字节' },
  hint: {
    en: 'Send a reference to the data instead of the data.',
    zh: '请改为发送数据的引用。',
  },
});
