import type { Role } from '@openwaybill/schemas';
import type { Change, Party } from './change.ts';
import { classesOf } from './compare-operations.ts';
import type { Contract, ContractViews } from './contract.ts';
import { added, fromTo, isSame, matched, ofWords, removed } from './words.ts';

/** Whoever may get a problem in an answer. */
const callersOf = (contract: Contract, code: string): readonly Party[] => {
  const operations = contract.operations.filter(({ problems }) =>
    problems.some((one) => one === code),
  );
  const all = operations.length === 0 ? contract.operations : operations;
  const roles = [...new Set(all.flatMap(({ calledBy }) => calledBy))] as readonly Role[];
  return [{ roles, position: 'caller' }];
};

/** What differs between the tables of problems of two contracts. */
export const compareProblemTables = (before: Contract, now: Contract): readonly Change[] => {
  const pairs = matched(
    Object.entries(before.problems),
    Object.entries(now.problems),
    ([code]) => code,
  );
  const place = (code: string) => ({
    subject: { kind: 'problem' as const, name: code },
    pointer: '',
  });
  return [
    ...pairs.come.map(
      ([code, { status }]): Change => ({
        rule: 'CMP-060',
        ...place(code),
        what: added(`${status} ${code}`),
        hurt: [],
      }),
    ),
    ...pairs.gone.map(
      ([code]): Change => ({
        rule: 'CMP-063',
        ...place(code),
        what: removed(code),
        hurt: callersOf(before, code),
      }),
    ),
    ...pairs.kept.flatMap(([[code, old], [, young]]): readonly Change[] => [
      ...(['status', 'retryable', 'after'] as const).flatMap((member): readonly Change[] =>
        isSame(old[member], young[member])
          ? []
          : [
              {
                rule: 'CMP-062',
                ...place(code),
                at: member,
                what: fromTo(member, old[member], young[member]),
                hurt: callersOf(before, code),
                shown: `${young.status} ${code} retryable=${young.retryable}`,
              },
            ],
      ),
      ...ofWords(place(code).subject, [old.title, old.when], [young.title, young.when]),
    ]),
  ];
};

/** Classes and modules that came; one that went took its operations with it, which are told by themselves. */
export const compareModules = (before: Contract, now: Contract): readonly Change[] => {
  const pairs = matched(before.modules, now.modules, ({ name }) => name);
  const known = classesOf(before);
  const place = (name: string) => ({ subject: { kind: 'module' as const, name }, pointer: '' });
  return [
    ...pairs.come.map(
      ({ name, conformanceClass }): Change => ({
        rule: 'CMP-083',
        ...place(name),
        what: added(known.has(conformanceClass) ? name : `${name} (${conformanceClass})`),
        hurt: [],
      }),
    ),
    ...pairs.kept.flatMap(([old, young]): readonly Change[] => [
      ...(old.conformanceClass === young.conformanceClass
        ? []
        : [
            {
              rule: 'CMP-080' as const,
              ...place(young.name),
              at: 'conformanceClass',
              what: fromTo('class', old.conformanceClass, young.conformanceClass),
              hurt: [
                {
                  roles: [
                    ...new Set(
                      now.operations
                        .filter(({ module }) => module === young.name)
                        .flatMap(({ servedBy }) => servedBy),
                    ),
                  ],
                  position: 'server' as const,
                },
              ],
            },
          ]),
      ...ofWords(
        place(young.name).subject,
        [old.title, old.description, old.clauses],
        [young.title, young.description, young.clauses],
      ),
    ]),
  ];
};

/** Each thing that the policy shows to somebody: a member in a view, a view in a cell of the matrix. */
const shownBy = (policy: ContractViews): readonly (readonly [subject: string, shown: string])[] => [
  ...Object.entries(policy.views).flatMap(([view, { members }]) =>
    members.map((member) => [view, member] as const),
  ),
  ...Object.entries(policy.matrix).flatMap(([viewer, columns]) =>
    Object.entries(columns).flatMap(([column, { shows }]) =>
      shows.map((view) => [`${viewer} ${column}`, view] as const),
    ),
  ),
];

/** What a view or a cell shows more or less of; nothing where a side's policy is not known. */
export const compareViews = (before: Contract, now: Contract): readonly Change[] => {
  if (before.policy === undefined || now.policy === undefined) return [];
  const { come, gone } = matched(shownBy(before.policy), shownBy(now.policy), (one) => one.join());
  const change =
    (rule: 'CMP-100' | 'CMP-101') =>
    ([subject, member]: readonly [string, string]): Change => ({
      rule,
      subject: { kind: 'view', name: subject },
      pointer: '',
      at: member,
      what: rule === 'CMP-100' ? added(member) : removed(member),
      hurt: [],
    });
  return [...come.map(change('CMP-100')), ...gone.map(change('CMP-101'))];
};
