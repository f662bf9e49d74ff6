import { isFictionPhone } from '../fiction/index.ts';

const MOBILE = /(?<![0-9A-Za-z+])(?:\+?86)?1[3-9][0-9]{9}(?![0-9A-Za-z])/gu;
const ABROAD = /(?<![0-9A-Za-z])\+[1-9][0-9]{6,14}(?![0-9])/gu;
const EMAIL_HOST = /[^\s@]@([^\s@]+)/gu;
const RESERVED_HOST = /(^|\.)(example|test|invalid)$/u;

/** What is wrong with a text of an example: a phone or a host that may be somebody's. */
export const faultsOfExample = (text: string): readonly string[] => [
  ...[...(text.match(MOBILE) ?? []), ...(text.match(ABROAD) ?? [])]
    .filter((phone) => !isFictionPhone(phone))
    .map(() => "The phone is not one of fiction; it may be somebody's. Take +86 199 0000 xxxx."),
  ...[...text.matchAll(EMAIL_HOST)]
    .filter(([, host]) => !RESERVED_HOST.test(host ?? ''))
    .map(() => "The e-mail host may be somebody's; examples have reserved ones. Take .example."),
];
