import type { AllCredentials } from '../drive/identity.ts';
import { memoryShore } from '../drive/memory-shore.ts';
import { publicHalf } from '../drive/peer.ts';
import { type Role, type Shore, Unanswered } from '../words.ts';
import { credentialsFor } from './reference.ts';

/** An implementation that was written without a look at ours. Whoever proves the suite hands it in. */
export type WitnessMaker = (options: {
  readonly url: string;
  readonly partyId: string;
  readonly clients: readonly {
    readonly clientId: string;
    readonly partyId: string;
    readonly role: string;
    readonly keys: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly now: () => number;
  /** Does a job after some time. */
  readonly later: (milliseconds: number, job: () => Promise<void>) => void;
  readonly post: (
    to: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ) => Promise<{ readonly status: number; readonly body: string }>;
}) => { readonly answer: (request: Request) => Promise<Response> };

/** A witness in memory, with what a run of the suite over it needs. */
export type Witness = {
  readonly url: string;
  readonly shore: Shore;
  readonly credentials: AllCredentials;
  readonly defects: readonly unknown[];
};

/** A witness in memory: its timers run between requests, and when the runner waits. */
export const witnessOf = async (role: Role, make: WitnessMaker): Promise<Witness> => {
  const url = 'https://witness.test';
  const credentials = await credentialsFor(role);
  const due: { readonly at: number; readonly job: () => Promise<void> }[] = [];
  const defects: unknown[] = [];
  const settled = async (): Promise<void> => {
    for (;;) {
      const [next] = due.filter(({ at }) => at <= shore.now()).sort((a, b) => a.at - b.at);
      if (next === undefined) return;
      due.splice(due.indexOf(next), 1);
      await next.job().catch((error: unknown) => defects.push(error));
    }
  };
  const shore = memoryShore({
    // what an answer left to do is done before the next request comes
    fetch: async (request) => {
      await settled();
      return system.answer(request);
    },
    settled,
    seed: 1,
  });
  const system = make({
    url,
    partyId: 'WITNESS1',
    clients: Object.values(credentials).map(({ clientId, partyId, role: as, key }) => ({
      clientId,
      partyId,
      role: as,
      keys: [publicHalf(key)],
    })),
    now: shore.now,
    later: (milliseconds, job) => {
      due.push({ at: shore.now() + milliseconds, job });
    },
    post: async (to, headers, body) => {
      try {
        const answer = await shore.reach(new Request(to, { method: 'POST', headers, body }));
        return { status: answer.status, body: await answer.text() };
      } catch (error) {
        if (!(error instanceof Unanswered)) defects.push(error);
        return { status: 0, body: '' };
      }
    },
  });
  return { url, shore, credentials, defects };
};
