import {
  type Attempt,
  type Delivery,
  type Mock,
  type RawRequest,
  type RunPlayer,
  type RunRecorder,
  responseOf,
  type Served,
} from '@openwaybill/mock';
import { httpSender, type Listening, listen } from '@openwaybill/mock/node';
import type { Io } from '../io.ts';
import type { Played } from './parties.ts';

type Answering = (request: Request) => Promise<Response>;
/** Answers a port, which needs no `Response` of most answers. */
export type Serving = (request: Request, raw?: RawRequest) => Promise<Served>;

/** How the parties of a sandbox are reached, and how they reach each other and everybody else. */
export type Shore = {
  /** Real time as the parties see it, in milliseconds. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly listen: (
    role: Played,
    answer: Serving,
    at: { readonly port: number; readonly hostname: string },
  ) => Promise<Listening>;
  readonly fetch: Answering;
  readonly send: (delivery: Delivery) => Promise<Attempt>;
  /** What stands before the answers of a party, where something does. */
  readonly before?: (role: Played, mock: Mock, answer: Answering) => Answering;
};

/** Milliseconds after which a party of ours takes a call for unanswered. */
const ANSWER_WITHIN = 5_000;

/**
 * A port for each, and HTTP between them: as strangers would. Where others reach it, it reaches no more of this machine
 * than some origins of it.
 */
export const networkShore = (io: Io, loopback?: ReadonlySet<string>): Shore => ({
  now: io.now,
  wait: io.sleep,
  listen: (_, answer, at) => listen(answer, at),
  fetch: (request) => io.fetch(request, io.deadline(ANSWER_WITHIN)),
  send: (delivery) =>
    httpSender({
      isLoopbackAllowed: loopback?.has(new URL(delivery.url).origin) ?? true,
      deadline: io.deadline,
    })(delivery),
});

/** Which of several parties an address is of. */
const isAt =
  (urls: ReadonlyMap<string, unknown>) =>
  (address: string): boolean =>
    urls.has(new URL(address).origin);

/** The same, and what is asked from outside is written down. */
export const recordedShore = (io: Io, recorder: RunRecorder): Shore => {
  const network = networkShore(io);
  const inside = new Map<string, Played>();
  const send = recorder.sending(network.send);
  return {
    ...network,
    now: recorder.wallClock,
    listen: async (role, answer, at) => {
      const listening = await network.listen(role, answer, at);
      inside.set(new URL(listening.url).origin, role);
      return listening;
    },
    send: (delivery) => (isAt(inside)(delivery.url) ? network : { send }).send(delivery),
    before: recorder.before,
  };
};

/** No network: parties stand where they stood when the run was recorded, and everybody else answers as then. */
export const playedShore = (
  { recorder, send }: RunPlayer,
  addresses: ReadonlyMap<string, string>,
): Shore & Required<Pick<Shore, 'before'>> => {
  const inside = new Map<string, Serving>();
  const at = (request: Request): Promise<Response> | undefined =>
    inside.get(new URL(request.url).origin)?.(request).then(responseOf);
  const outside = recorder.sending(send);
  return {
    now: recorder.wallClock,
    wait: async () => undefined,
    listen: async (role, answer) => {
      const url = addresses.get(role) ?? '';
      inside.set(new URL(url).origin, answer);
      return { url, close: async () => undefined };
    },
    fetch: async (request) => {
      const answer = await at(request);
      if (answer === undefined || answer.type === 'error') throw new TypeError('nobody answers');
      return answer;
    },
    send: async (delivery) => {
      const { url, headers, body } = delivery;
      const answer = await at(new Request(url, { method: 'POST', headers, body }));
      if (answer === undefined) return outside(delivery);
      return answer.type === 'error'
        ? { status: 0, body: '' }
        : { status: answer.status, body: await answer.text() };
    },
    before: recorder.before,
  };
};
