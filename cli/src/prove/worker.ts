import { parentPort, workerData } from 'node:worker_threads';
import {
  allFaults,
  type Clean,
  type Job,
  type World,
  wordsOf,
  work,
} from '@openwaybill/conformance/prove';
import { mockMaker } from './maker.ts';
import { readGoldens, readWitnesses } from './outsiders.ts';

/** What a thread is started with. */
export type WorkerData = { readonly seed: number; readonly root: string };

/** A job as it goes to a thread: a clean run is long, so each goes there once and is named by a number afterwards. */
export type Sent =
  | { readonly kind: 'LEARN'; readonly number: number; readonly clean: Clean }
  | { readonly kind: 'WORK'; readonly job: Job }
  | { readonly kind: 'FAULT'; readonly id: string; readonly clean: number };

if (parentPort !== null) {
  const port = parentPort;
  const { seed, root } = workerData as WorkerData;
  const faults = new Map(allFaults().map((fault) => [fault.id, fault]));
  const cleans = new Map<number, Clean>();
  const world: World<Parameters<ReturnType<typeof mockMaker>['start']>[0]> = {
    maker: mockMaker(),
    witnesses: await readWitnesses(root),
    goldens: await readGoldens(root),
    faultOf: (id) => faults.get(id),
    elapsed: () => performance.now(),
    seed,
  };
  const jobOf = (sent: Exclude<Sent, { readonly kind: 'LEARN' }>): Job => {
    if (sent.kind === 'WORK') return sent.job;
    const clean = cleans.get(sent.clean);
    if (clean === undefined) throw new Error('a fault came before the clean run of its role');
    return { kind: 'FAULT', id: sent.id, clean };
  };
  port.on('message', async (sent: Sent) => {
    if (sent.kind === 'LEARN') {
      cleans.set(sent.number, sent.clean);
      return;
    }
    try {
      port.postMessage({ done: await work(jobOf(sent), world) });
    } catch (error) {
      port.postMessage({ failure: wordsOf(error) });
    }
  });
}
