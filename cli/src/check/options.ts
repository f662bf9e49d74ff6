import type { Depth } from '@openwaybill/conformance';
import type { Common } from '../common.ts';
import type { ReportPlaces } from '../report/report-options.ts';

/** What defines a run: any of it may stand in the configuration file, and what is given on the command line wins. */
export type RunSettings = Partial<ReportPlaces> & {
  readonly url?: string;
  readonly role?: string;
  readonly set?: string;
  readonly claim?: string;
  readonly class?: readonly string[];
  readonly only?: readonly string[];
  readonly depth?: Depth;
  readonly seed?: number;
  /** `2/5`. */
  readonly shard?: string;
  readonly patience?: number;
  /** `PT60S`. */
  readonly maxWait?: string;
  readonly races?: number;
  readonly negatives?: number;
  readonly modelRuns?: number;
  /** A port, or `host:port`. */
  readonly listen?: string;
  readonly publicUrl?: string;
  /** A file of what stands at the system and may be used or read. */
  readonly use?: string;
  /** The ways to a state that the run may go, as `test-control`. */
  readonly onlyRungs?: readonly string[];
  /** `false`: nobody is asked to do anything by hand. */
  readonly prompt?: boolean;
  /** How long somebody is waited for: `PT5M`. */
  readonly wait?: string;
  /** What the system logs to. */
  readonly logSink?: string;
  readonly baseline?: string;
  readonly strict?: boolean;
  readonly failFast?: boolean;
  readonly probeUnclaimed?: boolean;
  readonly watchPath?: readonly string[];
  /** Files of credentials; the configuration file may give them in pieces. */
  readonly credentials?: string | ClientPieces;
  readonly second?: string | ClientPieces;
};

/** A client in the configuration file: who it is, and the file of its key. */
export type ClientPieces = {
  readonly file?: string;
  readonly clientId?: string;
  readonly partyId?: string;
  readonly role?: string;
  readonly keyFile?: string;
};

/** What is said on the command line alone, because it is about this one time. */
export type CallSettings = {
  /** Another configuration file than `openwaybill.check.json`. */
  readonly config?: string;
  readonly plan?: boolean;
  readonly list?: boolean;
  readonly quiet?: boolean;
  readonly cards?: number;
  readonly watch?: boolean;
  readonly writeBaseline?: boolean;
  readonly reason?: string;
  readonly issue?: string;
  readonly until?: string;
  readonly productionIOwnThis?: boolean;
};

export type CheckCommandOptions = Common & RunSettings & CallSettings;

/** The same once the configuration file was read and nothing essential is absent. */
export type SettledOptions = CheckCommandOptions & { readonly url: string; readonly out: string };

export const DEFAULT_OUT = 'openwaybill-report';
export const CONFIG_FILE = 'openwaybill.check.json';
export const BASELINE_FILE = 'openwaybill-baseline.json';
