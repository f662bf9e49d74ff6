import { ROLES, type Role, type Transition } from '@openwaybill/schemas';
import type { Change, Party } from './change.ts';
import type { Contract } from './contract.ts';
import { endsOf } from './exchanges.ts';
import { added, fromTo, isSame, matched, ofWords, removed } from './words.ts';

type Lifecycle = Contract['lifecycles'][number];

/** A transition from one state. */
type Step = Omit<Transition, 'from'> & { readonly from: string };

/** One row of the table is as many steps as it has states to begin from; a resource that is made begins from nothing. */
const stepsOf = (lifecycle: Lifecycle): readonly Step[] =>
  lifecycle.transitions.flatMap((transition) =>
    (transition.from.length === 0 ? ['∅'] : transition.from).map((from) => ({
      ...transition,
      from,
    })),
  );

const keyOf = ({ kind, on, from, to, outcome, guard }: Step): string =>
  [kind, on, `${from} → ${to}`, outcome, guard?.name, guard?.problem]
    .filter((part) => part !== undefined)
    .join(' ');

/** Whether a list of exactly these states may grow and falls back to one of them. */
const fallsBack = (states: Lifecycle['states'], contract: Contract): boolean => {
  const names = Object.keys(states);
  const list = contract.codeLists.find(({ codes }) =>
    isSame(Object.keys(codes).toSorted(), names.toSorted()),
  );
  return list !== undefined && list.growth !== 'closed' && names.includes(list.growth.fallback);
};

/** Whoever calls the operations of a lifecycle, hears of it or serves it. */
const partiesOf = (entity: string, contract: Contract) => {
  const commands = new Set(
    contract.lifecycles
      .filter((one) => one.entity === entity)
      .flatMap(({ transitions }) => transitions.map(({ on }) => on)),
  );
  const operations = contract.operations.filter(
    ({ name, lifecycle }) => lifecycle === entity || commands.has(name),
  );
  const events = contract.events.filter(({ lifecycle }) => lifecycle === entity);
  const party = (roles: readonly Role[], position: Party['position']): readonly Party[] =>
    roles.length === 0
      ? []
      : [
          {
            roles: (Object.keys(ROLES) as Role[]).filter((role) => roles.includes(role)),
            position,
          },
        ];
  return {
    callers: party(
      operations.flatMap((operation) => endsOf(operation).caller.roles),
      'caller',
    ),
    receivers: party(
      events.flatMap(({ to }) => to),
      'receiver',
    ),
  };
};

const compareOne = (
  before: Lifecycle,
  now: Lifecycle,
  sides: { readonly before: Contract; readonly now: Contract },
): readonly Change[] => {
  const place = { subject: { kind: 'lifecycle' as const, name: now.entity }, pointer: '' };
  const { callers, receivers } = partiesOf(before.entity, sides.before);
  const states = matched(Object.entries(before.states), Object.entries(now.states), ([one]) => one);
  const steps = matched(stepsOf(before), stepsOf(now), keyOf);
  const isMild = fallsBack(before.states, sides.before);
  const words = ({ title, states: all, transitions }: Lifecycle): unknown => [
    title,
    Object.entries(all).map(([state, { en, zh }]) => [state, en, zh]),
    transitions.map(({ guard }) => guard?.text),
  ];
  return [
    ...states.come.map(
      ([state]): Change => ({
        rule: 'CMP-071',
        ...(isMild ? { isMild } : {}),
        ...place,
        at: state,
        what: added(state),
        hurt: isMild ? [] : [...callers, ...receivers],
        shown: `status ${state}`,
      }),
    ),
    ...states.gone.map(
      ([state]): Change => ({
        rule: 'CMP-072',
        ...place,
        at: state,
        what: removed(state),
        hurt: callers,
        shown: `status ${state}`,
      }),
    ),
    ...states.kept.flatMap(([[state, old], [, young]]): readonly Change[] =>
      old.terminal === young.terminal
        ? []
        : [
            {
              rule: young.terminal ? 'CMP-072' : 'CMP-070',
              ...place,
              at: state,
              what: fromTo(`${state} terminal`, old.terminal, young.terminal),
              hurt: young.terminal ? callers : [],
              ...(young.terminal ? { shown: `${state} -> 409` } : {}),
            },
          ],
    ),
    ...steps.come.map(
      (step): Change => ({
        rule: 'CMP-070',
        ...place,
        at: step.on,
        what: added(keyOf(step)),
        hurt: [],
      }),
    ),
    ...steps.gone.map(
      (step): Change => ({
        rule: 'CMP-072',
        ...place,
        at: step.on,
        what: removed(keyOf(step)),
        hurt: callers,
        shown: `${step.on} (${step.from}) -> 409`,
      }),
    ),
    ...steps.kept.flatMap(([old, young]): readonly Change[] =>
      old.due === young.due
        ? []
        : [
            {
              rule: 'CMP-093',
              ...place,
              at: young.on,
              what: fromTo(`${young.on} due`, old.due, young.due),
              hurt: [...callers, ...receivers],
            },
          ],
    ),
    ...ofWords(place.subject, words(before), words(now)),
  ];
};

/** What differs between the lifecycles of two contracts. */
export const compareLifecycles = (before: Contract, now: Contract): readonly Change[] => {
  const { gone, come, kept } = matched(before.lifecycles, now.lifecycles, ({ entity }) => entity);
  return [
    ...come.map(
      ({ entity }): Change => ({
        rule: 'CMP-070',
        subject: { kind: 'lifecycle', name: entity },
        pointer: '',
        what: added(entity),
        hurt: [],
      }),
    ),
    ...gone.map(
      ({ entity }): Change => ({
        rule: 'CMP-072',
        subject: { kind: 'lifecycle', name: entity },
        pointer: '',
        what: removed(entity),
        hurt: partiesOf(entity, before).callers,
        shown: `${entity} -> ∅`,
      }),
    ),
    ...kept.flatMap(([old, young]) => compareOne(old, young, { before, now })),
  ];
};
