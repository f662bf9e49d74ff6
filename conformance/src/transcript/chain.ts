import { hex } from '@openwaybill/validate';
import type { Entry, Transcript } from './format.ts';

const encoder = new TextEncoder();

/** `sha256:` and the digest in hexadecimal. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer> | string): Promise<string> => {
  const given = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', given));
  return `sha256:${hex(digest)}`;
};

/** Writes entries as lines, each with the digest of the bytes of the line before it. */
export type Chain = {
  readonly line: (entry: Entry) => Promise<string>;
  /** Of the last line: the digest of what was written so far. */
  readonly digest: () => string;
};

export const createChain = (): Chain => {
  let previous: string | undefined;
  return {
    line: async (entry) => {
      const { kind, seq, ...rest } = entry;
      const bare = JSON.stringify({
        kind,
        seq,
        ...(previous === undefined ? {} : { previous }),
        ...rest,
      });
      // no line follows the last one and tells of it, so it tells of itself
      const line = kind === 'end' ? `${bare.slice(0, -1)},"seal":"${await digestOf(bare)}"}` : bare;
      previous = await digestOf(line);
      return line;
    },
    digest: () => previous ?? '',
  };
};

/** The lines of a transcript, each with the digest of the bytes of the line before it. */
export const toLines = async (transcript: Transcript): Promise<readonly string[]> => {
  const chain = createChain();
  const lines: string[] = [];
  for (const entry of transcript.entries) lines.push(await chain.line(entry));
  return lines;
};

/** A transcript as its file: one object a line. */
export const toText = async (transcript: Transcript): Promise<string> =>
  `${(await toLines(transcript)).join('\n')}\n`;
