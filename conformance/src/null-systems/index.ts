import { problems, problemType } from '@openwaybill/schemas';
import { Unanswered } from '../words.ts';

/** Something that is no implementation, and must pass no MUST. */
export type NullSystem = {
  readonly id: string;
  readonly fetch: (request: Request) => Promise<Response>;
};

const problem = (code: 'MALFORMED_JSON' | 'NOT_FOUND'): Response => {
  const { status, title, retryable } = problems[code];
  return new Response(
    JSON.stringify({ type: problemType(code), code, title: title.en, status, retryable }),
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        'OpenWaybill-Version': '1.0',
        'OpenWaybill-Sandbox': 'true',
      },
    },
  );
};

/** Nobody listens. */
const closedPort: NullSystem = {
  id: 'closed-port',
  fetch: async () => {
    throw new Unanswered('REFUSED');
  },
};

/** Takes everything and never answers. */
const silent: NullSystem = {
  id: 'silent',
  fetch: async () => {
    throw new Unanswered('TIMEOUT');
  },
};

/** Answers what was sent. */
const echo: NullSystem = {
  id: 'echo',
  fetch: async (request) =>
    new Response(await request.text(), {
      headers: {
        'Content-Type': 'application/json',
        'OpenWaybill-Version': '1.0',
        'OpenWaybill-Sandbox': 'true',
      },
    }),
};

const always200: NullSystem = {
  id: 'always-200',
  fetch: async () =>
    new Response('{}', {
      headers: {
        'Content-Type': 'application/json',
        'OpenWaybill-Version': '1.0',
        'OpenWaybill-Sandbox': 'true',
      },
    }),
};

const always400: NullSystem = { id: 'always-400', fetch: async () => problem('MALFORMED_JSON') };

const always404: NullSystem = { id: 'always-404', fetch: async () => problem('NOT_FOUND') };

/** All six. */
export const nullSystems: readonly NullSystem[] = [
  closedPort,
  silent,
  echo,
  always200,
  always400,
  always404,
];
