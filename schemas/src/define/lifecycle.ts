import { type Code, type CodeList, defineCodeList } from './code-list.ts';
import type { ProblemCode } from './problem.ts';
import type { RequirementId } from './requirement.ts';
import type { Text } from './text.ts';

export type State = Text & { readonly terminal: boolean };

/**
 * One row of the table. A `command` is an operation; an `observation` is a physical fact; a `decision` is made inside
 * the party that owns the resource; a `timer` fires when an instant is reached.
 */
export type Transition<S extends string = string> = {
  readonly kind: 'command' | 'observation' | 'decision' | 'timer';
  /** Name of the operation, or UPPER_SNAKE name of the fact. */
  readonly on: string;
  /** Empty: the resource does not exist yet. */
  readonly from: readonly S[];
  /** `'SAME'`: the state stays, whatever it is. */
  readonly to: S | 'SAME';
  readonly guard?: {
    readonly name: string;
    readonly text: Text;
    /** What a failed guard answers; absent where the next row is tried instead. */
    readonly problem?: ProblemCode;
  };
  readonly outcome?: string;
  /** Of a timer: the member of the resource that says when, an instant `…At` or the last day `…On`. */
  readonly due?: string;
  readonly requirement?: RequirementId;
};

/** What each kind of transition is called. */
export const TRANSITION_KINDS: Readonly<Record<Transition['kind'], Text>> = {
  command: { en: 'command', zh: '命令' },
  observation: { en: 'observation', zh: '观察' },
  decision: { en: 'decision', zh: '决定' },
  timer: { en: 'timer', zh: '定时' },
};

export type Lifecycle<S extends string = string> = {
  readonly noun: 'lifecycle';
  readonly entity: string;
  readonly title: Text;
  readonly states: { readonly [state in S]: State };
  readonly transitions: readonly Transition<S>[];
  /** Commands of this lifecycle refused in unnamed states are judged by this requirement. */
  readonly refusals: RequirementId;
};

export const defineLifecycle = <const States extends Record<string, State>>(
  lifecycle: Omit<Lifecycle<keyof States & string>, 'noun' | 'states'> & {
    readonly states: States;
  },
): Lifecycle<keyof States & string> & { readonly states: States } => ({
  noun: 'lifecycle',
  ...lifecycle,
});

/** The closed code list of a lifecycle's states, so that they are typed once. */
export const statesAsCodes = <const States extends Record<string, State>>(
  name: string,
  lifecycle: { readonly title: Text; readonly states: States },
): CodeList<{ [S in keyof States & string]: Code }> =>
  defineCodeList({
    name,
    version: '2026-11',
    title: { en: `${lifecycle.title.en} status`, zh: `${lifecycle.title.zh}状态` },
    description: {
      en: `States of the lifecycle of: ${lifecycle.title.en.toLowerCase()}.`,
      zh: `${lifecycle.title.zh}生命周期的状态。`,
    },
    growth: 'closed',
    codes: Object.fromEntries(
      Object.entries(lifecycle.states).map(([state, { en, zh }]) => [state, { en, zh }]),
    ) as { [S in keyof States & string]: Code },
  });
