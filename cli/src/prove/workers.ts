import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Clean, Done, Job } from '@openwaybill/conformance/prove';
import type { Sent, WorkerData } from './worker.ts';

/** Threads that do pieces of work, one at a time each. */
export type Workers = {
  readonly run: (job: Job) => Promise<Done>;
  readonly close: () => Promise<void>;
};

/** How many threads the machine does well. */
export const cores = (): number => availableParallelism();

type Answer = { readonly done: Done } | { readonly failure: string };

type Seat = {
  readonly worker: Worker;
  /** Numbers of the clean runs that it has. */
  readonly learnt: Set<number>;
  /** Why it does no more work. */
  failure?: Error;
  waiting: { resolve: (done: Done) => void; reject: (why: Error) => void } | undefined;
};

/** Beside this file in a clone, beside the bundle in a package. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './prove/worker.js',
  import.meta.url,
);

/** Starts threads. Each loads the whole suite, so there are no more of them than asked for. */
export const startWorkers = (count: number, data: WorkerData): Workers => {
  const numbers = new Map<Clean, number>();
  const idle: Seat[] = [];
  const seats = Array.from({ length: count }, () => {
    const worker = new Worker(entry, { workerData: data });
    const seat: Seat = { worker, learnt: new Set(), waiting: undefined };
    const take = (): Seat['waiting'] => {
      const { waiting } = seat;
      seat.waiting = undefined;
      return waiting;
    };
    worker.on('message', (answer: Answer) => {
      const waiting = take();
      idle.push(seat);
      if ('done' in answer) waiting?.resolve(answer.done);
      else waiting?.reject(new Error(answer.failure));
    });
    const fail = (why: Error): void => {
      seat.failure ??= why;
      take()?.reject(why);
    };
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', (code) => fail(new Error(`a thread of the proof ended with ${code}`)));
    idle.push(seat);
    return seat;
  });
  const sentOf = (job: Job, { worker, learnt }: Seat): Sent => {
    if (job.kind !== 'FAULT') return { kind: 'WORK', job };
    const number = numbers.get(job.clean) ?? numbers.size;
    numbers.set(job.clean, number);
    if (!learnt.has(number)) {
      learnt.add(number);
      worker.postMessage({ kind: 'LEARN', number, clean: job.clean } satisfies Sent);
    }
    return { kind: 'FAULT', id: job.id, clean: number };
  };
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const seat = idle.pop();
        if (seat === undefined) throw new Error('more pieces were begun than there are threads');
        if (seat.failure !== undefined) throw seat.failure;
        seat.waiting = { resolve, reject };
        seat.worker.postMessage(sentOf(job, seat));
      }),
    close: async () => {
      await Promise.all(seats.map(({ worker }) => worker.terminate()));
    },
  };
};
