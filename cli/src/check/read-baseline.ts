import { type Baseline, BaselineForm, digestOf, readBaseline } from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import type { Io } from '../io.ts';
import { lineAt, offsetOf } from '../json-position.ts';
import { readJsonFile } from '../read-json-file.ts';
import { BASELINE_FILE, type CheckCommandOptions, type RunSettings } from './options.ts';
import { misfitComplaint } from './read-config.ts';

/** The file of expected failures, as it was read. */
export type BaselineFile = {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
  readonly baseline: Baseline;
};

/** The day of a moment, `YYYY-MM-DD`. */
export const dayOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().slice(0, 10);

/** Where the baseline of a run stands. */
export const baselinePath = ({ baseline }: Pick<RunSettings, 'baseline'>): string =>
  baseline ?? BASELINE_FILE;

/** Reads the baseline of a run: the one that is named, or the usual one where there is one. */
export const readBaselineFile = async (
  options: Pick<CheckCommandOptions, 'baseline' | 'writeBaseline'>,
  io: Io,
): Promise<{ readonly file?: BaselineFile } | { readonly complaint: Complaint }> => {
  const path = baselinePath(options);
  const mayBeAbsent = options.baseline === undefined || options.writeBaseline === true;
  if (mayBeAbsent && !io.exists(path)) return {};
  const read = await readJsonFile<unknown>(io, path);
  if ('complaint' in read) return read;
  const found = readBaseline(read.value, dayOf(io.now()));
  return found.ok
    ? {
        file: {
          path,
          text: read.text,
          digest: digestOf(read.text),
          baseline: found.baseline,
        },
      }
    : { complaint: misfitComplaint(path, read.text, found.issues, BaselineForm) };
};

/** An entry as it stands in its file, with its line. */
export const quoted = ({ path, text }: BaselineFile, index: number): string => {
  const line = lineAt(text, offsetOf(text, `/entries/${index}`));
  return `${path}:${line}: ${(text.split('\n')[line - 1] ?? '').trim()}`;
};
