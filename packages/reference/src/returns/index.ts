export { excessLines, isLive, returnableLines } from './quantities.ts';
export { type RefundFacts, refundOf } from './refund.ts';
