import { INBOX_PROBLEMS, VERSION } from '../generated/tables.ts';
import type { Finding } from './rows.ts';

const HEADERS = { 'openwaybill-version': VERSION } as const;

/** An event is taken, also when it was taken before or its type is not known. */
export const taken = (): Response => new Response(null, { status: 204, headers: HEADERS });

/** The answer to a challenge is the challenge. */
export const challenged = (challenge: unknown): Response =>
  new Response(JSON.stringify({ challenge }), {
    status: 200,
    headers: { ...HEADERS, 'content-type': 'application/json' },
  });

/** A problem of the table; it never holds what was sent. */
export const refused = (code: string, errors: readonly Finding[] = []): Response => {
  const { status = 500, title = '', retryable = true } = INBOX_PROBLEMS[code] ?? {};
  const problem = {
    type: `https://openwaybill.org/problems/${code}`,
    code,
    title,
    status,
    retryable,
    ...(errors.length === 0 ? {} : { errors: errors.slice(0, 100) }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      ...HEADERS,
      'content-type': 'application/problem+json',
      ...(status === 405 ? { allow: 'POST' } : {}),
    },
  });
};
