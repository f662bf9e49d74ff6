import { memoryShore } from '../src/drive/memory-shore.ts';
import { publicHalf } from '../src/drive/peer.ts';
import { courier } from '../witness/courier.ts';
import { credentialsFor } from './reference.ts';

/** The witness in memory: its timers run between requests, and when the runner waits. */
export const witness = async () => {
  const url = 'https://witness.test';
  const credentials = await credentialsFor('courier');
  const due: { at: number; job: () => Promise<void> }[] = [];
  const defects: unknown[] = [];
  const settled = async (): Promise<void> => {
    for (;;) {
      const index = due.findIndex(({ at }) => at <= shore.now());
      const [next] = index < 0 ? [] : due.splice(index, 1);
      if (next === undefined) return;
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
  const system = courier({
    url,
    partyId: 'WITNESS1',
    clients: Object.values(credentials).map(({ clientId, partyId, role, key }) => ({
      clientId,
      partyId,
      role,
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
      } catch {
        return { status: 0, body: '' };
      }
    },
  });
  return { url, shore, credentials, defects };
};
