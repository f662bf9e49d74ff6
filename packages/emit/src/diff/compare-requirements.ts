import { type Position, type RequirementEntry, ROLES, type Role } from '@openwaybill/schemas';
import type { Change, Party } from './change.ts';
import { classesOf } from './compare-operations.ts';
import type { Contract } from './contract.ts';
import { added, fromTo, isSame, matched, ofWords, removed } from './words.ts';

/** How much a level binds. */
const STRENGTH = { MAY: 0, SHOULD: 1, MUST: 2, 'MUST NOT': 2 } as const;

const rolesOf = ({ roles }: RequirementEntry): readonly Role[] =>
  roles === 'any' ? (Object.keys(ROLES) as Role[]) : roles;

const OPPOSITE: Readonly<Record<Position, Position>> = {
  caller: 'server',
  server: 'caller',
  sender: 'receiver',
  receiver: 'sender',
};

const bound = (requirement: RequirementEntry, roles = rolesOf(requirement)): readonly Party[] => [
  { roles, position: requirement.position },
];
/** Whoever stands opposite relied on it. */
const relying = (requirement: RequirementEntry): readonly Party[] => [
  { roles: Object.keys(ROLES) as Role[], position: OPPOSITE[requirement.position] },
];
const isMay = ({ level }: RequirementEntry): boolean => level === 'MAY';
const isMust = ({ level }: RequirementEntry): boolean => STRENGTH[level] === STRENGTH.MUST;
const placeOf = ({ id }: RequirementEntry) => ({
  subject: { kind: 'requirement' as const, name: id },
  pointer: '',
});

const compareLevels = (before: RequirementEntry, now: RequirementEntry): readonly Change[] => {
  if (before.level === now.level) return [];
  const difference = STRENGTH[now.level] - STRENGTH[before.level];
  const what = fromTo('', before.level, now.level);
  const place = { ...placeOf(now), at: 'level', what };
  if (difference < 0) return [{ rule: 'CMP-082', ...place, hurt: relying(before) }];
  // a MUST that becomes a MUST NOT obliges to the contrary
  return [
    {
      rule: 'CMP-081',
      ...place,
      ...(isMust(now) ? {} : { isMild: true as const }),
      hurt: bound(now),
    },
  ];
};

/** Whom and when it binds: wider is a new duty, narrower withdraws one; what cannot be told apart is a new duty. */
const compareScopes = (before: RequirementEntry, now: RequirementEntry): readonly Change[] => {
  const roles = matched<Role>(rolesOf(before), rolesOf(now), (role) => role);
  const mild = isMust(now) ? {} : { isMild: true as const };
  const place = placeOf(now);
  return [
    ...(roles.come.length === 0
      ? []
      : [
          {
            rule: 'CMP-080' as const,
            ...mild,
            ...place,
            at: 'roles',
            what: added(roles.come.join(', ')),
            hurt: bound(now, roles.come),
          },
        ]),
    ...(roles.gone.length === 0
      ? []
      : [
          {
            rule: 'CMP-082' as const,
            ...(isMay(before) ? { isMild: true as const } : {}),
            ...place,
            at: 'roles',
            what: removed(roles.gone.join(', ')),
            hurt: relying(before),
          },
        ]),
    ...(['position', 'class', 'when'] as const).flatMap((member): readonly Change[] => {
      if (isSame(before[member], now[member])) return [];
      const isNarrower = member === 'when' && before.when === undefined;
      return [
        {
          rule: isNarrower ? 'CMP-082' : 'CMP-080',
          ...(isNarrower ? (isMay(before) ? { isMild: true as const } : {}) : mild),
          ...place,
          at: member,
          what: fromTo(member, before[member], now[member]),
          hurt: isNarrower ? relying(before) : bound(now),
        },
      ];
    }),
  ];
};

const wordsOf = (requirement: RequirementEntry): unknown => {
  const { text, wire, tier, clause, part } = requirement;
  return [text, wire, tier, clause, part, 'excluded' in requirement ? requirement.excluded : ''];
};

/** What differs between the requirements of two contracts. */
export const compareRequirements = (before: Contract, now: Contract): readonly Change[] => {
  const { gone, come, kept } = matched(before.requirements, now.requirements, ({ id }) => id);
  const classes = classesOf(before);
  const operations = new Set(before.operations.map(({ name }) => name));
  // what binds only who serves a new operation, or claims a new class, binds nobody who conforms already
  const isOfNew = ({ class: its, about }: RequirementEntry): boolean =>
    !classes.has(its) ||
    (about !== undefined &&
      !operations.has(about) &&
      now.operations.some(({ name }) => name === about));
  return [
    ...come.map((requirement): Change => {
      const place = {
        ...placeOf(requirement),
        what: added(`${requirement.level} ${requirement.id}`),
      };
      if (isOfNew(requirement)) return { rule: 'CMP-083', ...place, hurt: [] };
      return {
        rule: 'CMP-080',
        ...(isMust(requirement) ? {} : { isMild: true }),
        ...place,
        hurt: bound(requirement),
      };
    }),
    ...gone.map(
      (requirement): Change => ({
        rule: 'CMP-082',
        ...(isMay(requirement) ? { isMild: true } : {}),
        ...placeOf(requirement),
        what: removed(`${requirement.level} ${requirement.id}`),
        hurt: relying(requirement),
      }),
    ),
    ...kept.flatMap(([old, young]) => [
      ...compareLevels(old, young),
      ...compareScopes(old, young),
      ...ofWords(placeOf(young).subject, wordsOf(old), wordsOf(young)),
    ]),
  ];
};
