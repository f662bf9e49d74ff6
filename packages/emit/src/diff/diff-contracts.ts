import type { Waiver, WaiverFault } from '../waivers.ts';
import { type Change, type Finding, SUBJECTS } from './change.ts';
import type { Contract } from './contract.ts';
import { evidenceFor } from './counter-example.ts';
import { type Experiment, experimentOn } from './experiment.ts';
import { changesOf, exchangesWith } from './findings.ts';
import { SEVERITIES, type Severity, worse } from './rule.ts';
import { sideOf } from './side.ts';
import { type Gate, gateOf } from './version-gate.ts';
import { applyWaivers } from './waivers.ts';

export type DiffOptions = {
  /** Changes that no algorithm finds, of meaning or security, as people declared them. */
  readonly declared?: readonly Change[];
  readonly waivers?: readonly Waiver[];
  /** `YYYY-MM-DD`; a waiver ends. */
  readonly today?: string;
  /** Values of each changed schema that each side sends to the other. */
  readonly samples?: number;
  readonly seed?: number;
};

/** Two contracts, judged for both orders of upgrading. Plain data: every report is a view of it. */
export type ContractDiff = {
  readonly before: string;
  readonly now: string;
  /** The worst of all findings; no waiver changes it. */
  readonly verdict: Severity;
  /** By what is left when the waived findings are taken out. */
  readonly gate: Gate;
  readonly findings: readonly Finding[];
  readonly experiment: Experiment;
  readonly waiverFaults: readonly WaiverFault[];
  /** What could not be compared, because one side does not say it. */
  readonly notCompared: readonly 'policy'[];
};

/** Values of each changed schema in each direction. */
const SAMPLES = 100;
const SEED = 20260101;

const byOrder = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(b.verdict) - SEVERITIES.indexOf(a.verdict) ||
  SUBJECTS.indexOf(a.subject.kind) - SUBJECTS.indexOf(b.subject.kind) ||
  compareText(a.subject.name, b.subject.name) ||
  compareText(a.pointer, b.pointer) ||
  compareText(a.rule, b.rule) ||
  compareText(a.at ?? '', b.at ?? '');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const worst = (findings: readonly Finding[]): Severity =>
  findings.map(({ verdict }) => verdict).reduce(worse, 'none');

/** Compares two contracts by the policy of two-sided compatibility. */
export const diffContracts = (
  before: Contract,
  now: Contract,
  options: DiffOptions = {},
): ContractDiff => {
  const { declared = [], waivers = [], today = '0000-00-00' } = options;
  const { samples = SAMPLES, seed = SEED } = options;
  const used = exchangesWith(before, now);
  const found = changesOf(before, now, used, declared).toSorted(byOrder);
  const sides = [sideOf(before), sideOf(now)] as const;
  const withEvidence = found.map((finding) => {
    const evidence = evidenceFor(finding, ...sides, used);
    return evidence === undefined ? finding : { ...finding, evidence };
  });
  const { findings, faults } = applyWaivers(withEvidence, waivers, now.version, today);
  return {
    before: before.version,
    now: now.version,
    verdict: worst(findings),
    gate: gateOf(
      before.version,
      now.version,
      worst(findings.filter(({ waiver }) => waiver === undefined)),
    ),
    findings,
    experiment: experimentOn(findings, ...sides, { samples, seed }),
    waiverFaults: faults,
    notCompared: before.policy === undefined || now.policy === undefined ? ['policy'] : [],
  };
};
