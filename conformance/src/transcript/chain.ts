import { hash } from 'node:crypto';
import type { Entry, Transcript } from './format.ts';

/** `sha256:` and the digest in hexadecimal. */
export const digestOf = (bytes: Uint8Array | string): string => `sha256:${hash('sha256', bytes)}`;

/** Writes entries as lines, each with the digest of the bytes of the line before it. */
export type Chain = {
  readonly line: (entry: Entry) => string;
  /** Of the last line: the digest of what was written so far. */
  readonly digest: () => string;
};

export const createChain = (): Chain => {
  let previous: string | undefined;
  return {
    line: (entry) => {
      const { kind, seq, ...rest } = entry;
      const bare = JSON.stringify({
        kind,
        seq,
        ...(previous === undefined ? {} : { previous }),
        ...rest,
      });
      // no line follows the last one and tells of it, so it tells of itself
      const line = kind === 'end' ? `${bare.slice(0, -1)},"seal":"${digestOf(bare)}"}` : bare;
      previous = digestOf(line);
      return line;
    },
    digest: () => previous ?? '',
  };
};

/** The lines of a transcript, each with the digest of the bytes of the line before it. */
export const toLines = (transcript: Transcript): readonly string[] => {
  const chain = createChain();
  return transcript.entries.map(chain.line);
};

/** A transcript as its file: one object a line. */
export const toText = (transcript: Transcript): string => `${toLines(transcript).join('\n')}\n`;
