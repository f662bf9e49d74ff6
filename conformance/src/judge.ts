import { registry } from '@openwaybill/schemas';
import { inapplicability, isAboveDepth, isOutOfReach } from './applicability.ts';
import { isExcluded, requirementOf, requirements } from './catalogue/catalogue.ts';
import { checks } from './checks/index.ts';
import { caseOf, emptinessOf, exitOf, isBinding, outcomeOf, SILENT, verdictOf } from './outcome.ts';
import { excusedOf, notRunOf } from './plan/played.ts';
import { depthWarnings } from './result/depth-warnings.ts';
import type {
  CaseResult,
  FindingCard,
  RequirementResult,
  Result,
  VerdictRow,
} from './result/result.ts';
import { scenarios } from './scenarios/index.ts';
import { hasSignOfLife } from './sign-of-life.ts';
import { proveAudit } from './transcript/audit-proofs.ts';
import { digestOf, toLines } from './transcript/chain.ts';
import { exchangesOf, headOf, type Transcript } from './transcript/format.ts';
import { SUITE_VERSION } from './version.ts';
import type { Blocked, CaseId, Claim, Observation, Outcome, Requirement } from './words.ts';

export type JudgeOptions = {
  readonly isStrict?: boolean;
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
  obstacle: Blocked | undefined,
  isAlive: boolean,
): readonly CaseResult[] => {
  const ids = [...new Set([...obligatory, ...observations.map((one) => one.case)])];
  return ids.map((id) => {
    const mine = observations.filter((one) => one.case === id);
    const isObligatory = obligatory.includes(id);
    if (!isAlive)
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

const NO_OUTCOMES: Readonly<Record<Outcome, number>> = {
  inapplicable: 0,
  passed: 0,
  untested: 0,
  inconclusive: 0,
  failed: 0,
};

const verdictsOf = (
  results: readonly RequirementResult[],
  claim: Claim,
  depth: Result['run']['depth'],
): readonly VerdictRow[] => {
  const classes = [...new Set(results.map((one) => one.class))].sort();
  return classes.map((conformanceClass) => {
    const mine = results.filter((one) => one.class === conformanceClass);
    const binding = mine.filter(({ level }) => isBinding(level));
    const counted = binding.filter(
      ({ tier, reason }) =>
        !isAboveDepth(tier, depth) && reason !== 'ABOVE_DEPTH' && reason !== 'EXCLUDED',
    );
    const counts = { ...NO_OUTCOMES };
    for (const { outcome } of mine) counts[outcome] += 1;
    const isClaimed =
      claim.document.claims.some(
        (one) => one.role === claim.role && one.conformanceClass === conformanceClass,
      ) ||
      (conformanceClass === 'test-control' && claim.commands.length > 0);
    const emptiness = isClaimed ? emptinessOf(binding) : undefined;
    return {
      class: conformanceClass,
      depth,
      verdict: verdictOf(
        isClaimed,
        counted.map(({ outcome }) => outcome),
      ),
      ...(emptiness === undefined ? {} : { reason: emptiness }),
      counts,
      aboveDepth: mine.filter(({ reason }) => reason === 'ABOVE_DEPTH').length,
    };
  });
};

const split = (all: readonly string[], seen: ReadonlySet<string>) => ({
  seen: all.filter((one) => seen.has(one)),
  unseen: all.filter((one) => !seen.has(one)),
});

/** Whether anything that was seen so far is a finding, and not only a warning. */
export const hasFinding = (transcript: Transcript, claim: Claim, isStrict = false): boolean =>
  checks.some((check) => {
    const ids = check.requirements.filter((id) => {
      const requirement = requirementOf(id);
      return (
        (isStrict || isBinding(requirement.level)) &&
        inapplicability(requirement, claim) === undefined
      );
    });
    if (ids.length === 0) return false;
    for (const { says, requirement } of check.judge(transcript, claim))
      if (says === 'VIOLATED' && ids.includes(requirement)) return true;
    return false;
  });

/** Runs every check over a transcript: no network, no clock; any stored transcript can be judged again. */
export const judge = async (
  transcript: Transcript,
  claim: Claim,
  options: JudgeOptions = {},
): Promise<Result> => {
  await proveAudit(transcript, claim);
  const head = headOf(transcript);
  const last = transcript.entries.at(-1);
  const ending = last?.kind === 'end' ? last : undefined;
  const isEnvironment = ending?.reason === 'NO_TOKEN' || ending?.reason === 'SYSTEM_LOST';
  const isAlive = hasSignOfLife(transcript, claim);
  const obstacles = obstaclesOf(transcript);
  const notRun = notRunOf(transcript, claim);
  const excused = excusedOf(transcript);

  const observations = new Map<string, Observation[]>();
  const obligatory = new Map<string, CaseId[]>();
  const applies = new Map<string, string | undefined>(
    requirements.map((requirement) => [requirement.id, inapplicability(requirement, claim)]),
  );
  for (const check of checks) {
    if (check.requirements.every((id) => applies.get(id) !== undefined)) continue;
    const cases = check.cases(claim);
    for (const id of check.requirements)
      obligatory.set(id, [...(obligatory.get(id) ?? []), ...cases]);
    for (const observation of check.judge(transcript, claim))
      observations.set(observation.requirement, [
        ...(observations.get(observation.requirement) ?? []),
        excused(observation),
      ]);
  }

  const resultOf = (requirement: Requirement): RequirementResult => {
    const { id } = requirement;
    const cases =
      applies.get(id) === undefined
        ? caseResults(
            [...new Set(obligatory.get(id) ?? [])],
            observations.get(id) ?? [],
            obstacles.get(id),
            isAlive,
          )
        : [];
    const inapplicable = applies.get(id);
    const states = cases.filter(({ isObligatory }) => isObligatory).map(({ state }) => state);
    const isShown = states.length > 0 && states.every((state) => state === 'held');
    const lack = notRun(requirement);
    const { outcome, reason } = outcomeOf({
      ...(inapplicable === undefined ? {} : { inapplicable }),
      anyViolated: cases.some(({ state }) => state === 'violated'),
      isAboveDepth: isOutOfReach(requirement, head),
      isExcluded: isExcluded(requirement),
      isNotInSet: false,
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
  const lines = await toLines(transcript);
  const exchanges = exchangesOf(transcript);
  const isServed = (operation: (typeof registry.operations)[number]): boolean =>
    operation.servedBy.includes(claim.role);
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
      mode: 'CHECK',
      ...(head.plan?.isPart === true ? { selection: head.plan.scenarios } : {}),
      ...(head.plan?.classes === undefined ? {} : { classes: head.plan.classes }),
      ...(head.plan?.shard === undefined ? {} : { shard: head.plan.shard }),
      ...(ending?.reason === undefined ? {} : { ending: ending.reason }),
      ...(isEnvironment && ending?.detail !== undefined ? { failure: ending.detail } : {}),
    },
    suite: { name: '@openwaybill/conformance', version: SUITE_VERSION },
    set: { version: head.set, stage: 'NEXT' },
    system: {
      role: claim.role,
      software: claim.document.software,
      organisation: claim.document.organisation.partyId,
      claimDigest: claim.digest,
      environment: claim.document.environment,
      url: claim.document.endpoints.api,
    },
    transcript: {
      digest: await digestOf(lines.at(-1) ?? ''),
      entryCount: transcript.entries.length,
    },
    verdicts: verdictsOf(results, claim, head.depth),
    requirements: results,
    findings: cardsOf(results, transcript),
    warnings: depthWarnings(transcript, claim, results),
    coverage: {
      operations: split(
        registry.operations.filter(isServed).map(({ operationId }) => operationId),
        new Set(
          exchanges.flatMap(({ to, operation }) => (to === 'sut' && operation ? [operation] : [])),
        ),
      ),
      events: split(
        claim.document.events.sends,
        new Set(
          exchanges.flatMap(({ from, eventType }) =>
            from === 'sut' && eventType ? [eventType] : [],
          ),
        ),
      ),
    },
    prepared: transcript.entries.flatMap((entry) =>
      entry.kind === 'prepared'
        ? [
            {
              need: entry.need,
              rung: entry.rung ?? 'NONE',
              result: entry.blocked ?? Object.values(entry.result ?? {}).join(' '),
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
      isStrict: options.isStrict ?? false,
      requirements: results,
    }),
  };
};
