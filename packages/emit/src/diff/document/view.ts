import { POSITIONS, ROLES, type Role, STANDARD, type Text } from '@openwaybill/schemas';
import type { Finding, Party } from '../change.ts';
import type { ContractDiff } from '../diff-contracts.ts';
import type { Category, Passage, Severity } from '../rule.ts';
import { ruleOf } from '../rules.ts';

export type Language = keyof Text;

/** Everything that a report says beside its findings. */
export const WORDS = {
  en: {
    title: (before: string, now: string) => `${STANDARD.name.en} ${before} → ${now}`,
    verdict: 'verdict',
    declared: 'declared',
    nothing: 'The two contracts do not differ.',
    toAct: 'Who has to act',
    findings: 'Findings',
    party: 'party',
    breaks: 'breaks',
    messages: 'messages',
    rule: 'rule',
    where: 'where',
    change: 'change',
    oldToNew: 'old sender → new receiver',
    newToOld: 'new sender → old receiver',
    hurt: 'hurt',
    nobody: 'nobody',
    act: 'do',
    category: 'category',
    waived: 'waived by',
    example: 'counter-example',
    sentBy: { 'old-to-new': 'sent by the old side', 'new-to-old': 'sent by the new side' },
    refused: (pointer: string, rule: string) => `refused at ${pointer || '/'} by ${rule}`,
    laterMinor: 'with a code of a later minor',
    undetectable: 'no message shows it',
    notFound: 'no example was found; unproven is treated as a break',
    experiment: (samples: number, refused: number) =>
      `${samples} values of the changed schemas were sent both ways; ${refused} were refused, all where the rules say so.`,
    notCompared: 'The policy of views was not compared: one side does not have it.',
    other: (count: number) => `and ${count} more`,
  },
  zh: {
    title: (before: string, now: string) => `${STANDARD.name.zh} ${before} → ${now}`,
    verdict: '结论',
    declared: '声明版本',
    nothing: '两份契约没有差异。',
    toAct: '须采取行动的角色',
    findings: '变更',
    party: '角色与位置',
    breaks: '破坏性变更',
    messages: '报文',
    rule: '规则',
    where: '位置',
    change: '变更内容',
    oldToNew: '旧发送方 → 新接收方',
    newToOld: '新发送方 → 旧接收方',
    hurt: '受影响',
    nobody: '无',
    act: '建议',
    category: '类别',
    waived: '豁免依据',
    example: '反例',
    sentBy: { 'old-to-new': '由旧版一方发送', 'new-to-old': '由新版一方发送' },
    refused: (pointer: string, rule: string) => `在 ${pointer || '/'} 被 ${rule} 拒绝`,
    laterMinor: '使用后续次版本的代码',
    undetectable: '报文无法体现',
    notFound: '未找到反例；无法证明的按破坏性处理',
    experiment: (samples: number, refused: number) =>
      `双向发送变更模式的值 ${samples} 个，拒绝 ${refused} 个，均与规则一致。`,
    notCompared: '未比较视图策略：有一方未提供。',
    other: (count: number) => `另有 ${count} 项`,
  },
} as const;

/** The words of passages, verdicts, categories and positions. */
export const PASSAGES: Readonly<Record<Passage, Text>> = {
  ok: { en: 'ok', zh: '通过' },
  refused: { en: 'refused', zh: '拒绝' },
  misread: { en: 'misread', zh: '误读' },
  unproven: { en: 'unproven', zh: '无法证明' },
  'not-asked': { en: '–', zh: '–' },
};
export const VERDICTS: Readonly<Record<Severity, Text>> = {
  none: { en: 'none', zh: '无变更' },
  patch: { en: 'patch', zh: '修订' },
  erratum: { en: 'erratum', zh: '勘误' },
  minor: { en: 'minor', zh: '次版本' },
  major: { en: 'major', zh: '主版本' },
  forbidden: { en: 'forbidden', zh: '禁止' },
};

/** `courier as server`; a Chinese reader gets the role's own name. */
export const partyText = ({ roles, position }: Party, language: Language): string => {
  const names = Object.keys(ROLES);
  const all = roles.length >= names.length;
  const said = all
    ? { en: 'everybody', zh: '各方' }[language]
    : roles
        .map((role) => (language === 'zh' ? ROLES[role].zh : role))
        .join(language === 'zh' ? '、' : ', ');
  return language === 'zh'
    ? `${said}（${POSITIONS[position].zh}）`
    : `${said} as ${POSITIONS[position].en}`;
};

/** Whether a finding keeps a minor from being one. */
export const isBreak = ({ verdict }: Finding): boolean =>
  verdict === 'major' || verdict === 'forbidden';

/** Where the change is: the subject and the place inside of it. */
export const whereOf = ({ subject, pointer }: Finding): string =>
  `${subject.name} ${pointer}`.trim();

/** The messages of a finding, the first few by name. */
export const messagesOf = (finding: Finding, language: Language, shown = 3): string => {
  const names = finding.effects.map(({ message }) => message);
  const rest = names.length - shown;
  return [...names.slice(0, shown), ...(rest > 0 ? [WORDS[language].other(rest)] : [])].join(', ');
};

/** What shows a finding, in lines; the body last, as JSON. */
export const evidenceLines = (finding: Finding, language: Language): readonly string[] => {
  const words = WORDS[language];
  const { evidence } = finding;
  switch (evidence?.kind) {
    case undefined:
      return [];
    case 'undetectable':
      return [`${words.undetectable}: ${evidence.why[language]}`];
    case 'not-found':
      return [words.notFound];
    case 'exchange':
      return [`${words.example}: ${evidence.shown}`];
    case 'body': {
      const { direction, message, refusal, value, isOfLaterMinor } = evidence.example;
      return [
        [
          `${words.example}: ${message}`,
          words.sentBy[direction],
          ...(isOfLaterMinor === true ? [words.laterMinor] : []),
          words.refused(refusal.pointer, refusal.rule),
        ].join(', '),
        JSON.stringify(value),
      ];
    }
  }
};

/** What the policy says to do about a finding. */
export const actOf = (finding: Finding, language: Language): string =>
  ruleOf(finding.rule).act[language];

/** Each role and position that breaks hurt, with how many breaks and in how many messages. */
export const actorsOf = (
  diff: ContractDiff,
): readonly { readonly party: Party; readonly findings: readonly Finding[] }[] => {
  const actors = new Map<string, { party: Party; findings: Finding[] }>();
  for (const finding of diff.findings.filter(isBreak))
    for (const { roles, position } of finding.hurt)
      for (const role of roles) {
        const key = `${role} ${position}`;
        const known = actors.get(key) ?? { party: { roles: [role], position }, findings: [] };
        known.findings.push(finding);
        actors.set(key, known);
      }
  return [...actors.values()];
};

/** The findings that hurt a role or are of a category; every one of them where neither is asked for. */
export const narrowed = (
  diff: ContractDiff,
  asked: { readonly role?: Role; readonly category?: Category },
): ContractDiff => ({
  ...diff,
  findings: diff.findings.filter(
    ({ hurt, categories }) =>
      (asked.role === undefined || hurt.some(({ roles }) => roles.includes(asked.role as Role))) &&
      (asked.category === undefined || categories.includes(asked.category)),
  ),
});
