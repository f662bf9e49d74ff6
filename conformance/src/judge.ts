import { inapplicability, isAboveDepth, isOutOfReach } from './applicability.ts';
import { isBeyondControl } from './beyond-control.ts';
import { isExcluded, requirements } from './catalogue/catalogue.ts';
import { checks } from './checks/index.ts';
import type { ClaimFile } from './claim.ts';
import { caseOf, emptinessOf, exitOf, isBinding, outcomeOf, SILENT, verdictOf } from './outcome.ts';
import { excusedOf, notRunOf } from './plan/played.ts';
import { coverageOf } from './result/coverage.ts';
import { depthWarnings } from './result/depth-warnings.ts';
import { setIdentity, suiteIdentity } from './result/identity.ts';
import type {
  CaseResult,
  FindingCard,
  RequirementResult,
  Result,
  VerdictRow,
} from './result/result.ts';
import { scenarios } from './scenarios/index.ts';
import type { AppliedSet } from './sets/frozen-set.ts';
import { hasSignOfLife } from './sign-of-life.ts';
import { proveAudit } from './transcript/audit-proofs.ts';
import { digestOf } from './transcript/chain.ts';
import { exchangesOf, headOf, type Transcript } from './transcript/format.ts';
import { digestOfParts, observedAt, unite } from './transcript/unite.ts';
import { viewOf } from './transcript/view.ts';
import type { Blocked, CaseId, Claim, Observation, Outcome, Requirement, Role } from './words.ts';

export type JudgeOptions = {
  /** Absent: as the transcript says. */
  readonly isStrict?: boolean;
  /** A frozen set; absent: the working contract with everything that the suite looks for. */
  readonly set?: AppliedSet;
};

/** Why the scenarios that touch a requirement could not show it, by requirement. */
const obstaclesOf = (transcript: Transcript): ReadonlyMap<string, Blocked> => {
  const byScenario = new Map<string, Blocked>();
  for (const entry of transcript.entries) {
    if (entry.kind === 'prepared' && entry.blocked !== undefined && entry.scenario !== undefined)
      byScenario.set(entry.scenario, entry.blocked);
    if (entry.kind === 'mark' && entry.edge === 'LEFT_OUT')
      byScenario.set(entry.scenario, (entry.reason ?? 'NO_FACILITY') as Blocked);
    if (entry.kind === 'harness' && entry.scenario !== undefined)
      byScenario.set(entry.scenario, 'HARNESS');
  }
  const byRequirement = new Map<string, Blocked>();
  for (const { id, touches } of scenarios) {
    const reason = byScenario.get(id);
    if (reason !== undefined)
      for (const requirement of touches) byRequirement.set(requirement, reason);
  }
  return byRequirement;
};

const caseResults = (
  obligatory: readonly CaseId[],
  observations: readonly Observation[],
  obstacleOf: (id: CaseId) => Blocked | undefined,
  isAlive: boolean,
): readonly CaseResult[] => {
  const wanted: ReadonlySet<CaseId> = new Set(obligatory);
  const byCase = new Map<CaseId, Observation[]>(obligatory.map((id) => [id, []]));
  for (const observation of observations) {
    const known = byCase.get(observation.case);
    if (known === undefined) byCase.set(observation.case, [observation]);
    else known.push(observation);
  }
  return [...byCase].map(([id, mine]) => {
    const isObligatory = wanted.has(id);
    const obstacle = obstacleOf(id);
    if (!isAlive && mine.length === 0)
      return { id, isObligatory, state: 'blocked', reason: 'NO_SIGN_OF_LIFE', observations: [] };
    const { state, unsteady } = caseOf({
      violated: mine.some(({ says }) => says === 'VIOLATED'),
      held: mine.some(({ says }) => says === 'HOLDS'),
      blocked:
        mine.some(({ says }) => says === 'BLOCKED') ||
        (mine.length === 0 && obstacle !== undefined),
    });
    const reason =
      state === 'silent'
        ? SILENT
        : state === 'blocked'
          ? (mine.flatMap((one) => (one.says === 'BLOCKED' ? [one.reason] : []))[0] ?? obstacle)
          : undefined;
    return {
      id,
      isObligatory,
      state,
      ...(unsteady === undefined ? {} : { unsteady }),
      ...(reason === undefined ? {} : { reason }),
      // a thousand messages that are right need no thousand lines
      observations: [
        ...mine.filter(({ says }) => says !== 'HOLDS'),
        ...mine.filter(({ says }) => says === 'HOLDS').slice(0, 3),
      ],
    };
  });
};

const cardsOf = (
  results: readonly RequirementResult[],
  transcript: Transcript,
): readonly FindingCard[] => {
  const bySeq = new Map(exchangesOf(transcript).map((exchange) => [exchange.seq, exchange]));
  const violatedAt = new Map<number, Set<RequirementResult['id']>>();
  for (const { id, cases } of results)
    for (const one of cases)
      for (const { says, at } of one.observations)
        if (says === 'VIOLATED' && at[0] !== undefined)
          violatedAt.set(at[0], (violatedAt.get(at[0]) ?? new Set()).add(id));
  return results.flatMap((result) =>
    result.cases.flatMap((one) => {
      const first = one.observations.find(({ says }) => says === 'VIOLATED');
      if (first?.says !== 'VIOLATED') return [];
      const exchange = bySeq.get(first.at[0] ?? -1);
      return [
        {
          requirement: result.id,
          level: result.level,
          text: result.text,
          clause: result.clause,
          case: one.id,
          ...(exchange?.scenario === undefined ? {} : { scenario: exchange.scenario }),
          ...(exchange?.operation === undefined ? {} : { operation: exchange.operation }),
          expected: first.expected,
          actual: first.actual,
          ...(first.zh === undefined ? {} : { zh: first.zh }),
          ...(first.pointer === undefined ? {} : { pointer: first.pointer }),
          ...(first.surface === undefined ? {} : { surface: first.surface }),
          ...(first.rule === undefined ? {} : { rule: first.rule }),
          at: first.at,
          alsoViolates: [...(violatedAt.get(first.at[0] ?? -1) ?? [])].filter(
            (id) => id !== result.id,
          ),
          isWarning: !isBinding(result.level),
        },
      ];
    }),
  );
};

/** The piece of its class that a requirement is reported in: the one that is named, else its module. */
const partOf = ({ part, module }: RequirementResult): string => part ?? module;

const NO_OUTCOMES: Readonly<Record<Outcome, number>> = {
  inapplicable: 0,
  passed: 0,
  untested: 0,
  inconclusive: 0,
  failed: 0,
};

const isClaimedClass = (name: string, claim: Claim): boolean =>
  claim.document.claims.some((one) => one.role === claim.role && one.conformanceClass === name) ||
  (name === 'test-control' && claim.commands.length > 0);

const verdictRow = (
  name: Pick<VerdictRow, 'class' | 'part'>,
  mine: readonly RequirementResult[],
  isClaimed: boolean,
  depth: Result['run']['depth'],
): VerdictRow => {
  const binding = mine.filter(({ level }) => isBinding(level));
  const counted = binding.filter(
    ({ tier, reason }) =>
      !isAboveDepth(tier, depth) && reason !== 'ABOVE_DEPTH' && reason !== 'EXCLUDED',
  );
  const counts = { ...NO_OUTCOMES };
  for (const { outcome } of mine) counts[outcome] += 1;
  const emptiness = isClaimed ? emptinessOf(binding) : undefined;
  return {
    ...name,
    depth,
    verdict: verdictOf(
      isClaimed,
      counted.map(({ outcome }) => outcome),
    ),
    ...(emptiness === undefined ? {} : { reason: emptiness }),
    counts,
    aboveDepth: mine.filter(({ reason }) => reason === 'ABOVE_DEPTH').length,
  };
};

/** A row a class, and after it one a part where it has several. */
const verdictsOf = (
  results: readonly RequirementResult[],
  claim: Claim,
  depth: Result['run']['depth'],
): readonly VerdictRow[] => {
  const classes = [...new Set(results.map((one) => one.class))].sort();
  return classes.flatMap((name) => {
    const mine = results.filter((one) => one.class === name);
    const isClaimed = isClaimedClass(name, claim);
    const parts = [...new Set(mine.map(partOf))];
    return [
      verdictRow({ class: name }, mine, isClaimed, depth),
      ...(isClaimed && parts.length > 1
        ? parts.map((part) =>
            verdictRow(
              { class: name, part },
              mine.filter((one) => partOf(one) === part),
              isClaimed,
              depth,
            ),
          )
        : []),
    ];
  });
};

/** Members that a system may have left out or filled oddly; what is wrong with them is found by a check. */
const told = (value: unknown): string => (typeof value === 'string' ? value : '');

const systemOf = ({ role, document, digest, build }: Claim): Result['system'] => ({
  role,
  software: {
    name: told(document.software?.name),
    version: told(document.software?.version),
    ...(build === undefined ? {} : { build }),
  },
  organisation: told(document.organisation?.partyId),
  claimDigest: digest,
  environment: document.environment === 'PRODUCTION' ? 'PRODUCTION' : 'SANDBOX',
  ...(typeof document.endpoints?.api === 'string' ? { url: document.endpoints.api } : {}),
});

/** What a message shows by itself, without the exchange that it was part of. */
const OF_MESSAGES: ReadonlySet<string> = new Set([
  'DSC-021',
  'DSC-022',
  'DSC-023',
  'ORD-001',
  'ORD-012',
]);

/** Runs every check over a transcript: no network, no clock; any stored transcript can be judged again. */
export const judge = (
  transcript: Transcript,
  claim: Claim,
  options: JudgeOptions = {},
): Promise<Result> => judgeParts([transcript], claim, options);

/** What a party of a transcript claims. */
export const claimIn = (transcript: Transcript, role: Role): Claim => {
  const { claims, depth, mode } = headOf(transcript);
  const claim = claims.find((one) => one.role === role);
  if (claim === undefined) throw new Error(`nothing is claimed of ${role}`);
  const document = claim.document as Claim['document'];
  return {
    role,
    document,
    ...(claim.supplement === undefined ? {} : { supplement: claim.supplement }),
    digest: claim.digest,
    ...(claim.build === undefined ? {} : { build: claim.build }),
    commands: mode !== 'CHECK' || depth === 'WIRE' ? [] : (document.testControl?.commands ?? []),
    ...(mode === 'CHECK' ? {} : { isObserved: true }),
  };
};

/** What a claim file adds to a claim: what no document says, or the document of a party that serves none. */
export const claimWith = (claim: Claim, { supplement, document, software }: ClaimFile): Claim => ({
  ...claim,
  ...(supplement === undefined ? {} : { supplement }),
  ...(document === undefined ? {} : { document, digest: digestOf(JSON.stringify(document)) }),
  ...(software?.build === undefined ? {} : { build: software.build }),
});

/** Whether somebody let the platform under test order of the runner. */
const isOrderingByHand = ({ entries }: Transcript): boolean =>
  entries.some(
    (entry) =>
      entry.kind === 'prepared' &&
      entry.rung === 'OPERATOR' &&
      (entry.need === 'orders' || entry.need === 'consignment'),
  );

/** The same over the parts of one run: what was seen in any of them was seen. */
export const judgeParts = async (
  parts: readonly Transcript[],
  claimed: Claim,
  options: JudgeOptions = {},
): Promise<Result> => {
  const claim: Claim = {
    ...claimed,
    ...(parts.some(isOrderingByHand) ? { ordersByHand: true } : {}),
  };
  const views = parts.map((part) => viewOf(part, claim.role));
  const { transcript, offsets } = unite(
    views.map((view) => view.transcript),
    claim,
  );
  const head = headOf(transcript);
  const last = transcript.entries.at(-1);
  const ending = last?.kind === 'end' ? last : undefined;
  const isEnvironment = ending?.reason === 'NO_TOKEN' || ending?.reason === 'SYSTEM_LOST';
  // what is only watched need not show that it lives, and is never found conformant
  const isAlive = head.mode !== 'CHECK' || hasSignOfLife(transcript, claim);
  const obstacles = obstaclesOf(transcript);
  const notRun = notRunOf(transcript, claim);
  const hasControl = claim.commands.length > 0;

  const documents = new Set(
    exchangesOf(transcript).flatMap(({ seq, to, operation }) =>
      to === 'sut' && operation === 'getCapabilities' ? [seq] : [],
    ),
  );
  const isOfDocument = ({ says, at }: Observation): boolean =>
    says === 'VIOLATED' && at.length > 0 && at.every((seq) => documents.has(seq));

  const { set } = options;
  /** Violations of cases that the set does not have: they are told, and count for nobody. */
  const fresh: Observation[] = [];
  const observations = new Map<string, Observation[]>();
  const obligatory = new Map<string, CaseId[]>();
  const beyond = new Map<string, CaseId[]>();
  const applies = new Map<string, string | undefined>(
    requirements.map((requirement) => [requirement.id, inapplicability(requirement, claim)]),
  );
  const mine = checks.filter((check) =>
    check.requirements.some((id) => applies.get(id) === undefined),
  );
  for (const check of mine)
    for (const id of check.requirements) {
      obligatory.set(id, [...(obligatory.get(id) ?? []), ...check.cases(claim)]);
      beyond.set(id, [...(beyond.get(id) ?? []), ...(check.beyond?.(claim) ?? [])]);
    }
  for (const [at, view] of views.entries()) {
    await proveAudit(view.transcript, claim);
    const excused = excusedOf(view.transcript);
    for (const check of mine) {
      // of messages by themselves nothing else can be told
      if (head.carries !== undefined && !check.requirements.some((id) => OF_MESSAGES.has(id)))
        continue;
      for (const raw of check.judge(view.transcript, claim))
        for (const counted of excused(view.honest(raw))) {
          const observation = observedAt(counted, offsets[at] ?? 0);
          // what keeps a system from being seen alive is told all the same
          if (!isAlive && !isOfDocument(observation)) continue;
          const { requirement, case: one } = observation;
          if (set?.counts(requirement, one) === false) {
            if (observation.says === 'VIOLATED' && set.has(requirement)) fresh.push(observation);
            continue;
          }
          const known = observations.get(requirement);
          if (known === undefined) observations.set(requirement, [observation]);
          else known.push(observation);
        }
    }
  }

  const resultOf = (requirement: Requirement): RequirementResult => {
    const { id } = requirement;
    const lacking = new Set(head.mode === 'CHECK' ? beyond.get(id) : []);
    // whoever offers test control owes all of it; of whoever offers none it is not asked
    const wanted = [...new Set([...(obligatory.get(id) ?? []), ...(hasControl ? lacking : [])])];
    const counted = wanted.filter((one) => set?.counts(id, one) ?? true);
    const cases =
      applies.get(id) === undefined
        ? caseResults(
            counted,
            observations.get(id) ?? [],
            (one) => (lacking.has(one) ? 'NO_FACILITY' : obstacles.get(id)),
            isAlive,
          )
        : [];
    const inapplicable = applies.get(id);
    const states = cases.filter(({ isObligatory }) => isObligatory).map(({ state }) => state);
    const isShown = states.length > 0 && states.every((state) => state === 'held');
    const lack = notRun(requirement);
    const isBeyond =
      !hasControl &&
      head.mode === 'CHECK' &&
      ((wanted.length === 0 && lacking.size > 0) || (!isShown && isBeyondControl(id, claim)));
    const { outcome, reason } = outcomeOf({
      ...(inapplicable === undefined ? {} : { inapplicable }),
      anyViolated: cases.some(({ state }) => state === 'violated'),
      isAboveDepth: isOutOfReach(requirement, head) || isBeyond,
      // a requirement that lost its last case is not judged any more
      isExcluded:
        isExcluded(requirement) ||
        (set?.has(id) === true && wanted.length > 0 && counted.length === 0),
      isNotInSet: set?.has(id) === false,
      ...(lack === undefined || (lack.isShown && isShown) ? {} : { notRun: lack.reason }),
      obligatory: states,
    });
    return {
      id,
      level: requirement.level,
      position: requirement.position,
      class: requirement.class,
      ...(requirement.part === undefined ? {} : { part: requirement.part }),
      module: requirement.module,
      tier: requirement.tier,
      text: requirement.text,
      clause: requirement.clause,
      outcome,
      ...(reason === undefined ? {} : { reason }),
      cases,
    };
  };

  const results = requirements.map(resultOf);
  const harness = transcript.entries.flatMap((entry) =>
    entry.kind === 'harness' ? [{ at: entry.seq, issue: entry.issue }] : [],
  );
  const coverage = coverageOf(transcript, claim);
  return {
    format: 'openwaybill-result/1',
    run: {
      runId: head.runId,
      startedAt: head.at,
      endedAt: last?.at ?? head.at,
      complete: ending?.complete === true,
      seed: head.seed,
      depth: head.depth,
      patience: head.patience,
      mode: head.mode === 'RECORD' ? 'JUDGE' : head.mode,
      ...(head.plan?.isPart === true ? { selection: head.plan.scenarios } : {}),
      ...(head.plan?.classes === undefined ? {} : { classes: head.plan.classes }),
      ...(head.plan?.shard === undefined ? {} : { shard: head.plan.shard }),
      ...(ending?.reason === undefined ? {} : { ending: ending.reason }),
      ...(isEnvironment && ending?.detail !== undefined ? { failure: ending.detail } : {}),
    },
    suite: suiteIdentity(),
    set: setIdentity(set),
    system: systemOf(claim),
    transcript: {
      digest: digestOfParts(parts),
      entryCount: parts.reduce((sum, { entries }) => sum + entries.length, 0),
    },
    verdicts: verdictsOf(results, claim, head.depth).map((row) =>
      head.mode === 'RECORD' && row.verdict === 'conformant'
        ? { ...row, verdict: 'undetermined' }
        : row,
    ),
    requirements: results,
    findings: cardsOf(results, transcript),
    warnings: depthWarnings({ transcript, claim, results, coverage, fresh }),
    coverage,
    prepared: transcript.entries.flatMap((entry) =>
      entry.kind === 'prepared'
        ? [
            {
              need: entry.need,
              rung: entry.rung ?? 'NONE',
              result: entry.blocked ?? Object.values(entry.result ?? {}).join(' '),
              ...(entry.tried.length === 0 ? {} : { tried: entry.tried }),
            },
          ]
        : [],
    ),
    harness,
    exit: exitOf({
      harness: harness.length > 0,
      misuse: head.plan?.refused !== undefined,
      environment: isEnvironment,
      staleBaseline: false,
      isStrict: options.isStrict ?? head.plan?.isStrict ?? false,
      requirements: results,
    }),
  };
};
