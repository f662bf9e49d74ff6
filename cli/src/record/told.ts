import type { Exchange, MessageFault } from '@openwaybill/conformance';
import { sightingsIn } from '@openwaybill/privacy/scan';
import { describe } from '@openwaybill/validate/light';
import type { Language } from '../language.ts';

/** Faults of one exchange that are told; the transcript has all. */
const AT_MOST = 5;

const WORDS = {
  en: { fine: 'ok', wrong: 'wrong', more: 'more', request: 'request', response: 'answer' },
  zh: { fine: '正确', wrong: '处有误', more: '处未列出', request: '请求', response: '应答' },
} as const;

/** Where and why, without a value; a name that could be somebody's is left out. */
const faultLine = (fault: MessageFault, language: Language): string => {
  const { message } = describe(fault, language);
  const text = sightingsIn(message).length > 0 ? fault.rule : message;
  return `    ${WORDS[language][fault.of]} ${fault.pointer || '/'}  ${text}`;
};

/** One exchange as somebody who watches reads it: a line, and one for each thing that is wrong. */
export const told = (
  exchange: Exchange,
  faults: readonly MessageFault[],
  language: Language,
): string => {
  const words = WORDS[language];
  const { at, from, to, operation, eventType, request, response, unanswered } = exchange;
  const what = eventType ?? operation ?? `${request.method} ${new URL(request.url).pathname}`;
  const verdict = faults.length === 0 ? words.fine : `${faults.length} ${words.wrong}`;
  const left = faults.length - AT_MOST;
  return [
    `${at.slice(11, 19)}  ${from} → ${to}  ${what}  ${response?.status ?? unanswered}  ${verdict}`,
    ...faults.slice(0, AT_MOST).map((fault) => faultLine(fault, language)),
    ...(left > 0 ? [`    ${left} ${words.more}`] : []),
  ].join('\n');
};
