import type { Text } from '@openwaybill/schemas';
import type { Say } from './words.ts';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What time alone brings about, by the kind of a timer, in the words of a reader who knows the exchange and not the engine. */
export const TIMER_WORDS: Readonly<Record<string, Text>> = {
  deliver: text('an event is delivered', '投递事件'),
  'agreement-effective': text('an agreement takes effect', '协议生效'),
  'agreement-ends': text('an agreement ends', '协议终止'),
  'agreement-expires': text('an agreement expires', '协议到期'),
  'agreement-retention': text('an agreement is forgotten', '协议不再保存'),
  erasure: text('an erasure is carried out', '执行删除'),
  'event-retention': text('old events are forgotten', '旧事件不再保存'),
  'former-key-goes': text('a former key is withdrawn', '撤下旧密钥'),
  'former-key-signs-no-more': text('a former key signs no more', '旧密钥停止签名'),
  intercept: text('an intercept is carried out', '执行拦截'),
  journey: text('the parcel goes on', '快件下一步'),
  'leaf-retention': text('the text of an audit entry is forgotten', '审计条目原文不再保存'),
  'legal-hold-ends': text('a legal hold ends', '依法保全到期'),
  'notice-closes': text('an interruption notice closes', '中断通知关闭'),
  'notice-ends': text('an interruption ends', '中断结束'),
  'notice-starts': text('an interruption starts', '中断开始'),
  'observed-age': text('a parcel that was told of closes by age', '所获知的快件因时间关闭'),
  'observed-retention': text('a parcel that was told of is forgotten', '所获知的快件不再保存'),
  'order-decision': text('an order is decided on', '决定是否接单'),
  'order-retention': text('an order is forgotten', '订单不再保存'),
  'order-voiding': text('the waybills of an order are voided', '作废订单的运单'),
  'outcome-retention': text('an idempotency key is forgotten', '幂等键不再保存'),
  'parcel-age': text('the status changes by age', '状态因时间而变'),
  'plaintext-retention': text('plaintext is forgotten', '明文不再保存'),
  'reserve-expiry': text('reserved numbers fall back', '预留单号收回'),
  'resource-due': text('a resource is due', '资源到期'),
  'resource-retention': text('a resource is forgotten', '资源不再保存'),
  'reveal-approval-overdue': text('the approval of a reveal is overdue', '还原审批逾期'),
  'reveal-expires': text('a reveal expires', '还原到期'),
  'tracking-subscription': text('a tracking subscription ends', '轨迹订阅到期'),
};

/** What a timer brings about, in the language of the page. */
export const timerName = (kind: string, say: Say): string => {
  const words = TIMER_WORDS[kind];
  return words === undefined ? kind : say.of(words);
};
