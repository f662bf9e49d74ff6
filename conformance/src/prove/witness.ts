import { type AllCredentials, type Credentials, castOf } from '../drive/identity.ts';
import { memoryShore } from '../drive/memory-shore.ts';
import { publicKeysOf } from '../drive/peer.ts';
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
    readonly name?: string;
    readonly facet?: string;
  }[];
  readonly now: () => number;
  /** Does a job after some time. */
  readonly later: (milliseconds: number, job: () => Promise<void>) => void;
  /** Throws where nobody answers. */
  readonly fetch: (request: Request) => Promise<Response>;
}) => { readonly answer: (request: Request) => Promise<Response> };

/** A witness in memory, with what a run of the suite over it needs. */
export type Witness = {
  readonly url: string;
  readonly shore: Shore;
  readonly credentials: AllCredentials;
  readonly defects: readonly unknown[];
};

/** A witness in memory: its timers run between requests, and when the runner waits. */
export const witnessOf = async (role: Role, make: WitnessMaker, seed = 1): Promise<Witness> => {
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
    seed,
  });
  const system = make({
    url,
    partyId: 'WITNESS1',
    clients: castOf(role).flatMap(({ who, facet }) => {
      const one: Credentials | undefined = credentials[who];
      return one === undefined
        ? []
        : {
            clientId: one.clientId,
            partyId: one.partyId,
            role: one.role,
            keys: publicKeysOf(one),
            ...(one.name === undefined ? {} : { name: one.name }),
            ...(facet === undefined ? {} : { facet }),
          };
    }),
    now: shore.now,
    later: (milliseconds, job) => {
      due.push({ at: shore.now() + milliseconds, job });
    },
    fetch: async (request) => {
      try {
        return await shore.reach(request);
      } catch (error) {
        if (!(error instanceof Unanswered)) defects.push(error);
        throw error;
      }
    },
  });
  return { url, shore, credentials, defects };
};
