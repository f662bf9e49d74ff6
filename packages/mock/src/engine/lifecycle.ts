import { camelCase, type Lifecycle, type ProblemCode, type Transition } from '@openwaybill/schemas';
import { Refusal } from './refusal.ts';

/** What the guards of a table say at this moment, by name. A guard that is not given here is a defect of ours. */
export type Guards = Readonly<Record<string, boolean>>;

const holds = (row: Transition, guards: Guards): boolean => {
  if (row.guard === undefined) return true;
  const value = guards[row.guard.name];
  if (value === undefined)
    throw new Error(`guard ${row.guard.name} of ${row.on} was not evaluated`);
  return value;
};

const isFrom = (row: Transition, status: string | undefined): boolean =>
  status === undefined ? row.from.length === 0 : row.from.includes(status);

/** The row that fits, its guard included; `undefined` where the table names none. */
export const rowOf = (
  lifecycle: Lifecycle,
  status: string | undefined,
  on: string,
  guards: Guards = {},
): Transition | undefined =>
  lifecycle.transitions.find((row) => row.on === on && isFrom(row, status) && holds(row, guards));

/** Commands that the table names from a state, for the explanation of a refusal. */
export const legalCommands = (lifecycle: Lifecycle, status: string): readonly string[] => [
  ...new Set(
    lifecycle.transitions
      .filter((row) => row.kind === 'command' && row.from.includes(status))
      .map((row) => row.on),
  ),
];

/** The name of a guard or a fact as the wire writes names: `ALL_SLOTS_ACCEPTED` is `all-slots-accepted`. */
const wireName = (name: string): string => name.toLowerCase().replaceAll('_', '-');

/** The state of what does not exist yet. */
const NOTHING = 'NONE';

/** What a problem tells of a state that does not allow a command: the command by its operation id. */
const illegal = (status: string | undefined, on: string) => ({
  from: status ?? NOTHING,
  command: camelCase(wireName(on)),
});

/** The refusal of a command in a state in which nothing allows it. */
export const stateIllegal = (status: string | undefined, on: string): Refusal =>
  new Refusal('STATE_ILLEGAL', { members: illegal(status, on) });

/** The refusal by a guard; one that speaks of the state tells it. */
const guarded = (
  row: Transition,
  problem: ProblemCode,
  status: string | undefined,
  pointer = '',
): Refusal =>
  problem === 'STATE_ILLEGAL'
    ? stateIllegal(status, row.on)
    : new Refusal(problem, {
        issues: [
          { pointer, rule: row.requirement ?? wireName(row.guard?.name ?? row.on), params: {} },
        ],
      });

/**
 * Moves by a command: the state after it, and the outcome that the row names. Throws the problem of a guard that
 * failed, otherwise `STATE_ILLEGAL` with the state and the command.
 */
export const command = (
  lifecycle: Lifecycle,
  status: string | undefined,
  on: string,
  guards: Guards = {},
): { readonly to: string; readonly outcome: string | undefined } => {
  const candidates = lifecycle.transitions.filter((row) => row.on === on && isFrom(row, status));
  const row = candidates.find((candidate) => holds(candidate, guards));
  if (row === undefined) {
    const failed = candidates.find((candidate) => candidate.guard?.problem !== undefined);
    throw failed?.guard?.problem === undefined
      ? stateIllegal(status, on)
      : guarded(failed, failed.guard.problem, status);
  }
  return { to: row.to === 'SAME' ? (status ?? row.to) : row.to, outcome: row.outcome };
};

/** Moves by a fact: the state after it, or nothing where the table names none. A fact is never refused. */
export const observe = (
  lifecycle: Lifecycle,
  status: string,
  on: string,
  guards: Guards = {},
): string | undefined => {
  const row = rowOf(lifecycle, status, on, guards);
  return row === undefined || row.to === 'SAME' ? undefined : row.to;
};

/** Refuses with the problem that the table gives to a guard, where the guard does not hold. */
export const demandGuard = (
  lifecycle: Lifecycle,
  on: string,
  guard: string,
  isHeld: boolean,
  { pointer, status }: { readonly pointer?: string; readonly status?: string } = {},
): void => {
  if (isHeld) return;
  const row = lifecycle.transitions.find((one) => one.on === on && one.guard?.name === guard);
  if (row?.guard?.problem === undefined) throw new Error(`${on} has no guard ${guard}`);
  throw guarded(row, row.guard.problem, status, pointer);
};
