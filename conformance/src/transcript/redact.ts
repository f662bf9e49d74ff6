import type { HeaderList, RecordedBody } from './format.ts';

const SECRET_HEADERS = new Set(['authorization', 'cookie', 'set-cookie', 'proxy-authorization']);
const SECRET_MEMBERS = ['client_assertion', 'access_token', 'secret'];

/** How the secret of a symmetric signature begins (Standard Webhooks). */
const SYMMETRIC = 'whsec_';

/** Replaces secrets by numbers, equal values by equal ones; the table is in memory and never written. */
export type Redactor = {
  readonly headers: (headers: HeaderList) => HeaderList;
  readonly body: (body: RecordedBody | undefined) => RecordedBody | undefined;
};

const MEMBER = new RegExp(
  `("(?:${SECRET_MEMBERS.join('|')})"\\s*:\\s*)"((?:[^"\\\\]|\\\\.)*)"`,
  'g',
);
const FORM = new RegExp(`((?:^|&)(?:${SECRET_MEMBERS.join('|')})=)([^&]*)`, 'g');

/** The redaction of runs with invented people: bodies stay, secrets go. */
export const createRedactor = (): Redactor => {
  const numbers = new Map<string, number>();
  const numbered = (value: string): string => {
    const known = numbers.get(value) ?? numbers.size + 1;
    numbers.set(value, known);
    // the secret of a subscription stays one in form, so that the message that shows it can be judged
    return value.startsWith(SYMMETRIC)
      ? `${SYMMETRIC}${btoa(`redacted secret ${String(known).padStart(8, '0')}`)}`
      : `[secret:${known}]`;
  };
  return {
    headers: (headers) =>
      headers.map(([name, value]) =>
        SECRET_HEADERS.has(name.toLowerCase()) ? [name, numbered(value)] : [name, value],
      ),
    body: (body) => {
      if (body === undefined || !('utf8' in body)) return body;
      const utf8 = body.utf8
        .replace(MEMBER, (_, before: string, value: string) => `${before}"${numbered(value)}"`)
        .replace(FORM, (_, before: string, value: string) => `${before}${numbered(value)}`);
      return utf8 === body.utf8 ? body : { utf8 };
    },
  };
};

export const REDACTION_VERSION = '1';
