import { createChain, createRecorder, type Entry } from '@openwaybill/conformance';
import type { Fault, Io } from '../io.ts';

/** Entries on their way into a file, one after another, as they happen. */
export type Tape = {
  readonly recorder: ReturnType<typeof createRecorder>;
  /** Until all that was recorded stands in the file; why not, where it could not. */
  readonly written: () => Promise<Fault | undefined>;
};

/** Writes a transcript while it comes into being, so that whatever ends the program leaves what was seen. */
export const createTape = (io: Io, path: string): Tape => {
  const chain = createChain();
  let fault: Fault | undefined;
  let isFirst = true;
  let queue: Promise<void> = Promise.resolve();
  const append = async (entry: Entry): Promise<void> => {
    const line = `${chain.line(entry)}\n`;
    if (fault !== undefined) return;
    fault = isFirst ? await io.write(path, line) : await io.append(path, line);
    isFirst = false;
  };
  return {
    recorder: createRecorder(io.now, (entry) => {
      queue = queue.then(() => append(entry));
    }),
    written: async () => {
      await queue;
      return fault;
    },
  };
};
