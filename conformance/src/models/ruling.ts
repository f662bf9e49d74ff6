import { camelCase, type LifecycleEntry, type ProblemCode, registry } from '@openwaybill/schemas';

/** What a table says of one command in one state. */
export type Ruling = {
  /** Whether it has a row, whatever its guard. */
  readonly isNamed: boolean;
  /** The states after it, with those to which the owner of the resource may decide at once. */
  readonly next: ReadonlySet<string>;
  /** These, and whatever facts may follow. */
  readonly beyond: ReadonlySet<string>;
  /** What guards that fail are answered with. */
  readonly problems: readonly ProblemCode[];
};

/** States that follow from some by facts of these kinds, the states themselves among them. */
const following = (
  { transitions }: LifecycleEntry,
  states: readonly string[],
  isFollowed: (kind: string) => boolean,
): ReadonlySet<string> => {
  const reached = new Set(states);
  for (const state of reached)
    for (const { kind, from, to } of transitions)
      if (isFollowed(kind) && to !== 'SAME' && (from as readonly string[]).includes(state))
        reached.add(to);
  return reached;
};

const rulings = new Map<string, Ruling>();

/** What the table of an entity says of an operation in a state. */
export const rulingOf = (entity: string, operation: string, state: string): Ruling => {
  const name = `${entity} ${operation} ${state}`;
  const known = rulings.get(name);
  if (known !== undefined) return known;
  const lifecycle = registry.lifecycles.find((one) => one.entity === entity);
  if (lifecycle === undefined) throw new Error(`there is no lifecycle ${entity}`);
  const rows = lifecycle.transitions.filter(
    ({ kind, on, from }) =>
      kind === 'command' &&
      camelCase(on) === operation &&
      (from as readonly string[]).includes(state),
  );
  const targets = rows.map(({ to }) => (to === 'SAME' ? state : to));
  const made: Ruling = {
    isNamed: rows.length > 0,
    next: following(lifecycle, targets, (kind) => kind === 'decision'),
    beyond: following(lifecycle, targets, (kind) => kind !== 'command'),
    problems: rows.flatMap(({ guard }) => guard?.problem ?? []),
  };
  rulings.set(name, made);
  return made;
};

/** The states to which a table leads by one fact, and whatever facts may follow from it. */
export const ledByFact = (
  lifecycle: LifecycleEntry,
  state: string,
  fact: string,
): ReadonlySet<string> =>
  following(
    lifecycle,
    lifecycle.transitions.flatMap(({ on, from, to }) =>
      on === fact && (from as readonly string[]).includes(state)
        ? to === 'SAME'
          ? state
          : to
        : [],
    ),
    (kind) => kind === 'decision',
  );

const ways = new Map<string, ReadonlySet<string>>();

/** The states to which a table leads from one, by whatever happens; the state itself among them. */
export const ledToFrom = (lifecycle: LifecycleEntry, state: string): ReadonlySet<string> => {
  const name = `${lifecycle.entity} ${state}`;
  const known = ways.get(name) ?? following(lifecycle, [state], () => true);
  ways.set(name, known);
  return known;
};
