import type { Code, CodeListEntry } from '@openwaybill/schemas';
import type { Change } from './change.ts';
import { compareGrowth } from './compare-values.ts';
import type { Contract } from './contract.ts';
import type { RuleId } from './rules.ts';
import { added, fromTo, isSame, matched, removed } from './words.ts';

type Place = Pick<Change, 'subject' | 'pointer'>;
type Row = Code & Readonly<Record<string, unknown>>;

/** Members of a code that are there to be read, and the one that says how far its life has gone. */
const READ = ['en', 'zh', 'definition', 'since', 'replacedBy', 'sources', 'parent', 'reason'];
const STATUS = 'status';

/** Whether a code is on the wire: one that is retired is not, and one for tests only comes from a mock alone. */
const isSent = ({ status }: Row): boolean => status !== 'RETIRED' && status !== 'TEST_ONLY';

const fallbackOf = (list: CodeListEntry): string | undefined =>
  list.growth === 'closed' ? undefined : list.growth.fallback;

const statusRule = (before: Row, now: Row, isOpen: boolean): RuleId | undefined => {
  if (isSame(before.status ?? 'ACTIVE', now.status ?? 'ACTIVE')) return undefined;
  if (before.status === 'RETIRED') return 'CMP-024';
  if (isSent(before) && !isSent(now)) return 'CMP-022';
  if (!isSent(before)) return isOpen ? 'CMP-020' : 'CMP-021';
  return now.status === 'DEPRECATED' ? 'CMP-023' : 'CMP-028';
};

const compareCode = (
  code: string,
  before: Row,
  now: Row,
  isOpen: boolean,
  place: Place,
): readonly Change[] => {
  const status = statusRule(before, now, isOpen);
  const members = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (member) => member !== STATUS && !isSame(before[member], now[member]),
  );
  const facts = members.filter((member) => !READ.includes(member));
  return [
    ...(status === undefined
      ? []
      : [
          {
            rule: status,
            ...place,
            at: `enum:${code}`,
            what: fromTo(`${code} status`, before.status ?? 'ACTIVE', now.status ?? 'ACTIVE'),
          },
        ]),
    ...facts.map(
      (member): Change => ({
        rule: 'CMP-073',
        ...place,
        at: `${code}.${member}`,
        what: fromTo(`${code} ${member}`, before[member], now[member]),
      }),
    ),
    ...(members.length > facts.length
      ? [
          {
            rule: 'CMP-028' as const,
            ...place,
            at: code,
            what: {
              en: `the words of ${code} differ`,
              zh: `${code} 的文字不同`,
            },
          },
        ]
      : []),
  ];
};

const compareList = (before: CodeListEntry, now: CodeListEntry): readonly Change[] => {
  const place: Place = { subject: { kind: 'code-list', name: now.name }, pointer: '' };
  const isOpen = before.growth !== 'closed' && now.growth !== 'closed';
  const { gone, come, kept } = matched(
    Object.entries(before.codes),
    Object.entries(now.codes),
    ([code]) => code,
  );
  const changes: readonly Change[] = [
    ...compareGrowth(fallbackOf(before), fallbackOf(now), place),
    ...come.map(
      ([code]): Change => ({
        rule: isOpen ? 'CMP-020' : 'CMP-021',
        ...place,
        at: `enum:${code}`,
        what: added(code),
      }),
    ),
    ...gone.map(
      ([code]): Change => ({
        rule: 'CMP-022',
        ...place,
        at: `enum:${code}`,
        what: removed(code),
      }),
    ),
    ...kept.flatMap(([[code, old], [, young]]) =>
      compareCode(code, old as Row, young as Row, isOpen, place),
    ),
  ];
  const hasSameVersion = before.version === now.version && changes.length > 0;
  return [
    ...changes,
    ...(hasSameVersion
      ? [
          {
            rule: 'CMP-029' as const,
            ...place,
            at: 'version',
            what: {
              en: `it is still version ${now.version}`,
              zh: `版本仍为 ${now.version}`,
            },
          },
        ]
      : []),
  ];
};

/** What differs between the code lists of two contracts. A list that came or went did so with its schema. */
export const compareCodeLists = (before: Contract, now: Contract): readonly Change[] =>
  matched(before.codeLists, now.codeLists, ({ name }) => name).kept.flatMap(([old, young]) =>
    compareList(old, young),
  );
