import type { Exchange } from '../transcript/format.ts';
import type { Text } from '../words.ts';

/** The same in every language: a status, a code, a name of the wire. */
export const verbatim = (value: unknown): Text => ({ en: String(value), zh: String(value) });

/** Any of several codes. */
export const eitherOf = (values: Iterable<unknown>): Text => ({
  en: [...values].join(' or '),
  zh: [...values].join(' 或 '),
});

/** What several checks want, or see. */
export const SAID = {
  adviceOfQuote: { en: 'an advice that names the quote', zh: '引用该报价的费用通知' },
  anotherAnswer: { en: 'another answer', zh: '另一应答' },
  anotherCount: { en: 'another count', zh: '另一计数' },
  anotherMediaType: { en: 'another media type', zh: '另一媒体类型' },
  anotherNumber: { en: 'another number', zh: '另一数值' },
  anotherState: { en: 'another state', zh: '另一状态' },
  anotherStatus: { en: 'another status', zh: '另一状态' },
  anotherSum: { en: 'another sum', zh: '另一总和' },
  anotherText: { en: 'another text', zh: '另一文本' },
  anotherTotal: { en: 'another total', zh: '另一合计' },
  anotherView: { en: 'another view', zh: '另一视图' },
  answerWithinSecond: { en: 'an answer within 1 s', zh: '1 秒内应答' },
  carriedOut: { en: 'the command carried out under its key', zh: '命令以其幂等键执行' },
  changedResource: { en: 'a changed resource', zh: '资源已变更' },
  fieldsInClear: { en: 'fields in clear', zh: '明文字段' },
  firstAnswerReplayed: {
    en: 'the first answer, with Idempotency-Replayed: true',
    zh: '首次应答，且 Idempotency-Replayed: true',
  },
  grantedReveal: { en: 'the reveal that was granted', zh: '已授权的揭示' },
  keepableAnswer: { en: 'an answer that may be kept', zh: '可被缓存的应答' },
  laterAnswer: { en: 'a later answer', zh: '应答迟于时限' },
  likeWhatNeverWas: {
    en: '404 NOT_FOUND, as for what never was',
    zh: '404 NOT_FOUND，与从未存在者相同',
  },
  lineOfOtherService: { en: 'a line for another service', zh: '另一服务的费用行' },
  listWithoutIt: { en: 'a list without it', zh: '列表中没有该项' },
  looksLikeCode: { en: 'what looks like a code', zh: '疑似取件码' },
  more: { en: 'more', zh: '更多' },
  neither: { en: 'neither', zh: '两者皆无' },
  noAnomaly: { en: 'no anomaly', zh: '无异常记录' },
  noSuchEntry: { en: 'no such entry', zh: '无此条目' },
  noSuchEvent: { en: 'no such event', zh: '无此事件' },
  none: { en: 'none', zh: '无' },
  nothingFound: { en: 'nothing found', zh: '查无结果' },
  otherBytes: { en: 'other bytes', zh: '不同的字节' },
  otherMembers: { en: 'other members', zh: '其他成员' },
  otherVersion: { en: 'no such header, or another version', zh: '无此消息头，或版本不同' },
  proofFails: { en: 'a proof that does not verify', zh: '无法验证的证明' },
  refusal: { en: 'a refusal', zh: '拒绝' },
  remarkOfOrder: { en: 'the remark of the order', zh: '订单备注' },
  resourceAsItWas: { en: 'the resource as it was', zh: '与先前相同的资源' },
  sealedFields: { en: 'sealed fields and none in clear', zh: '字段均已密封，无明文' },
  success: { en: 'success', zh: '成功' },
  tellsOfPerson: { en: 'a value that tells of a person', zh: '可识别个人的值' },
  twoAnswers: { en: 'two answers', zh: '两种应答' },
} as const satisfies Readonly<Record<string, Text>>;

export const statusSaid = (values: readonly unknown[]): Text => ({
  en: `status ${eitherOf(values).en}`,
  zh: `状态 ${eitherOf(values).zh}`,
});

export const outcomeSaid = (outcome: unknown): Text => ({
  en: `outcome ${outcome}`,
  zh: `结果 ${outcome}`,
});

/** Where a lifecycle got to, and where its table has it go. */
export const stateSaid = (state: unknown): Text => ({
  en: `the state ${state}`,
  zh: `状态 ${state}`,
});
export const byTable = (states: Iterable<string>): Text => ({
  en: `${eitherOf(states).en}, by the table`,
  zh: `依状态表应为 ${eitherOf(states).zh}`,
});

export const soMany = (count: number): Text => ({ en: `${count} of them`, zh: `${count} 个` });

export const answerAfter = ({ facts }: Exchange): Text => ({
  en: `an answer after ${facts?.milliseconds} ms`,
  zh: `${facts?.milliseconds} 毫秒后应答`,
});

/** Several sayings in a row. */
export const listed = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join(', '),
  zh: texts.map(({ zh }) => zh).join('、'),
});
