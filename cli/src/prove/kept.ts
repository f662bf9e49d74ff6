import type { Done } from '@openwaybill/conformance/prove';
import type { Fault, Io } from '../io.ts';

/** What was done of a proof so far, on disk: one line a piece, so that a proof that was stopped goes on. */
export type Kept = {
  readonly done: ReadonlyMap<string, Done>;
  readonly keep: (piece: string, done: Done) => Promise<void>;
};

type Line = { readonly key: string; readonly piece: string; readonly done: Done };

const linesIn = (text: string): readonly Line[] =>
  text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Line];
    } catch {
      return []; // the line that was being written when the proof was stopped
    }
  });

/**
 * Opens the record of a proof. What was done by another suite, for another set of requirements or over another reference
 * has another key, and says nothing.
 */
export const openKept = async (
  path: string,
  { key, isGoingOn }: { readonly key: string; readonly isGoingOn: boolean },
  io: Pick<Io, 'read' | 'write' | 'append'>,
): Promise<Kept | { readonly fault: Fault }> => {
  const read = isGoingOn ? await io.read(path) : undefined;
  const before =
    read?.ok === true
      ? linesIn(new TextDecoder().decode(read.bytes)).filter((line) => line.key === key)
      : [];
  const texts = before.map((line) => `${JSON.stringify(line)}\n`);
  const fault = await io.write(path, texts.join(''));
  if (fault !== undefined) return { fault };
  return {
    done: new Map(before.map(({ piece, done }) => [piece, done])),
    keep: async (piece, done) => {
      const line: Line = { key, piece, done };
      const lost = await io.append(path, `${JSON.stringify(line)}\n`);
      if (lost !== undefined) throw new Error(`${lost.path} cannot be written (${lost.errno})`);
    },
  };
};
