import { type Shore, Unanswered } from '../words.ts';
import { randomOf } from './random.ts';

export type MemoryShore = Shore & {
  /** What the system's own requests and deliveries go to: the runner's listeners. */
  readonly reach: (request: Request) => Promise<Response>;
  /** How the system waits: the clock that it shares with the runner moves on. */
  readonly pass: (milliseconds: number) => Promise<void>;
};

/** Seconds after which a system gives up on a receiver. */
const GIVE_UP = 5_000;

/**
 * A shore without ports: the system is a function `Request -> Response`. Its clock moves only by waiting, and waiting
 * takes no time but that of the work which goes on behind answers (`settled`).
 */
export const memoryShore = (system: {
  readonly fetch: (request: Request) => Promise<Response | 'RESET' | 'SILENCE'>;
  readonly settled?: () => Promise<void>;
  readonly seed?: number;
  /** Start of the shore's clock in milliseconds; absent: 2026-11-22T00:00:00Z. */
  readonly start?: number;
}): MemoryShore => {
  const handlers = new Map<string, Parameters<Shore['listen']>[0]>();
  let waited = 0;
  let count = 0;
  const start = system.start ?? Date.UTC(2026, 10, 22);
  const now = (): number => start + waited;
  const secure = (bytes: number): Uint8Array<ArrayBuffer> =>
    crypto.getRandomValues(new Uint8Array(bytes));

  /** A body that comes in pieces, as far as it comes in time. */
  const whole = async (response: Response, end: number): Promise<Response> => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const part of response.body ?? []) {
      if (waited >= end) throw new Unanswered('TIMEOUT');
      parts.push(part);
    }
    return new Response(new Blob(parts), response);
  };

  const pass = async (milliseconds: number): Promise<void> => {
    waited += milliseconds;
  };

  return {
    fetch: async (request, { milliseconds, isHungUp }) => {
      const end = waited + milliseconds;
      if (isHungUp === true) {
        await system.fetch(new Request(request, { signal: AbortSignal.abort() }));
        throw new Unanswered('RESET');
      }
      const said = await system.fetch(request);
      if (said === 'RESET') throw new Unanswered('RESET');
      if (said === 'SILENCE') {
        waited = end;
        throw new Unanswered('TIMEOUT');
      }
      return said.headers.has('transfer-encoding') ? whole(said, end) : said;
    },
    listen: async (handler) => {
      count += 1;
      const url = `http://127.0.0.1:${4600 + count}`;
      handlers.set(url, handler);
      return {
        url,
        // silence took its time at once
        hangUp: () => {},
        close: async () => {
          handlers.delete(url);
        },
      };
    },
    reach: async (request) => {
      const handler = handlers.get(new URL(request.url).origin);
      if (handler === undefined) throw new Unanswered('REFUSED');
      const answer = await handler(request);
      if (answer === 'RESET') throw new Unanswered('RESET');
      if (answer === 'SILENCE') {
        waited += GIVE_UP;
        throw new Unanswered('TIMEOUT');
      }
      return answer;
    },
    now,
    elapsed: () => waited,
    pass,
    hold: pass,
    wait: async (milliseconds) => {
      await system.settled?.();
      waited += milliseconds;
    },
    random: randomOf(system.seed ?? 1, 'shore'),
    secure,
    ask: async () => 'CANNOT',
    tell: () => undefined,
  };
};
