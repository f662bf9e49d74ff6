import { problems, SPOKEN_VERSION } from '@openwaybill/schemas';
import { problemBody } from '../drive/peer.ts';
import { Unanswered } from '../words.ts';

/** Something that is no implementation, and must pass no MUST. */
export type NullSystem = {
  readonly id: string;
  readonly fetch: (
    request: Request,
    /** Lets time go by. */
    pass: (milliseconds: number) => Promise<void>,
  ) => Promise<Response | 'SILENCE'>;
};

const JSON_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'application/json',
  'OpenWaybill-Version': SPOKEN_VERSION,
  'OpenWaybill-Sandbox': 'true',
};

const problem = (code: 'MALFORMED_JSON' | 'NOT_FOUND'): Response =>
  new Response(JSON.stringify(problemBody(code)), {
    status: problems[code].status,
    headers: { ...JSON_HEADERS, 'Content-Type': 'application/problem+json' },
  });

/** Nobody listens. */
const closedPort: NullSystem = {
  id: 'closed-port',
  fetch: async () => {
    throw new Unanswered('REFUSED');
  },
};

/** Takes everything and never answers. */
const silent: NullSystem = { id: 'silent', fetch: async () => 'SILENCE' };

const ONE_SECOND = 1000;

/** Begins an answer and never ends it: a byte a second. */
const slowDrip: NullSystem = {
  id: 'slow-drip',
  fetch: async (_request, pass) =>
    new Response(
      new ReadableStream({
        pull: async (to) => {
          await pass(ONE_SECOND);
          to.enqueue(new TextEncoder().encode(' '));
        },
      }),
      { headers: { ...JSON_HEADERS, 'Transfer-Encoding': 'chunked' } },
    ),
};

/** Answers what was sent. */
const echo: NullSystem = {
  id: 'echo',
  fetch: async (request) => new Response(await request.text(), { headers: JSON_HEADERS }),
};

const always200: NullSystem = {
  id: 'always-200',
  fetch: async () => new Response('{}', { headers: JSON_HEADERS }),
};

const always400: NullSystem = { id: 'always-400', fetch: async () => problem('MALFORMED_JSON') };

const always404: NullSystem = { id: 'always-404', fetch: async () => problem('NOT_FOUND') };

/** All of them. */
export const nullSystems: readonly NullSystem[] = [
  closedPort,
  silent,
  slowDrip,
  echo,
  always200,
  always400,
  always404,
];

/** The same, where even a token is had: whatever looks alive from outside. */
export const withToken = (system: NullSystem): NullSystem => ({
  id: system.id,
  fetch: async (request, pass) =>
    new URL(request.url).pathname === '/oauth/token'
      ? new Response('{"access_token":"t","token_type":"Bearer","expires_in":600}', {
          headers: { 'Content-Type': 'application/json' },
        })
      : system.fetch(request, pass),
});
