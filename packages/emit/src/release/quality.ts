import type { TwinCount } from '../openapi/twin-gate.ts';
import type { Waiver } from '../waivers.ts';
import type { LinkCount } from './links.ts';
import type { Release } from './release.ts';

/** What was found out about a release before it was written, as data. */
export const QUALITY = 'qa.json';

type Finding = {
  readonly rule: string;
  readonly place: string;
  readonly message: string;
  readonly waiver?: string;
};

/** What is counted of one kind of things, and how many of them the suite sees. */
export type Seen = { readonly count: number; readonly seenCount: number };

/** What the command line hands in: what rooms above this one count. */
export type QualityFacts = {
  readonly format: 'openwaybill-qa/1';
  /** Programs and versions that the bytes of the release follow from; none that differs from machine to machine. */
  readonly tools: Readonly<Record<string, string>>;
  readonly lint: {
    readonly ruleCount: number;
    /** Rules that need a judge which not every installation has. */
    readonly notAsked: readonly string[];
    readonly waived: readonly Finding[];
    readonly warnings: readonly Finding[];
  };
  /** Those of this release. */
  readonly waivers: readonly Waiver[];
  readonly coverage: {
    readonly requirements: {
      readonly count: number;
      readonly checkedCount: number;
      readonly excludedCount: number;
    };
    readonly caseCount: number;
    readonly scenarioCount: number;
    readonly faultCount: number;
    readonly operations: Seen;
    readonly events: Seen;
    readonly problems: Seen;
    readonly cells: Seen;
    readonly clauses: Seen;
  };
};

/** `qa.json`: what was handed in, and what follows from the files of the release themselves. */
export type Quality = QualityFacts & {
  readonly examples: { readonly validCount: number; readonly invalidCount: number };
  readonly twins: TwinCount;
  readonly links: LinkCount;
};

/** What was handed in of the quality of a release; absent where a release is made without it. */
export const factsOf = ({ handedIn }: Pick<Release, 'handedIn'>): QualityFacts | undefined => {
  const text = handedIn.get(QUALITY);
  return text === undefined ? undefined : JSON.parse(text);
};
