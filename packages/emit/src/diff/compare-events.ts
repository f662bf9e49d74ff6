import type { Role } from '@openwaybill/schemas';
import type { Change, Party } from './change.ts';
import { compareUnnamed } from './compare-schemas.ts';
import type { Contract, ContractEvent } from './contract.ts';
import { added, fromTo, isSame, matched, ofWords, removed } from './words.ts';

const subjectOf = ({ type }: ContractEvent): Change['subject'] => ({ kind: 'event', name: type });
const receivers = (roles: readonly Role[]): readonly Party[] => [{ roles, position: 'receiver' }];

const ALL_STATES = ['*'];

const compareOne = (
  before: ContractEvent,
  now: ContractEvent,
  sides: { readonly before: Contract; readonly now: Contract },
): readonly Change[] => {
  const place = { subject: subjectOf(now), pointer: '' };
  const sides_ = (['from', 'to', 'states'] as const).flatMap((side): readonly Change[] => {
    const [old, young] = [before[side] ?? ALL_STATES, now[side] ?? ALL_STATES];
    if (isSame(old, young)) return [];
    const { gone, come } = matched<string>(old, young, (one) => one);
    const isAll = (states: readonly string[]): boolean => states === ALL_STATES;
    const left = isAll(young) ? [] : gone;
    const joined = isAll(old) ? [] : come;
    return [
      ...(joined.length === 0
        ? []
        : [
            {
              rule: 'CMP-040' as const,
              ...place,
              at: side,
              what: added(`${side} ${joined.join(', ')}`),
              hurt: [],
            },
          ]),
      ...(left.length === 0
        ? []
        : [
            {
              rule: 'CMP-041' as const,
              ...place,
              at: side,
              what: removed(`${side} ${left.join(', ')}`),
              hurt: receivers(side === 'to' ? (left as readonly Role[]) : before.to),
              shown: `${now.type} -> ∅`,
            },
          ]),
    ];
  });
  const [was, is] = [sides.before.schemas[before.data], sides.now.schemas[now.data]];
  const payload =
    before.data === now.data || was === undefined || is === undefined
      ? []
      : [
          {
            rule: 'CMP-055' as const,
            ...place,
            at: 'data',
            what: fromTo('data', before.data, now.data),
            hurt: receivers(now.to),
          },
          ...compareUnnamed(was.schema, is.schema, { ...place, pointer: '/data' }, sides).map(
            (change) => ({ ...change, hurt: receivers(now.to) }),
          ),
        ];
  const words = ({ title, description }: ContractEvent): unknown => [title, description];
  return [
    ...sides_,
    ...(before.subject === now.subject
      ? []
      : [
          {
            rule: 'CMP-093' as const,
            ...place,
            at: 'subject',
            what: fromTo('subject', before.subject, now.subject),
            hurt: receivers(now.to),
          },
        ]),
    ...payload,
    ...ofWords(place.subject, words(before), words(now)),
  ];
};

/** What differs between the events of two contracts. */
export const compareEvents = (before: Contract, now: Contract): readonly Change[] => {
  const { gone, come, kept } = matched(before.events, now.events, ({ type }) => type);
  return [
    ...come.map(
      (event): Change => ({
        rule: 'CMP-040',
        subject: subjectOf(event),
        pointer: '',
        what: added(event.type),
        hurt: [],
      }),
    ),
    ...gone.map(
      (event): Change => ({
        rule: 'CMP-041',
        subject: subjectOf(event),
        pointer: '',
        what: removed(event.type),
        hurt: receivers(event.to),
        shown: `${event.type} -> ∅`,
      }),
    ),
    ...kept.flatMap(([old, young]) => compareOne(old, young, { before, now })),
  ];
};
