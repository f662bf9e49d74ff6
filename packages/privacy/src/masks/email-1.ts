import { looksMasked, prepare } from '@openwaybill/validate';
import type { Masked } from '../masked.ts';
import { HIDDEN } from './hidden.ts';

/** Providers whose domain says nothing about a person. Every other domain may be a name. */
const PUBLIC_PROVIDERS = [
  '126.com',
  '139.com',
  '163.com',
  '189.cn',
  'aliyun.com',
  'foxmail.com',
  'gmail.com',
  'hotmail.com',
  'icloud.com',
  'outlook.com',
  'qq.com',
  'sina.com',
  'sohu.com',
  'yahoo.com',
  'yeah.net',
];

/** What `email-1` answers, and what `emailMasked` accepts. */
export const EMAIL_1 = `^\\*{3}(@(\\*{3}|${PUBLIC_PROVIDERS.join('|').replaceAll('.', '\\.')}))?$`;

const ADDRESS = /^[^@]+@([^@.]+(?:\.[^@.]+)+)$/u;

/** The masked form of an e-mail address: `***@qq.com`. A local part is an account number and never shown. */
export const email1 = (text: string): Masked<'email-1'> => {
  const domain = looksMasked(text)
    ? undefined
    : ADDRESS.exec(prepare(text, 'NFKC').toLowerCase().replaceAll(' ', ''))?.[1];
  if (domain === undefined) return HIDDEN as Masked<'email-1'>;
  return `${HIDDEN}@${PUBLIC_PROVIDERS.includes(domain) ? domain : HIDDEN}` as Masked<'email-1'>;
};
