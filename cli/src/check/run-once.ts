import {
  applyBaseline,
  type Checked,
  type CheckOptions,
  Misuse,
  check as runCheck,
  type StaleEntry,
  Unreachable,
} from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import type { Complaint } from '../complaint.ts';
import type { Examined } from '../doctor/examine.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { labelWasm } from '../label-files.ts';
import { askOperator } from '../shore/ask-operator.ts';
import { listenOf } from '../shore/listen-at.ts';
import { nodeShore } from '../shore/node-shore.ts';
import { millisecondsOf } from './duration.ts';
import { narrator } from './narrator.ts';
import type { SettledOptions } from './options.ts';
import { dayOf } from './read-baseline.ts';
import { complaintOf } from './run-complaint.ts';

/** A run, with what its baseline says, and the log that could not be read. */
export type Ran = Checked & {
  readonly stale: readonly StaleEntry[];
  readonly lostLog?: Complaint;
};

/** What was logged before the run is of others; a file that began anew meanwhile has none of it. */
const logSince = async (path: string, io: Io) => {
  const before = await io.read(path);
  if (!before.ok) return { complaint: fileComplaint(before.fault) };
  const length = before.bytes.length;
  let lost: Complaint | undefined;
  return {
    lost: () => lost,
    read: async (): Promise<string> => {
      const now = await io.read(path);
      if (now.ok)
        return new TextDecoder().decode(now.bytes.subarray(now.bytes.length < length ? 0 : length));
      lost = fileComplaint(now.fault);
      return '';
    },
  };
};

/** Runs the suite against the system that was examined. */
export const runOnce = async (
  options: SettledOptions & { readonly seed: number },
  { credentials, claimFile, selection, baseline, set }: Examined,
  more: { readonly signal: AbortSignal; readonly first?: readonly string[] },
  io: Io,
): Promise<Ran | { readonly complaint: Complaint }> => {
  if (credentials === undefined) throw new Error('a run without credentials was not stopped');
  const listen = listenOf(options.listen);
  const wasm = labelWasm();
  const log = options.logSink === undefined ? undefined : await logSince(options.logSink, io);
  if (log !== undefined && 'complaint' in log) return { complaint: log.complaint };
  const asked: CheckOptions = {
    url: options.url,
    seed: options.seed,
    credentials,
    shore: nodeShore(io, {
      seed: options.seed,
      ask: askOperator(options.language, io),
      tell: narrator(options, io),
      ...(listen?.hostname === undefined ? {} : { hostname: listen.hostname }),
    }),
    ...selection,
    ...(set === undefined ? {} : { set }),
    ...more,
    isStrict: options.strict === true,
    failFast: options.failFast === true,
    probeUnclaimed: options.probeUnclaimed === true,
    ...(options.role === undefined ? {} : { role: options.role as Role }),
    ...(options.depth === undefined ? {} : { depth: options.depth }),
    ...(claimFile === undefined ? {} : { claim: claimFile }),
    ...(wasm === undefined ? {} : { labelWasm: wasm }),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.races === undefined ? {} : { races: options.races }),
    ...(options.modelRuns === undefined ? {} : { modelRuns: options.modelRuns }),
    ...(options.negatives === undefined ? {} : { negatives: options.negatives }),
    ...(options.maxWait === undefined
      ? {}
      : { maxWaitMilliseconds: millisecondsOf(options.maxWait) }),
    ...(listen === undefined ? {} : { listen: { port: listen.port } }),
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    ...(log === undefined ? {} : { logSink: log.read }),
  };
  try {
    const checked = await runCheck(asked);
    const judged =
      // one that is written anew is not applied: what it said of the old is not the measure of the new
      baseline === undefined || options.writeBaseline === true
        ? { result: checked.result, stale: [] }
        : applyBaseline(checked.result, baseline.baseline, {
            today: dayOf(io.now()),
            digest: baseline.digest,
            isStrict: options.strict === true,
          });
    const lostLog = log?.lost();
    return { ...checked, ...judged, ...(lostLog === undefined ? {} : { lostLog }) };
  } catch (error) {
    if (!(error instanceof Misuse || error instanceof Unreachable)) throw error;
    return { complaint: complaintOf(error) };
  }
};
