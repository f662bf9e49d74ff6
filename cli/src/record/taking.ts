import type { createRecorder, Exchange, MessageFault, Recording } from '@openwaybill/conformance';
import type { Passed, RelayOptions } from '../shore/relay.ts';

/** What a relay tells, written down one exchange after another, in the order in which they end. */
export type Taking = Pick<RelayOptions, 'seen' | 'lost'> & {
  /** After all that went by so far: what of it is not in the transcript. */
  readonly settled: () => Promise<{
    /** Exchanges that could not be passed on. */
    readonly lostCount: number;
    /** Why exchanges could not be written down: defects of ours, which must not end those who speak. */
    readonly failures: readonly unknown[];
  }>;
};

/** What may be told of an error: its text may hold a piece of a message. */
const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${error.code}` : error.name;
};

/** Writes down what a relay tells. `taken` hears of each exchange that is written. */
export const createTaking = (
  { record }: Pick<ReturnType<typeof createRecorder>, 'record'>,
  { take }: Recording,
  taken: (exchange: Exchange, faults: readonly MessageFault[], passed: Passed) => void,
): Taking => {
  let queue: Promise<void> = Promise.resolve();
  let lostCount = 0;
  const failures: unknown[] = [];
  const write = async (passed: Passed): Promise<void> => {
    try {
      const { exchange, faults } = await take(passed);
      taken(exchange, faults, passed);
    } catch (error) {
      failures.push(error);
      record({
        kind: 'harness',
        issue: `an exchange could not be written down (${kindOf(error)})`,
      });
    }
  };
  return {
    seen: (passed) => {
      queue = queue.then(() => write(passed));
    },
    lost: (error) => {
      lostCount += 1;
      record({ kind: 'note', text: `an exchange could not be passed on (${kindOf(error)})` });
    },
    settled: async () => {
      await queue;
      return { lostCount, failures };
    },
  };
};
