import type { Registry, Text } from '@openwaybill/schemas';
import type { Language } from '../language.ts';
import { columns } from '../table.ts';

/** What is known of a name: facts in pairs, then longer passages. */
export type Explanation = {
  readonly kind: string;
  readonly name: string;
  readonly title: Text;
  readonly facts: readonly (readonly [Text, string])[];
  readonly passages: readonly (readonly [Text, string])[];
};

/** Looks a name up in the standard. */
export type Finder = (from: Registry, name: string, language: Language) => readonly Explanation[];

/** Labels of what is told of a name. */
export const FACT = {
  level: { en: 'level', zh: '级别' },
  roles: { en: 'binds', zh: '约束' },
  class: { en: 'class', zh: '一致性类' },
  clause: { en: 'clause', zh: '条款' },
  since: { en: 'since', zh: '自版本' },
  about: { en: 'about', zh: '关于' },
  module: { en: 'module', zh: '模块' },
  judged: { en: 'judged by', zh: '判定方式' },
  wire: { en: 'how it shows', zh: '如何体现' },
  status: { en: 'HTTP status', zh: 'HTTP 状态' },
  retry: { en: 'retryable', zh: '可重试' },
  when: { en: 'when', zh: '何时' },
  after: { en: 'after', zh: '之后' },
  call: { en: 'call', zh: '调用' },
  served: { en: 'served by', zh: '提供方' },
  called: { en: 'called by', zh: '调用方' },
  request: { en: 'request', zh: '请求' },
  answer: { en: 'answer', zh: '应答' },
  problems: { en: 'problems', zh: '问题码' },
  requirements: { en: 'requirements', zh: '要求' },
  lifecycle: { en: 'lifecycle', zh: '生命周期' },
  from: { en: 'from', zh: '发送方' },
  to: { en: 'to', zh: '接收方' },
  data: { en: 'payload', zh: '载荷' },
  members: { en: 'members', zh: '成员' },
  used: { en: 'used by', zh: '使用者' },
  example: { en: 'valid example', zh: '有效示例' },
  broken: { en: 'invalid example', zh: '无效示例' },
  codes: { en: 'codes', zh: '代码' },
  growth: { en: 'growth', zh: '扩展' },
  states: { en: 'states', zh: '状态' },
  transitions: { en: 'transitions', zh: '迁移' },
  list: { en: 'code list', zh: '代码表' },
  rank: { en: 'rank', zh: '次序' },
  type: { en: 'type', zh: '类型' },
  privacy: { en: 'privacy', zh: '隐私' },
  message: { en: 'what is wrong', zh: '问题' },
  hint: { en: 'what to do', zh: '处理' },
  asked: { en: 'what it asks of the exchange of data', zh: '对数据交换的要求' },
  document: { en: 'document', zh: '文件' },
  responsible: { en: 'responsible', zh: '责任部门' },
  modules: { en: 'answered by', zh: '对应模块' },
  outOfScope: { en: 'out of scope', zh: '不适用' },
  checked: { en: 'requirements with a check', zh: '有检查的要求' },
  cases: { en: 'cases', zh: '判例' },
  reached: { en: 'shown by the scenarios', zh: '由场景体现' },
  brokenBy: { en: 'faults that break it', zh: '违反它的缺陷' },
  failing: { en: 'an exchange that breaks it', zh: '违反它的交换' },
  passing: { en: 'an exchange that keeps it', zh: '符合它的交换' },
  tier: { en: 'tier', zh: '层级' },
  breaks: { en: 'breaks', zh: '违反' },
  oldToNew: { en: 'old sender → new receiver', zh: '旧发送方 → 新接收方' },
  newToOld: { en: 'new sender → old receiver', zh: '新发送方 → 旧接收方' },
  verdict: { en: 'verdict', zh: '结论' },
  unless: { en: 'or', zh: '或' },
  category: { en: 'category', zh: '类别' },
  fails: { en: 'fails a lint', zh: '检查不通过' },
  waivable: { en: 'may be waived', zh: '可豁免' },
  unseen: { en: 'why no message shows it', zh: '报文为何无法体现' },
  excluded: { en: 'requirements without one, each for a reason', zh: '无检查的要求（各有理由）' },
} as const satisfies Record<string, Text>;

/** A value as it is printed for people. */
export const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/** An explanation as lines. */
export const shown = (one: Explanation, language: Language): string =>
  [
    `${one.name}  ${one.title[language]}`,
    columns(one.facts.map(([label, value]) => [`  ${label[language]}`, value])),
    ...one.passages
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `\n  ${label[language]}\n${text.replace(/^/gm, '    ')}`),
  ]
    .filter((part) => part !== '')
    .join('\n');
