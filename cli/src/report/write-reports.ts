import { join } from 'node:path';
import {
  digestOf,
  REPORTS,
  type ReportName,
  type Result,
  type Transcript,
  toText,
} from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import type { ReportPlaces } from './report-options.ts';
import { signedStatement } from './sign-statement.ts';

/** What a run left, and what it is written by. */
export type Reported = { readonly result: Result; readonly transcript: Transcript };

/** The names of the two files that everything else follows from, in the folder of a run. */
export const RESULT_FILE = 'result.json';
export const TRANSCRIPT_FILE = 'transcript.owt.ndjson';
/** The name of the statement about them, where nobody chose another. */
export const STATEMENT_FILE = 'statement.jws';

/** A result as its file: the bytes that a statement is about. */
export const resultText = (result: Result): string => `${JSON.stringify(result, null, 2)}\n`;

/** The files that were written, of them the page, and why not all where one could not be. */
export type Written = {
  readonly paths: readonly string[];
  readonly html: string;
  readonly complaint?: Complaint;
};

/** The one writer of what a run leaves: the result, the transcript, the page, and the reports that were asked for. */
export const writeReports = async (
  { result, transcript }: Reported,
  options: ReportPlaces & { readonly language: Language },
  io: Io,
): Promise<Written> => {
  const html = options.html ?? join(options.out, REPORTS.html.file);
  const text = resultText(result);
  const files: [path: string, text: string][] = [
    [join(options.out, RESULT_FILE), text],
    [join(options.out, TRANSCRIPT_FILE), toText(transcript)],
  ];
  const { sign } = options;
  const signed =
    sign === undefined
      ? undefined
      : await signedStatement(result, digestOf(text), { ...options, sign }, io);
  if (signed !== undefined && !('complaint' in signed))
    files.push([options.statement ?? join(options.out, STATEMENT_FILE), `${signed.jws}\n`]);
  const until = signed !== undefined && 'until' in signed ? { until: signed.until } : {};
  for (const name of Object.keys(REPORTS) as ReportName[]) {
    const path = name === 'html' ? html : options[name];
    if (path === undefined) continue;
    files.push([
      path,
      await REPORTS[name].render(result, transcript, { lang: options.language, ...until }),
    ]);
  }
  for (const [path, text] of files) {
    const fault = await io.write(path, text);
    if (fault !== undefined) return { paths: [], html, complaint: fileComplaint(fault, 'write') };
  }
  return {
    paths: files.map(([path]) => path),
    html,
    // what was found is written in any case; what could not be signed is told
    ...(signed !== undefined && 'complaint' in signed ? { complaint: signed.complaint } : {}),
  };
};
