import { inspect } from 'node:util';
import { connect, known, type OpenList, type Problem, Refused } from '@openwaybill/client';
import { createReceiver, keysAt, type VerifyingKey } from '@openwaybill/client/receiver';

type Plain = Record<string, unknown>;
type Call = {
  readonly operation: string;
  readonly baseUrl: string;
  readonly now: number;
  readonly tokens: readonly string[];
  readonly connection: Plain;
  readonly all?: boolean;
  /** How many items of a list are taken. */
  readonly take?: number;
  readonly show?: boolean;
} & Plain;
type Delivery = {
  readonly now: number;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly bodyBase64: string;
};
type Receive = {
  readonly keys?: readonly VerifyingKey[];
  readonly keysUrl?: string;
  readonly secrets: readonly string[];
  readonly source?: `urn:openwaybill:party:${string}`;
  readonly failures: number;
  readonly handles: readonly string[];
  readonly deliveries: readonly Delivery[];
};

const told = ({ code, status, retryable, errors, noticeId }: Problem): Plain => ({
  ok: false,
  code,
  status,
  retryable,
  ...(errors === undefined ? {} : { pointers: errors.map(({ pointer }) => pointer) }),
  ...(noticeId === undefined ? {} : { noticeId }),
});

const realWait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });

const call = async ({ operation, baseUrl, now, connection, ...given }: Call): Promise<Plain> => {
  const pauses: number[] = [];
  const handedBack: string[] = [];
  const tokens = [...given.tokens];
  const { signal } = new AbortController();
  let at = now;
  const party = connect({
    ...connection,
    baseUrl,
    token: (refused) => {
      if (refused !== undefined) handedBack.push(refused);
      const token = tokens.shift();
      if (token === undefined) throw new Error('there is no token');
      return token;
    },
    now: () => at,
    // pauses are as long as they may be; keys are random
    random: (count) =>
      count === 2 ? new Uint8Array([255, 255]) : crypto.getRandomValues(new Uint8Array(count)),
    wait: async (milliseconds, until) => {
      if (until !== signal) return realWait(milliseconds, until);
      pauses.push(milliseconds);
      at += milliseconds;
    },
  });
  const method = (party as unknown as Plain)[operation] as ((given: Plain) => Promise<Plain>) & {
    readonly all: (given: Plain) => AsyncIterable<unknown>;
  };
  const asked = { ...given, signal };
  if (given.all === true) {
    tokens.push(...Array.from({ length: 9 }, () => given.tokens[0] ?? ''));
    const items: unknown[] = [];
    try {
      for await (const item of method.all(asked)) {
        items.push(item);
        if (items.length === given.take) break;
      }
      return { ok: true, items, pauses };
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      return { ...told(cause.problem), items, pauses };
    }
  }
  const result = await method(asked);
  const shown = given.show === true ? { shown: inspect(result.value, { depth: null }) } : {};
  return {
    ...(result.ok === true ? result : told(result.problem as Problem)),
    ...shown,
    pauses,
    handedBack,
  };
};

const receive = async (given: Receive): Promise<Plain> => {
  const handled: string[] = [];
  const data: unknown[] = [];
  const unknown: string[] = [];
  let failures = given.failures;
  let at = 0;
  const handler = (event: {
    readonly type: string;
    readonly id: string;
    readonly data: unknown;
  }) => {
    failures -= 1;
    if (failures >= 0) throw new Error('the store is down');
    handled.push(`${event.type} ${event.id}`);
    data.push(event.data);
  };
  const inbox = createReceiver({
    keys:
      given.keysUrl === undefined ? (given.keys ?? []) : keysAt(given.keysUrl, { now: () => at }),
    secret: given.secrets,
    ...(given.source === undefined ? {} : { source: given.source }),
    now: () => at,
    handlers: Object.fromEntries(given.handles.map((type) => [type, handler])),
    unknown: ({ type, id }) => {
      unknown.push(`${type} ${id}`);
    },
  });
  const answers: Plain[] = [];
  for (const { now, method, headers, bodyBase64 } of given.deliveries) {
    at = now;
    const request = new Request('http://localhost/v1/event-inbox', {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: Buffer.from(bodyBase64, 'base64') }),
    });
    const response = await inbox(request);
    const text = await response.text();
    const body = text === '' ? undefined : JSON.parse(text);
    answers.push({ status: response.status, code: body?.code, body });
  }
  return { answers, handled, unknown, data };
};

/** What a line of the suite asks for, done with the TypeScript client. */
export const answerTo = async (line: Plain): Promise<Plain> => {
  if (line.known !== undefined) {
    const { list, raw } = line.known as { readonly list: OpenList; readonly raw: string };
    const { known: isKnown, ...rest } = known(list, raw);
    return { isKnown, ...rest };
  }
  return line.call === undefined ? receive(line.receive as Receive) : call(line.call as Call);
};
