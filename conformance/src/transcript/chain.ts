import { hex } from '@openwaybill/validate';
import type { Entry, Transcript } from './format.ts';

const encoder = new TextEncoder();

/** `sha256:` and the digest in hexadecimal. */
export const digestOf = async (bytes: Uint8Array<ArrayBuffer> | string): Promise<string> => {
  const given = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', given));
  return `sha256:${hex(digest)}`;
};

/** The lines of a transcript, each with the digest of the bytes of the line before it. */
export const toLines = async (transcript: Transcript): Promise<readonly string[]> => {
  const lines: string[] = [];
  let previous: string | undefined;
  for (const entry of transcript.entries) {
    const { kind, seq, ...rest } = entry;
    const line = JSON.stringify({
      kind,
      seq,
      ...(previous === undefined ? {} : { previous }),
      ...rest,
    });
    previous = await digestOf(line);
    lines.push(line);
  }
  return lines;
};

/** A transcript as its file: one object a line. */
export const toText = async (transcript: Transcript): Promise<string> =>
  `${(await toLines(transcript)).join('\n')}\n`;

export type ReadTranscript =
  | { readonly ok: true; readonly transcript: Transcript; readonly digest: string }
  | { readonly ok: false; readonly line: number; readonly why: string };

/** Reads a file and verifies its chain; a broken link names its line. */
export const fromText = async (text: string): Promise<ReadTranscript> => {
  const lines = text.split('\n').filter((line) => line !== '');
  const entries: Entry[] = [];
  let previous: string | undefined;
  for (const [index, line] of lines.entries()) {
    let read: Entry & { readonly previous?: string };
    try {
      read = JSON.parse(line);
    } catch {
      return { ok: false, line: index + 1, why: 'the line is not JSON' };
    }
    if (index === 0 && (read.kind !== 'head' || read.format !== 'openwaybill-transcript/1'))
      return { ok: false, line: 1, why: 'the first line is no head of openwaybill-transcript/1' };
    if (read.previous !== previous)
      return { ok: false, line: index + 1, why: 'the digest of the line before differs' };
    const { previous: _, ...entry } = read;
    entries.push(entry as Entry);
    previous = await digestOf(line);
  }
  if (entries.length === 0) return { ok: false, line: 1, why: 'the file is empty' };
  return { ok: true, transcript: { entries }, digest: previous ?? '' };
};
