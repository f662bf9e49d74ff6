import { camelCase, nameOf, problems, type RequirementEntry, registry } from '@openwaybill/schemas';
import { requirements } from '../catalogue/catalogue.ts';
import { faults } from '../faults/index.ts';
import type { Result } from '../result/result.ts';
import { scenarios } from '../scenarios/index.ts';
import type { Text } from '../words.ts';
import { allCases } from './all-cases.ts';
import { HOLE_REASONS } from './hole-reasons.ts';

/** A clause of the policy, as far as coverage asks. */
export type ClauseFacts = {
  readonly id: string;
  readonly title: Text;
  /** Why nothing of the standard answers it. */
  readonly outOfScope?: Text;
};

export type RequirementCoverage = {
  readonly id: string;
  readonly level: string;
  readonly module: string;
  readonly class: string;
  readonly tier: string;
  readonly clause: string;
  readonly state: 'checked' | 'excluded' | 'unaccounted';
  readonly cases: number;
  readonly scenarios: readonly string[];
  readonly faults: readonly string[];
  readonly reason?: Text;
  /** What a run made of it, where one was given. */
  readonly outcome?: string;
};

/** Something of the contract, with the requirements whose checks see it by its name. */
export type Row = {
  readonly name: string;
  readonly module?: string;
  readonly seenBy: readonly string[];
  /** How often a run met it, where one was given. */
  readonly met?: number;
};

/** Something that nothing sees; without a reason it is a defect of the suite. */
export type Hole = {
  readonly kind: 'requirement' | 'fault' | 'operation' | 'event' | 'problem' | 'cell' | 'clause';
  readonly name: string;
  readonly reason?: Text;
};

/** What of the standard is seen by what. */
export type SuiteCoverage = {
  readonly format: 'openwaybill-coverage/1';
  readonly requirements: readonly RequirementCoverage[];
  readonly operations: readonly Row[];
  readonly events: readonly Row[];
  readonly problems: readonly Row[];
  readonly cells: readonly Row[];
  readonly clauses: readonly (Row & { readonly outOfScope?: Text })[];
  readonly holes: readonly Hole[];
};

const isChecked = (id: string, cases: ReadonlyMap<string, readonly string[]>): boolean =>
  (cases.get(id)?.length ?? 0) > 0;

/** Requirements by each word of their cases: `refuse.createWaybill` names the operation, `shape.Order` the message. */
const casesByWord = (
  cases: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const words = new Map<string, Set<string>>();
  for (const [id, mine] of cases)
    for (const one of mine)
      for (const word of new Set([one, ...one.split('.')]))
        words.set(word, (words.get(word) ?? new Set()).add(id));
  return words;
};

const judged = (
  own: readonly { readonly id: string }[],
  cases: ReadonlyMap<string, readonly string[]>,
): readonly string[] => own.map(({ id }) => id).filter((id) => isChecked(id, cases));

/** The cells of the lifecycles: each row of the tables, and each command in each state that no row names. */
const cellsOf = (cases: ReadonlyMap<string, readonly string[]>): readonly Row[] =>
  registry.lifecycles.flatMap(({ entity, module, states, transitions, refusals }) => {
    // what creates a resource meets no state of it: it is seen as the operation that it is
    const commands = [
      ...new Set(
        transitions.flatMap(({ kind, on, from }) =>
          kind === 'command' && from.length > 0 ? [on] : [],
        ),
      ),
    ];
    const walked = new Set(cases.get(refusals) ?? []);
    const operations = commands.map((on) => camelCase(on));
    // a walk reads the state that it gives its commands in, so it has seen what led there
    const reached = (state: string): boolean =>
      operations.some((operation) => walked.has(`${operation}.${state}`));
    const happened = ({ on, from }: { readonly on: string; readonly from: readonly string[] }) =>
      from.some((state) => walked.has(`fact.${on}.${state}`));
    const facts = transitions.filter(({ kind }) => kind !== 'command');
    return [
      ...commands.flatMap((on) =>
        Object.keys(states).map((state) => ({
          name: `${entity}: ${on} in ${state}`,
          module,
          seenBy: [
            ...(walked.has(`${camelCase(on)}.${state}`) ? [refusals] : []),
            ...transitions.flatMap((row) =>
              row.on === on && (row.from as readonly string[]).includes(state) && row.requirement
                ? judged([{ id: row.requirement }], cases)
                : [],
            ),
          ],
        })),
      ),
      ...facts.map((row) => ({
        name: `${entity}: ${row.on} to ${row.to}`,
        module,
        seenBy: [
          ...(reached(row.to) || happened(row) ? [refusals] : []),
          ...(row.requirement ? judged([{ id: row.requirement }], cases) : []),
        ],
      })),
    ];
  });

const reasonOf = (kind: Hole['kind'], name: string): Text | undefined =>
  HOLE_REASONS.find((one) => one.kind === kind && one.names.includes(name))?.why;

const holeOf = (kind: Hole['kind'], name: string): Hole => {
  const reason = reasonOf(kind, name);
  return { kind, name, ...(reason === undefined ? {} : { reason }) };
};

const isBinding = ({ level }: RequirementEntry): boolean => level.startsWith('MUST');

/** From clauses to requirements, checks and faults, and back; with what a run reached, where one is given. */
export const suiteCoverage = (
  clauses: readonly ClauseFacts[],
  run?: Pick<Result, 'requirements' | 'coverage'>,
): SuiteCoverage => {
  const cases = allCases() as ReadonlyMap<string, readonly string[]>;
  const words = casesByWord(cases);
  const wordsOf = (...names: readonly string[]): readonly string[] => [
    ...new Set(names.flatMap((name) => [...(words.get(name) ?? [])])),
  ];
  const met = new Map<string, number>([
    ...(run?.coverage.operations.map(
      ({ name, accepted, refused }) => [name, accepted + refused] as const,
    ) ?? []),
    ...(run?.coverage.events.map(({ name, count }) => [name, count] as const) ?? []),
    ...(run?.coverage.problems.map(({ name, count }) => [name, count] as const) ?? []),
  ]);
  const withMet = (row: Row): Row =>
    run === undefined ? row : { ...row, met: met.get(row.name) ?? 0 };

  const outcomes = new Map<string, string>(
    run?.requirements.map(({ id, outcome }) => [id, outcome]) ?? [],
  );
  const covered = requirements.map((one): RequirementCoverage => {
    const excluded = 'excluded' in one ? one.excluded : undefined;
    const outcome = outcomes.get(one.id);
    return {
      id: one.id,
      level: one.level,
      module: one.module,
      class: one.class,
      tier: one.tier,
      clause: one.clause,
      state:
        excluded !== undefined ? 'excluded' : isChecked(one.id, cases) ? 'checked' : 'unaccounted',
      cases: cases.get(one.id)?.length ?? 0,
      scenarios: scenarios.flatMap(({ id, touches }) => (touches.includes(one.id) ? [id] : [])),
      faults: faults.flatMap(({ id, violates }) => (violates.includes(one.id) ? [id] : [])),
      ...(excluded === undefined ? {} : { reason: excluded.why }),
      ...(outcome === undefined ? {} : { outcome }),
    };
  });
  const operations = registry.operations.map(({ operationId, name, module, requirements: own }) =>
    withMet({
      name: operationId,
      module,
      seenBy: [...new Set([...judged(own, cases), ...wordsOf(operationId, name)])].sort(),
    }),
  );
  const events = registry.events.map(({ type, module, requirements: own, data }) =>
    withMet({
      name: type,
      module,
      seenBy: [
        ...new Set([
          ...judged(own, cases),
          ...wordsOf(type, nameOf(data), `shape.${nameOf(data)}`),
        ]),
      ].sort(),
    }),
  );
  const codes = Object.keys(problems).map((name) =>
    withMet({
      name,
      seenBy: [
        ...new Set([
          ...wordsOf(name, 'shape.Problem'),
          ...requirements.flatMap((one) =>
            isChecked(one.id, cases) &&
            new RegExp(`\\b${name}\\b`).test(`${one.text.en} ${one.wire}`)
              ? [one.id]
              : [],
          ),
        ]),
      ].sort(),
    }),
  );
  const cells = cellsOf(cases);
  const clauseRows = clauses.map(({ id, outOfScope }) => {
    const modules = new Set<string>(
      registry.modules.flatMap(({ name, clauses: mine }) => (mine.includes(id) ? [name] : [])),
    );
    return {
      name: id,
      seenBy: requirements
        .filter((one) => (one.clause === id || modules.has(one.module)) && isChecked(one.id, cases))
        .map((one) => one.id),
      ...(outOfScope === undefined ? {} : { outOfScope }),
    };
  });
  const known = new Set(clauses.map(({ id }) => id));
  const unseen = (kind: Hole['kind'], rows: readonly Row[]): readonly Hole[] =>
    rows.flatMap(({ name, seenBy }) => (seenBy.length === 0 ? [holeOf(kind, name)] : []));
  return {
    format: 'openwaybill-coverage/1',
    requirements: covered,
    operations,
    events,
    problems: codes,
    cells,
    clauses: clauseRows,
    holes: [
      ...covered.flatMap(({ id, state }) =>
        state === 'unaccounted' ? [holeOf('requirement', id)] : [],
      ),
      ...requirements.flatMap((one) =>
        'judgedBy' in one &&
        isBinding(one) &&
        !faults.some(({ violates }) => violates.includes(one.id))
          ? [holeOf('fault', one.id)]
          : [],
      ),
      ...unseen('operation', operations),
      ...unseen('event', events),
      ...unseen('problem', codes),
      ...unseen('cell', cells),
      ...clauseRows.flatMap(({ name, seenBy, outOfScope }): readonly Hole[] =>
        seenBy.length > 0
          ? []
          : [{ kind: 'clause', name, ...(outOfScope === undefined ? {} : { reason: outOfScope }) }],
      ),
      // a requirement whose clause nobody has registered leads nowhere
      ...[...new Set(requirements.map(({ clause }) => clause as string))].flatMap((clause) =>
        clauses.length === 0 || known.has(clause) ? [] : [holeOf('clause', clause)],
      ),
    ],
  };
};
