import { checkOf, demand } from '../../checks/check.ts';
import { eventsOfType } from '../../checks/seen.ts';
import { answerOf, requestOf } from '../../transcript/body.ts';
import type { Check } from '../../words.ts';
import { hasName, layersOf } from './personal.ts';

/** Identity numbers of China, passports aside: seventeen digits and a check character. */
const DOCUMENT = /(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])/;
/** MD5, SHA-1, SHA-256 or longer in hexadecimal digits: a document number is found again by trying all. */
const DIGEST = /(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})(?![0-9a-f])/i;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Checks of what the events of a waybill tell, and of both numbers after a handover. */
export const attestationChecks: readonly Check[] = [
  checkOf('WBL-014', {
    attested: {
      needs: 'SCANS',
      judge: function* (seen) {
        const senders = seen
          .calls('submitOrder')
          .flatMap((one) => requestOf(one)?.shipper?.contactMasked ?? []);
        for (const { data, attempts } of eventsOfType(seen, 'waybill.realname.attested')) {
          const texts = textsIn(data).flatMap((text) => layersOf(text));
          const isTold = (text: string): boolean =>
            DOCUMENT.test(text) ||
            DIGEST.test(text) ||
            senders.some((sender) => hasName(text, sender));
          yield demand(
            !texts.some(isTold),
            attempts,
            { en: 'that an identity was verified, and how', zh: '身份已核验及核验方式' },
            { en: 'a document number, a digest or a name', zh: '证件号、摘要或姓名' },
            { pointer: '/data', surface: 'body' },
          );
        }
      },
    },
  }),
  checkOf('WBL-015', {
    'both-numbers': {
      needs: 'SCANS',
      judge: (seen) => {
        const from = seen.one('handover-from');
        const to = seen.one('handover-to');
        const [event] = eventsOfType(seen, 'waybill.handover.recorded');
        if (from === undefined || to === undefined || event === undefined) return undefined;
        const { fromWaybillNo, toWaybillNo, relation } = event.data;
        const names = (exchange: typeof from, waybillNo: unknown): boolean => {
          const related: unknown = answerOf(exchange)?.relatedWaybills;
          return (
            Array.isArray(related) &&
            related.some((one) => one?.waybillNo === waybillNo && one?.relation === relation)
          );
        };
        return demand(
          names(from, toWaybillNo) && names(to, fromWaybillNo),
          [from, to, ...event.attempts],
          {
            en: 'both numbers, each with the other and the relation',
            zh: '两个单号互列对方及其关系',
          },
          { en: 'a number that is not known, or without the relation', zh: '单号不明，或未列关系' },
          { pointer: '/relatedWaybills', surface: 'body' },
        );
      },
    },
  }),
];
