import { ROLES, type Text } from '@openwaybill/schemas';
import type { ContractDiff } from '../diff/diff-contracts.ts';
import { actOf, actorsOf, isBreak, partyText, whereOf } from '../diff/document/view.ts';
import { numbersOf } from '../version.ts';
import { type Guide, type GuideCell, type GuidePart, shown } from './guide.ts';

/** Months that a major is supported after its successor is published. */
const SUPPORTED_MONTHS = 24;

/** The same day so many months later; the last of a month where it is shorter. */
const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, day.length);
};

/** Whether one version is of a later major than another. */
export const isOtherMajor = (before: string, now: string): boolean =>
  (numbersOf(now)?.[0] ?? 0) > (numbersOf(before)?.[0] ?? 0);

const same = (words: string): Text => ({ en: words, zh: words });

const rowsOf = (findings: ContractDiff['findings']): readonly (readonly GuideCell[])[] =>
  findings.map((finding) => [
    [finding.rule],
    [whereOf(finding)],
    finding.what,
    { en: actOf(finding, 'en'), zh: actOf(finding, 'zh') },
  ]);

const HEADS: readonly Text[] = [
  { en: 'rule', zh: '规则' },
  { en: 'where', zh: '位置' },
  { en: 'change', zh: '变更' },
  { en: 'do', zh: '处理' },
];

const tableOf = (findings: ContractDiff['findings']): readonly GuidePart[] =>
  findings.length === 0 ? [] : [{ is: 'table', heads: HEADS, rows: rowsOf(findings) }];

/** What each role in each position has to do. */
const ofRoles = (diff: ContractDiff): readonly Guide['sections'][number][] =>
  actorsOf(diff).map(({ party, findings }) => ({
    id: `${party.roles.join('-')}-${party.position}`,
    title: { en: partyText(party, 'en'), zh: partyText(party, 'zh') },
    parts: tableOf(findings),
  }));

/** A body that the other side refuses, of each break that has one: what a program of the older major does not expect. */
const bodies = (diff: ContractDiff): readonly GuidePart[] =>
  diff.findings.flatMap(({ evidence }) =>
    evidence?.kind === 'body'
      ? [
          shown(
            {
              en: `${evidence.example.message}, sent by the ${evidence.example.direction === 'old-to-new' ? diff.before : diff.now} side, refused at ${evidence.example.refusal.pointer || '/'} by ${evidence.example.refusal.rule}`,
              zh: `${evidence.example.message}，由 ${evidence.example.direction === 'old-to-new' ? diff.before : diff.now} 一方发送，在 ${evidence.example.refusal.pointer || '/'} 被 ${evidence.example.refusal.rule} 拒绝`,
            },
            evidence.example.value,
          ),
        ]
      : [],
  );

/** A section; nothing where it has no part. */
const section = (
  id: string,
  title: Text,
  parts: readonly GuidePart[],
): readonly Guide['sections'][number][] => (parts.length === 0 ? [] : [{ id, title, parts }]);

/** From one major to the next, for each role: the skeleton that the comparison of the two gives. */
export const betweenMajors = (diff: ContractDiff, publishedOn: string): Guide => {
  const { before, now } = diff;
  const breaks = diff.findings.filter(isBreak);
  const inSchemas = breaks.filter(({ subject }) => subject.kind === 'schema');
  const ofCodes = diff.findings.filter(({ subject }) => subject.kind === 'code-list');
  const others = breaks.filter(({ subject }) => !['schema', 'code-list'].includes(subject.kind));
  const end = monthsAfter(publishedOn, SUPPORTED_MONTHS);
  return {
    name: `${before}-${now}`,
    title: { en: `From ${before} to ${now}`, zh: `从 ${before} 到 ${now}` },
    lede: {
      en: `${breaks.length} changes break somebody. Every role of the ${Object.keys(ROLES).length} that is not named here has nothing to do before its counterparties ask.`,
      zh: `不兼容变更共 ${breaks.length} 处。${Object.keys(ROLES).length} 个角色中未列出者，在对方提出之前无须处理。`,
    },
    sections: [
      {
        id: 'order',
        title: { en: 'In which order', zh: '步骤' },
        parts: [
          {
            is: 'list',
            items: [
              {
                en: 'Serve both majors side by side: each has its own path, and each message says by `OpenWaybill-Version` what it is to be judged by.',
                zh: '两个主版本并行提供：路径各自独立，每条报文以 `OpenWaybill-Version` 声明所依版本。',
              },
              {
                en: 'Generate a client of each; both stand in one program: `openwaybill generate client --lang ts --role <role> --out <folder>`.',
                zh: '分别生成两个版本的客户端，可在同一程序中并存：`openwaybill generate client --lang ts --role <role> --out <folder>`。',
              },
              {
                en: 'Change what receives first, then what sends: `openwaybill impact <release> --on <folder>` tells what of yesterday’s traffic would fail.',
                zh: '先改接收，再改发送：`openwaybill impact <release> --on <folder>` 给出昨日流量中将失败的部分。',
              },
              {
                en: 'Announce the end of the older major in discovery, and in `Deprecation` and `Sunset`.',
                zh: '在发现文档以及 `Deprecation` 与 `Sunset` 中公告旧主版本的终止。',
              },
            ],
          },
        ],
      },
      ...section(
        'timetable',
        { en: 'Timetable', zh: '时间表' },
        publishedOn === ''
          ? []
          : [
              {
                is: 'table',
                heads: [
                  { en: 'from', zh: '日期' },
                  { en: 'what', zh: '事项' },
                ],
                rows: [
                  [same(publishedOn), { en: `${now} is published`, zh: `${now} 发布` }],
                  [
                    same(end),
                    {
                      en: `${before} need no longer be served`,
                      zh: `可不再提供 ${before}`,
                    },
                  ],
                ],
              },
            ],
      ),
      ...ofRoles(diff),
      ...section('members', { en: 'Members', zh: '成员对照' }, tableOf(inSchemas)),
      ...section('codes', { en: 'Codes', zh: '代码对照' }, tableOf(ofCodes)),
      ...section('others', { en: 'Everything else', zh: '其他变更' }, tableOf(others)),
      ...section('bodies', { en: 'What is refused', zh: '被拒绝的报文' }, bodies(diff)),
    ],
  };
};
