import type { Agreement, ItemLine, RefundTrigger } from '@openwaybill/schemas';
import { blocked, both, checkOf, demand, refusal, unchanged } from '../../checks/check.ts';
import { SAID, soMany } from '../../checks/sayings.ts';
import { acceptedAnswers, eventsBy, eventsOfType, type Seen } from '../../checks/seen.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Check } from '../../words.ts';

const REFUNDED = 'returns.refund.triggered';

const countOf = (items: readonly ItemLine[] | undefined): number =>
  (items ?? []).reduce((sum, { quantity }) => sum + quantity.value, 0);

const firstSeq = (event: { readonly attempts: readonly { readonly seq: number }[] }): number =>
  event.attempts[0]?.seq ?? 0;

/** Whether an agreement that was shown to the merchant lets a refund follow this step. */
const isAgreed = (seen: Seen, basis: RefundTrigger['basis']): boolean =>
  seen
    .probe('refund-terms')
    .filter(isAccepted)
    .flatMap((exchange): readonly Agreement[] => answerOf(exchange)?.items ?? [])
    .some(({ returnTerms }) => returnTerms?.refundBasis === basis);

/** Checks of module `returns`. */
export const returnsChecks: readonly Check[] = [
  checkOf('RTN-001', {
    relation: (seen) => {
      const parcel = seen.one('return-parcel');
      const asked = seen.one('return-all');
      if (parcel === undefined || asked === undefined) return undefined;
      if (!isAccepted(parcel)) return blocked(parcel, 'STATE_NOT_REACHED');
      const { originalWaybillNo, carrierCode } = requestOf(asked);
      const related: unknown = answerOf(parcel)?.relatedWaybills;
      const isNamed =
        Array.isArray(related) &&
        related.some(
          (one) =>
            one?.relation === 'RETURN' &&
            one.waybillNo === originalWaybillNo &&
            one.carrierCode === carrierCode,
        );
      return demand(
        isNamed,
        [parcel, asked],
        { en: 'the original by relation RETURN', zh: '以 RETURN 关系指向原件' },
        { en: 'other relations, or none', zh: '其他关系，或无' },
        { pointer: '/relatedWaybills', surface: 'body' },
      );
    },
  }),
  checkOf('RTN-002', {
    'new-reference': (seen) => {
      const references = new Set(
        seen
          .served('submitOrder')
          .map((exchange) => requestOf(exchange)?.consignee?.consigneeRef as unknown),
      );
      return seen
        .served('authoriseReturn')
        .map((exchange) =>
          demand(
            !references.has(requestOf(exchange)?.consignorRef),
            exchange,
            { en: 'a reference that no delivery had', zh: '未用于任何派送的引用' },
            { en: 'the reference of a delivery', zh: '某次派送的引用' },
            { pointer: '/consignorRef', surface: 'body' },
          ),
        );
    },
  }),
  checkOf('RTN-003', {
    'one-too-many': refusal('return-one-too-many', 422, 'RULE_VIOLATION'),
    race: (seen) => {
      const race = seen.probe('return-race');
      const taken = race.filter(isAccepted);
      const [first] = race;
      if (first === undefined) return undefined;
      const delivered = countOf(requestOf(first)?.items);
      const asked = taken.reduce((sum, one) => sum + countOf(requestOf(one)?.items), 0);
      return demand(
        asked === delivered,
        race,
        { en: 'all of the delivered items, once', zh: '全部已送达物品，仅一次' },
        {
          en: `${taken.length} returns that ask for all of them`,
          zh: `${taken.length} 次退货各求全部物品`,
        },
        { surface: 'status' },
      );
    },
  }),
  checkOf('RTN-004', {
    'after-pickup': both(
      refusal('return-cancel-late', 409, 'STATE_ILLEGAL'),
      unchanged('return-picked-up', 'return-not-cancelled'),
    ),
  }),
  checkOf('RTN-005', {
    once: (seen) =>
      [...eventsBy(seen, REFUNDED, 'rmaNo').values()].map((events) =>
        demand(
          events.length === 1,
          events.flatMap(({ attempts }) => attempts),
          { en: 'one refund a return', zh: '每次退货一次退款' },
          soMany(events.length),
          { surface: 'body' },
        ),
      ),
    founded: (seen) => {
      const inspections = acceptedAnswers(seen, 'reportReturnInspection');
      return eventsOfType(seen, REFUNDED).map((event) => {
        const { rmaNo, basis } = event.data as RefundTrigger;
        const isInspected = inspections.some(
          ({ exchange }) => requestOf(exchange)?.rmaNo === rmaNo && exchange.seq < firstSeq(event),
        );
        return demand(
          basis === 'INSPECTION' ? isInspected : isAgreed(seen, basis),
          event.attempts,
          {
            en: 'an inspection before it, or a rule of the agreement',
            zh: '此前已质检，或有协议规则',
          },
          SAID.neither,
          { pointer: '/data/basis', surface: 'body' },
        );
      });
    },
    'inspected-once': refusal('return-inspection-again', 409, 'STATE_ILLEGAL'),
  }),
];
