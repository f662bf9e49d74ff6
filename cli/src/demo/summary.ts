import { join } from 'node:path';
import { type Result, wantedAndSeen } from '@openwaybill/conformance';
import type { Played as PlayedStory } from '@openwaybill/mock/stories';
import type { Language } from '../language.ts';
import type { Played as Role } from '../sandbox/parties.ts';
import { columns } from '../table.ts';
import type { Played } from './play.ts';
import type { RealRecords } from './real-records.ts';

/** All that a demonstration found. */
export type Figures = {
  readonly played: Played;
  /** One story a module, as it went. */
  readonly stories: readonly PlayedStory[];
  readonly real: RealRecords & { readonly takenCount: number };
  readonly judged: readonly {
    readonly role: Role;
    readonly result: Result;
    readonly html: string;
  }[];
  readonly seconds: number;
};

const WORDS = {
  en: {
    title: 'OpenWaybill: a day in a city, from order to delivery and beyond',
    orders: 'orders',
    ordersOf: (p: Played) =>
      `${p.orderCount} placed, ${p.waybillCount} waybills, ${p.labelCount} labels`,
    parcels: 'parcels',
    parcelsOf: (p: Played) =>
      `${p.deliveredCount} delivered, ${p.returnedCount} returned; ${p.agreedCount} of ${p.orderCount} the same on both sides`,
    events: 'events',
    eventsOf: (p: Played) => `${p.eventCount} scans, each signed and delivered`,
    privacy: 'privacy',
    privacyOf: (p: Played) =>
      `${p.reveals.granted} reveals of a number granted, ${p.reveals.refused} that asked for more refused; labels are masked`,
    outage: 'interruption',
    outageOf: (p: Played) =>
      `announced, refused with its notice, caught up: ${p.interruption.replayedCount} events replayed`,
    real: 'real records',
    realOf: (f: Figures) =>
      `${f.real.documentCount} answers of ${f.real.vocabularies.length} vocabularies, ${f.real.events.length} events, ${f.real.takenCount} taken, ${f.real.unmappedCount} codes unmapped`,
    outcome: {
      passed: 'passed',
      failed: 'failed',
      inconclusive: 'undetermined',
      untested: 'not run',
      excluded: 'excluded',
      inapplicable: 'not applicable',
    },
    stories: 'Modules, one story each',
    story: ['calls', 'refused', 'facts', 'events'],
    requirements: 'Requirements, by role',
    findings: (count: number) => `Findings (${count})`,
    wanted: (expected: string, actual: string) => `wanted ${expected}, saw ${actual}`,
    report: 'report',
    took: (seconds: number) => `${seconds.toFixed(1)} s`,
    next: [
      ['npx openwaybill mock', 'serve the courier yourself'],
      ['npx openwaybill check http://localhost:4010 --role courier', 'judge a system'],
      ['npx openwaybill explain WBL-010', 'read a requirement'],
    ],
  },
  zh: {
    title: 'OpenWaybill：城市的一天，从下单到签收及其后',
    orders: '订单',
    ordersOf: (p: Played) => `下单 ${p.orderCount}，运单 ${p.waybillCount}，面单 ${p.labelCount}`,
    parcels: '快件',
    parcelsOf: (p: Played) =>
      `签收 ${p.deliveredCount}，退回 ${p.returnedCount}；双方状态一致 ${p.agreedCount}/${p.orderCount}`,
    events: '事件',
    eventsOf: (p: Played) => `扫描 ${p.eventCount} 条，逐条签名投递`,
    privacy: '隐私',
    privacyOf: (p: Played) =>
      `号码揭示准予 ${p.reveals.granted} 次，超范围申请拒绝 ${p.reveals.refused} 次；面单均已脱敏`,
    outage: '中断',
    outageOf: (p: Played) =>
      `已通知，期间凭通知拒绝，恢复后补传事件 ${p.interruption.replayedCount} 条`,
    real: '真实记录',
    realOf: (f: Figures) =>
      `${f.real.vocabularies.length} 种体系的应答 ${f.real.documentCount} 份，事件 ${f.real.events.length} 条，接收 ${f.real.takenCount} 条，未映射代码 ${f.real.unmappedCount} 个`,
    outcome: {
      passed: '通过',
      failed: '不通过',
      inconclusive: '未能判定',
      untested: '未运行',
      excluded: '不检测',
      inapplicable: '不适用',
    },
    stories: '各模块，各一个故事',
    story: ['调用', '拒绝', '事实', '事件'],
    requirements: '各角色的要求',
    findings: (count: number) => `发现（${count}）`,
    wanted: (expected: string, actual: string) => `期望 ${expected}，实际 ${actual}`,
    report: '报告',
    took: (seconds: number) => `用时 ${seconds.toFixed(1)} 秒`,
    next: [
      ['npx openwaybill mock', '自行启动模拟快递'],
      ['npx openwaybill check http://localhost:4010 --role courier', '检测一个系统'],
      ['npx openwaybill explain WBL-010', '查看一条要求'],
    ],
  },
} as const;

type Counted = keyof (typeof WORDS)['en']['outcome'];
const ORDER = ['passed', 'failed', 'inconclusive', 'untested', 'excluded', 'inapplicable'] as const;

/** How many requirements ended how; those that no machine can judge are counted apart. */
export const countsOf = (result: Result): Readonly<Record<Counted, number>> => {
  const counts = {
    passed: 0,
    failed: 0,
    inconclusive: 0,
    untested: 0,
    excluded: 0,
    inapplicable: 0,
  };
  for (const { outcome, reason } of result.requirements)
    counts[outcome === 'untested' && reason === 'EXCLUDED' ? 'excluded' : outcome]++;
  return counts;
};

/** Numbers under their headings, as many tables beside each other as fit a screen of 80 columns. */
const beside = (rows: readonly (readonly string[])[], tables: number): readonly string[][] => {
  const [head = [], ...body] = rows;
  const height = Math.ceil(body.length / tables);
  return [
    Array.from({ length: tables }, () => head).flat(),
    ...Array.from({ length: height }, (_, at) =>
      Array.from({ length: tables }, (_one, table) => body[at + table * height] ?? []).flat(),
    ),
  ];
};

/** One calm screen. */
export const summary = (figures: Figures, language: Language): string => {
  const words = WORDS[language];
  const { played, judged, seconds, stories } = figures;
  const [first] = judged;
  const findings = judged.flatMap(({ role, result }) =>
    result.findings.map((finding) => ({ role, ...finding })),
  );
  return [
    '',
    words.title,
    '',
    columns([
      [`  ${words.orders}`, words.ordersOf(played)],
      [`  ${words.parcels}`, words.parcelsOf(played)],
      [`  ${words.events}`, words.eventsOf(played)],
      [`  ${words.privacy}`, words.privacyOf(played)],
      [`  ${words.outage}`, words.outageOf(played)],
      [`  ${words.real}`, words.realOf(figures)],
    ]),
    '',
    words.stories,
    columns(
      beside(
        [
          ['', ...words.story],
          ...stories.map(({ module, calls, refusals, facts, events }) => [
            `  ${module}`,
            ...[calls, refusals, facts, events].map(String),
          ]),
        ],
        2,
      ),
    ),
    '',
    words.requirements,
    columns([
      ['', ...ORDER.map((one) => words.outcome[one])],
      ...judged.map(({ role, result }) => {
        const counts = countsOf(result);
        return [`  ${role}`, ...ORDER.map((one) => String(counts[one]))];
      }),
    ]),
    ...(findings.length === 0
      ? []
      : [
          '',
          words.findings(findings.length),
          columns(
            findings.map((finding) => {
              const { expected, actual } = wantedAndSeen(finding);
              return [
                `  ${finding.role}`,
                `${finding.requirement} ${finding.case}`,
                words.wanted(expected[language], actual[language]),
              ];
            }),
          ),
        ]),
    ...(first === undefined
      ? []
      : ['', `  ${words.report}  ${first.html.replace(join(first.role, ''), join('<role>', ''))}`]),
    '',
    columns(words.next.map(([command, text]) => [`  ${command}`, text])),
    '',
    `  ${words.took(seconds)}`,
  ].join('\n');
};
