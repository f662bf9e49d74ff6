import { createLock } from '../engine/lock.ts';
import type { Mock } from '../engine/mock.ts';
import type { Attempt, Delivery } from '../engine/options.ts';
import type { Asked, Left, Turn } from './run.ts';

type Answering = (request: Request) => Promise<Response>;

/** Writes down what parties of one process are asked, one command after another. */
export type RunRecorder = {
  /** Real time as the parties see it: that of the turn, in milliseconds. */
  readonly wallClock: () => number;
  /** Stands before the answers of a party. */
  readonly before: (party: string, mock: Mock, answer: Answering) => Answering;
  /** Stands before what sends the events that leave the sandbox. */
  readonly sending: (
    send: (delivery: Delivery) => Promise<Attempt>,
  ) => (delivery: Delivery) => Promise<Attempt>;
  /** A moment of real time: written down where something came of it. */
  readonly moment: (work: () => Promise<void>) => Promise<void>;
  /** Resolves once the last turn has ended. */
  readonly close: () => Promise<void>;
};

/** Headers of the connection, of who asks and by what program: none of them makes another command. */
const PASSING =
  /^(authorization|host|connection|content-length|user-agent|accept.*|sec-.*|origin|referer|cache-control|pragma|transfer-encoding|keep-alive)$/;

const headersOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !PASSING.test(name)).sort());

/** Receivers of a developer's machine are no part of a run, and whoever looks on asks nothing. */
const isTold = (method: string, path: string): boolean =>
  !path.startsWith('/_mock/') ||
  (!/^(GET|HEAD)$/.test(method) && !/^\/_mock\/(sinks|handed)\//.test(path));

/**
 * A recorder of one run. Requests under a development token are commands of it: each is answered when all that it set
 * going has come to rest, and the next one begins then. What a receiver asks while it is handed an event belongs to
 * that event. Calls of the parties among themselves follow from the rest and are not written down.
 */
export const createRunRecorder = ({
  now,
  settled,
  write,
}: {
  readonly now: () => number;
  readonly settled: () => Promise<void>;
  readonly write: (turn: Turn) => void;
}): RunRecorder => {
  const inOrder = createLock();
  let wallAt = now();
  let count = 0;
  let log: Turn['log'][number][] = [];
  let left: (Omit<Left, 'asked'> & { asked: Asked[] })[] = [];
  const underway: { asked: Asked[] }[] = [];

  const turn = <T>(work: () => Promise<T>, askedOf: (made: T) => Asked | undefined): Promise<T> =>
    inOrder(async () => {
      wallAt = Math.max(wallAt, now());
      log = [];
      left = [];
      const made = await work();
      await settled();
      const asked = askedOf(made);
      if (asked !== undefined || log.length > 0 || left.length > 0) {
        count += 1;
        write({
          turn: count,
          wallAt: new Date(wallAt).toISOString(),
          ...(asked === undefined ? {} : { asked }),
          left,
          log,
        });
      }
      return made;
    });

  return {
    wallClock: () => wallAt,
    before: (party, mock, answer) => {
      const tenants = new Map(
        [...mock.developmentTokens].map(([tenant, token]) => [token, tenant]),
      );
      mock.system.happenings.watch((happening) => {
        if (happening.kind === 'command') log.push({ party, entry: happening.entry });
      });
      return async (request) => {
        const { method } = request;
        const { pathname, search } = new URL(request.url);
        const token = request.headers.get('Authorization')?.replace(/^Bearer /i, '') ?? '';
        const tenant = tenants.get(token);
        if (tenant === undefined || !isTold(method, pathname)) return answer(request);
        const body = request.body === null ? undefined : await request.clone().text();
        const performed = async (): Promise<{ response: Response; asked: Asked }> => {
          const response = await answer(request);
          const isLost = response.type === 'error';
          return {
            response,
            asked: {
              party,
              tenant,
              method,
              path: pathname + search,
              headers: headersOf(request.headers),
              ...(body === undefined ? {} : { body }),
              answer: {
                status: isLost ? 0 : response.status,
                body: isLost ? '' : await response.clone().text(),
              },
            },
          };
        };
        const by = underway.at(-1);
        if (by === undefined) return (await turn(performed, ({ asked }) => asked)).response;
        const { response, asked } = await performed();
        by.asked.push(asked);
        return response;
      };
    },
    sending: (send) => async (delivery) => {
      const { url, headers } = delivery;
      const one = { url, webhookId: headers['webhook-id'] ?? '', status: 0, body: '', asked: [] };
      left.push(one);
      underway.push(one);
      try {
        return Object.assign(one, await send(delivery));
      } finally {
        underway.splice(underway.indexOf(one), 1);
      }
    },
    moment: (work) => turn(work, () => undefined),
    close: () => inOrder(async () => undefined),
  };
};
