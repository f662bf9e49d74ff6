import type { Emptiness } from '../outcome.ts';
import type { VerdictRow } from '../result/result.ts';
import type { CaseState, Outcome, Text, Verdict } from '../words.ts';

/** The languages of a report. */
export type Lang = 'en' | 'zh';

/** Every outcome with its own sign, so that colour never speaks alone. */
export const OUTCOME_SIGNS: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  failed: '✗',
  inconclusive: '?',
  untested: '○',
  inapplicable: '–',
};

/** The order in which a reader wants them: what is wrong first. */
export const OUTCOME_ORDER = [
  'failed',
  'inconclusive',
  'untested',
  'passed',
  'inapplicable',
] as const satisfies readonly Outcome[];

export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  passed: { en: 'passed', zh: '通过' },
  failed: { en: 'failed', zh: '未通过' },
  inconclusive: { en: 'inconclusive', zh: '无法判定' },
  untested: { en: 'untested', zh: '未检测' },
  inapplicable: { en: 'inapplicable', zh: '不适用' },
};

const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  conformant: '✓',
  nonconformant: '✗',
  undetermined: '?',
  'not-claimed': '–',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  conformant: { en: 'conformant', zh: '符合' },
  nonconformant: { en: 'nonconformant', zh: '不符合' },
  undetermined: { en: 'undetermined', zh: '未能确定' },
  'not-claimed': { en: 'not claimed', zh: '未声明' },
};

/** A class that left nothing to judge is neither green nor a shortcoming of the run. */
const EMPTINESS_WORDS: Readonly<Record<Emptiness, Text>> = {
  NO_REQUIREMENT: { en: 'nothing to judge', zh: '没有适用的要求' },
  ABOVE_DEPTH: { en: 'above this depth', zh: '超出本次深度' },
  EXCLUDED: { en: 'not judged', zh: '不作检测' },
};

/** The verdict of a row, in words. */
export const verdictText = ({ verdict, reason }: Pick<VerdictRow, 'verdict' | 'reason'>): Text =>
  reason === undefined ? VERDICT_WORDS[verdict] : EMPTINESS_WORDS[reason];

/** How a row looks: one that left nothing to judge as quiet as one that is not claimed. */
export const verdictLook = ({ verdict, reason }: VerdictRow): Verdict =>
  reason === undefined ? verdict : 'not-claimed';

/** The sign of a row. */
export const verdictSign = (row: VerdictRow): string => VERDICT_SIGNS[verdictLook(row)];

export const CASE_WORDS: Readonly<Record<CaseState, Text>> = {
  held: { en: 'held', zh: '成立' },
  violated: { en: 'violated', zh: '被违反' },
  blocked: { en: 'blocked', zh: '受阻' },
  silent: { en: 'not seen', zh: '未见' },
};

const REASONS: Readonly<Record<string, Text>> = {
  NO_SIGN_OF_LIFE: { en: 'the system accepted no command', zh: '系统未接受任何命令' },
  STATE_NOT_REACHED: { en: 'the state could not be reached', zh: '未能到达所需状态' },
  NO_FACILITY: { en: 'test control lacks the command', zh: '测试控制缺少该命令' },
  TWIN_NOT_ACCEPTED: {
    en: 'the same request without its fault was refused too',
    zh: '去除错误后的同一请求也被拒绝',
  },
  NO_TRAFFIC: { en: 'nothing of it was seen', zh: '未见相关往来' },
  TOO_FEW_SAMPLES: { en: 'too few samples', zh: '样本过少' },
  NOT_OBSERVABLE: { en: 'not to be seen from outside', zh: '外部不可观察' },
  OPERATOR_CANNOT: { en: 'the operator could not do it', zh: '操作人员无法执行' },
  PEER_NOT_REACHABLE: {
    en: 'the system could not reach the runner',
    zh: '系统无法访问测试执行器',
  },
  CLOCK_STANDS_STILL: {
    en: "the system's clock stands still, and the run may not move it",
    zh: '系统时钟静止，且本次运行不得拨动',
  },
  NOISY: { en: 'too much noise', zh: '噪声过大' },
  HARNESS: { en: 'our own failure', zh: '测试执行器自身故障' },
  REDACTED: { en: 'the members that it needs are redacted', zh: '所需成员已遮蔽' },
  NOT_KEPT: { en: 'the message was too long to be kept', zh: '消息过长，未完整保存' },
  ABOVE_DEPTH: { en: 'needs more evidence than this depth gives', zh: '所需证据超出本次深度' },
  EXCLUDED: { en: 'excluded for a written reason', zh: '因书面理由排除' },
  NOT_IN_SET: { en: 'new since the requirement set', zh: '要求集之后新增' },
  NOT_SELECTED: { en: 'not selected in this run', zh: '本次未选择' },
  INTERRUPTED: { en: 'the run ended before', zh: '运行提前结束' },
  LABEL_WITH_CREATION: {
    en: 'a waybill is answered with its label: none is shown before it has one',
    zh: '运单随面单一并返回，无面单时不对外显示',
  },
  SEEN_FROM_ISSUE: {
    en: 'counterparties see a notice from its issue on',
    zh: '通知自发出起方对对手方可见',
  },
  NO_SUCH_APPROVAL: {
    en: 'no purpose of a delivery waits for an approval',
    zh: '履约类目的均无须审批',
  },
  AFTER_RECEIPT: {
    en: 'what follows the receipt is for the platform to say',
    zh: '收货之后的步骤由平台决定',
  },
  AT_THE_COURIER: {
    en: 'it happens at the courier, which then reports it',
    zh: '仅发生于快递企业，随后上报',
  },
  AS_INSTRUCTED: {
    en: 'test control lets exactly what was instructed be paid',
    zh: '测试控制只按委托金额收付',
  },
  NO_WAY_BACK: {
    en: 'the register would never know the runner again',
    zh: '主体注销后无法再次登记',
  },
  NO_CASES: { en: 'no case looks at it yet', zh: '尚无判例' },
};

/** Why a requirement does not apply is said with names; the sentence around them has a Chinese form. */
const SENTENCES: readonly [form: RegExp, zh: string][] = [
  [/^binds (.+)$/, '约束 $1'],
  [/^class (.+) is not claimed$/, '未声明类别 $1'],
  [/^no operation of (.+) is served$/, '未提供 $1 的操作'],
  [/^no event of (.+) is sent$/, '不发送 $1 的事件'],
  [/^no event of (.+) is received$/, '不接收 $1 的事件'],
  [/^nothing drives it as a caller$/, '无法驱使其作为调用方'],
  [/^its condition is false: (.+)$/, '条件不成立：$1'],
];

/** A reason in words; one that is not ours to name stays as it is. */
export const reasonText = (reason: string): Text => {
  const known = REASONS[reason];
  if (known !== undefined) return known;
  const sentence = SENTENCES.find(([form]) => form.test(reason));
  return { en: reason, zh: sentence === undefined ? reason : reason.replace(...sentence) };
};

const PARTIES: Readonly<Record<string, Text>> = {
  sut: { en: 'system', zh: '系统' },
  runner: { en: 'runner', zh: '测试执行器' },
  second: { en: 'second organisation', zh: '第二单位' },
  nobody: { en: 'nobody', zh: '匿名方' },
};

/** What was wanted and what was seen; where a result has no Chinese for it, it is codes, or of a suite before. */
export const wantedAndSeen = (finding: {
  readonly expected: string;
  readonly actual: string;
  readonly zh?: { readonly expected: string; readonly actual: string };
}): { readonly expected: Text; readonly actual: Text } => {
  const { expected, actual } = finding.zh ?? finding;
  return {
    expected: { en: finding.expected, zh: expected },
    actual: { en: finding.actual, zh: actual },
  };
};

/** A party of a run in words. */
export const partyText = (party: string): Text => PARTIES[party] ?? { en: party, zh: party };
