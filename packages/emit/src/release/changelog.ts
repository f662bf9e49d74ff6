import { type Contract, renamed, type Text, toContract } from '@openwaybill/schemas';
import { actorsOf, partyText } from '../diff/document/view.ts';
import { comparedWithPrevious } from './compared.ts';
import { factsOf } from './quality.ts';
import { headOf, type Release, type ReleaseEmitter } from './release.ts';

type Language = keyof Text;

/** Things of a contract by name: what is compared from release to release. */
type Things = Readonly<Record<string, unknown>>;

const KINDS = {
  operations: { en: 'Operations', zh: '操作' },
  events: { en: 'Events', zh: '事件' },
  schemas: { en: 'Schemas', zh: '模式' },
  codeLists: { en: 'Code lists', zh: '代码表' },
  lifecycles: { en: 'Lifecycles', zh: '生命周期' },
  requirements: { en: 'Requirements', zh: '要求' },
  problems: { en: 'Problems', zh: '问题码' },
} as const satisfies Readonly<Record<string, Text>>;

const WORDS = {
  first: {
    en: 'The first release. It has:',
    zh: '首个版本，内容如下：',
  },
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删除' },
  changed: { en: 'changed', zh: '修改' },
  none: { en: 'Nothing of the contract changed.', zh: '契约内容无变更。' },
  toAct: { en: 'Who has to act', zh: '须采取行动的角色' },
  waivers: { en: 'Waivers', zh: '豁免' },
  until: { en: 'until', zh: '截至' },
  nobody: { en: 'Nobody: every change is compatible both ways.', zh: '无：各项变更双向兼容。' },
} as const;

type Item = { readonly [key: string]: unknown };

const thingsOf = (contract: Contract, kind: keyof typeof KINDS): Things => {
  const value: unknown = contract[kind];
  return Array.isArray(value)
    ? Object.fromEntries(
        value.map((one: Item) => [String(one.name ?? one.type ?? one.entity ?? one.id), one]),
      )
    : (value as Things);
};

const first = (now: Contract, language: Language): readonly string[] => [
  WORDS.first[language],
  '',
  ...(Object.keys(KINDS) as (keyof typeof KINDS)[]).map(
    (kind) => `- ${KINDS[kind][language]}: ${Object.keys(thingsOf(now, kind)).length}`,
  ),
];

/** Names of what came, went and changed, by kind; both contracts are of one version, so that no `$id` differs. */
const changes = (before: Contract, now: Contract, language: Language): readonly string[] => {
  const lines = (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
    const [old, own] = [thingsOf(before, kind), thingsOf(now, kind)];
    const listed = [
      ...Object.keys(own)
        .filter((name) => !(name in old))
        .map((name) => `- ${WORDS.added[language]} \`${name}\``),
      ...Object.keys(old)
        .filter((name) => !(name in own))
        .map((name) => `- ${WORDS.removed[language]} \`${name}\``),
      ...Object.keys(own)
        .filter((name) => name in old && JSON.stringify(old[name]) !== JSON.stringify(own[name]))
        .map((name) => `- ${WORDS.changed[language]} \`${name}\``),
    ];
    return listed.length === 0 ? [] : [`## ${KINDS[kind][language]}`, '', ...listed, ''];
  });
  return lines.length === 0 ? [WORDS.none[language]] : lines;
};

/** Every waiver of the release, with its reason: who reads what changed reads what was let through. */
const waived = (release: Release, language: Language): readonly string[] => {
  const waivers = factsOf(release)?.waivers ?? [];
  return waivers.length === 0
    ? []
    : [
        `## ${WORDS.waivers[language]}`,
        '',
        ...waivers.map(
          ({ rule, pointer, reason, decision, approvedBy, until }) =>
            `- ${rule} \`${pointer}\`: ${reason[language]} (${decision}, ${approvedBy.join(', ')}, ${WORDS.until[language]} ${until})`,
        ),
        '',
      ];
};

/** The roles that a change hurts, with the places and the rules; the comparison of the two has the whole. */
const toAct = (release: Release, language: Language): readonly string[] => {
  const diff = comparedWithPrevious(release);
  if (diff === undefined || diff.findings.length === 0) return [];
  const actors = actorsOf(diff).map(
    ({ party, findings }) =>
      `- ${partyText(party, language)}: ${[...new Set(findings.map(({ rule, subject }) => `${subject.name} (${rule})`))].join(', ')}`,
  );
  return [
    `## ${WORDS.toAct[language]}`,
    '',
    ...(actors.length === 0 ? [WORDS.nobody[language]] : actors),
    '',
  ];
};

const changelogIn = (release: Release, language: Language): string => {
  const { registry, previous } = release;
  const now = toContract(registry);
  return `${[
    `# OpenWaybill ${registry.version}`,
    '',
    ...headOf(release, language),
    '',
    ...waived(release, language),
    ...(previous === undefined
      ? first(now, language)
      : [
          ...toAct(release, language),
          ...changes(renamed(previous, previous.version, registry.version), now, language),
        ]),
  ]
    .join('\n')
    .trimEnd()}\n`;
};

/** What a release brings, in both languages: what came, went and changed since the one before. */
export const changelogs: ReleaseEmitter = (release) =>
  new Map([
    ['CHANGELOG.en.md', changelogIn(release, 'en')],
    ['CHANGELOG.zh.md', changelogIn(release, 'zh')],
  ]);
