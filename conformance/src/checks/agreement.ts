import { fromBase64url } from '@openwaybill/validate';
import { answerOf, isAccepted } from '../transcript/body.ts';
import { CHALLENGE } from '../transcript/challenge.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check, Finding } from '../words.ts';
import { blocked, type CaseJudge, checkOf, demand, endingOf, refusal, unchanged } from './check.ts';
import { envelopeOf } from './events.ts';
import { SAID, statusSaid } from './sayings.ts';
import type { Seen } from './seen.ts';

/** What goes out whatever an agreement says. */
const isExempt = (type: string | undefined): boolean =>
  type === undefined ||
  type === CHALLENGE ||
  type === 'org.openwaybill.agreement.status.changed' ||
  type.startsWith('org.openwaybill.continuity.');

/** No event but the exempt ones between two exchanges. */
const noneBetween = (
  seen: Seen,
  from: Exchange | undefined,
  to: Exchange | undefined,
): readonly Finding[] | undefined => {
  if (from === undefined || to === undefined || !isAccepted(from)) return undefined;
  const early = seen.deliveries.find(
    ({ seq, eventType }) => seq > from.seq && seq < to.seq && !isExempt(eventType),
  );
  return [
    demand(
      early === undefined,
      early === undefined ? [from, to] : [early, from],
      { en: 'no event without an effective agreement', zh: '无生效协议时不发送事件' },
      { en: 'an event', zh: '一个事件' },
      { surface: 'absence' },
    ),
  ];
};

const arrivesAfter =
  (scanProbe: string, resumeProbe: string): CaseJudge =>
  (seen) => {
    const scanned = seen.one(scanProbe);
    const resumed = seen.one(resumeProbe);
    if (scanned === undefined || resumed === undefined || !isAccepted(scanned)) return undefined;
    const eventId = answerOf(scanned)?.eventId;
    const arrived = seen.deliveries.find(
      (exchange) => exchange.seq > resumed.seq && envelopeOf(exchange)?.data?.eventId === eventId,
    );
    return demand(
      arrived !== undefined,
      [resumed, scanned],
      { en: 'what waited, after the agreement was resumed', zh: '协议恢复后送达此前等待的事件' },
      { en: 'nothing', zh: '无' },
      { surface: 'absence' },
    );
  };

const statusIs =
  (probe: string, ...wanted: readonly string[]): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          wanted.includes(String(answerOf(exchange)?.status)),
          exchange,
          statusSaid(wanted),
          isAccepted(exchange) ? statusSaid([answerOf(exchange)?.status]) : endingOf(exchange),
          { pointer: '/status', surface: 'body' },
        ),
      );

const payloadOf = (jws: unknown): unknown => {
  try {
    const [, payload = ''] = String(jws).split('.');
    return JSON.parse(new TextDecoder().decode(fromBase64url(payload)));
  } catch {
    return undefined;
  }
};

/** Members of objects in one order, so that texts of equal values are equal. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, member]) => [name, sorted(member)]),
        )
      : value;

const CHANGED_BY_SIGNING = ['signatures', 'status', 'createdAt', 'updatedAt'];

const termsOf = (agreement: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    sorted({
      ...Object.fromEntries(
        Object.entries(agreement).filter(([name]) => !CHANGED_BY_SIGNING.includes(name)),
      ),
      parties: ((agreement.parties ?? []) as readonly object[]).map((party) =>
        Object.fromEntries(Object.entries(party).filter(([name]) => name !== 'signedAt')),
      ),
    }),
  );

const signedTerms: CaseJudge = (seen) =>
  seen
    .calls('getAgreement')
    .filter(isAccepted)
    .flatMap((exchange) => {
      const agreement = answerOf(exchange) ?? {};
      const signatures: readonly { readonly signature?: string }[] = agreement.signatures ?? [];
      return signatures.map(({ signature }, index) => {
        const payload = payloadOf(signature);
        return demand(
          payload !== undefined && JSON.stringify(sorted(payload)) === termsOf(agreement),
          exchange,
          { en: 'a payload that equals the agreement', zh: '与协议一致的签名载荷' },
          payload === undefined
            ? { en: 'no payload of JSON', zh: '载荷不是 JSON' }
            : { en: 'a payload that differs', zh: '载荷与协议不一致' },
          { pointer: `/signatures/${index}/signature`, surface: 'body' },
        );
      });
    });

const dropsSignatures: CaseJudge = (seen) => {
  const before = seen.one('agreement-signed-once');
  const after = seen.one('agreement-countered');
  if (before === undefined || after === undefined) return undefined;
  if (!isAccepted(after) || answerOf(after)?.status !== 'COUNTERED')
    return blocked(after, 'STATE_NOT_REACHED');
  if ((answerOf(before)?.signatures ?? []).length === 0)
    return blocked(before, 'STATE_NOT_REACHED');
  return demand(
    (answerOf(after)?.signatures ?? []).length === 0,
    [after, before],
    { en: 'no signature', zh: '无签名' },
    { en: 'signatures of the former terms', zh: '旧条款的签名' },
    { pointer: '/signatures', surface: 'body' },
  );
};

/** What a grant of a lower class covers does not leave, while it did before and does again. */
const staysBehind: CaseJudge = (seen) => {
  const before = seen.one('projection-before');
  const agreement = seen.one('projection-agreement');
  const narrowed = seen.one('projection-narrowed');
  const after = seen.one('projection-after');
  if (before === undefined || narrowed === undefined || after === undefined) return undefined;
  if (!isAccepted(before) || !isAccepted(after)) return blocked(before, 'TWIN_NOT_ACCEPTED');
  if (agreement === undefined || answerOf(agreement)?.status !== 'EFFECTIVE')
    return blocked(narrowed, 'STATE_NOT_REACHED');
  return demand(
    !isAccepted(narrowed) || answerOf(narrowed)?.nextCursor === undefined,
    [narrowed, before],
    { en: 'nothing above the granted class', zh: '不含高于授权级别的数据' },
    { en: 'a member above the granted class', zh: '高于授权级别的成员' },
    { pointer: '/nextCursor', surface: 'body' },
  );
};

/** Checks of module `agreement`. */
export const agreementChecks: readonly Check[] = [
  checkOf('AGR-001', {
    'after-the-end': {
      needs: 'RESET',
      // an agreement that could not be ended is still in effect
      judge: (seen) =>
        seen.probe('terminate-announced').some(isAccepted)
          ? refusal('call-after-end', 403, 'AGREEMENT_MISSING')(seen)
          : undefined,
    },
  }),
  checkOf('AGR-002', { 'above-its-grant': { needs: 'ACTIONS', judge: staysBehind } }),
  checkOf('AGR-003', {
    'next-call': refusal('call-suspended', 403, 'AGREEMENT_MISSING'),
    'next-replay': {
      when: { offers: 'submitOrder' },
      judge: refusal('key-suspended', 403, 'AGREEMENT_MISSING'),
    },
    'next-event': {
      needs: 'SCANS',
      judge: (seen) => noneBetween(seen, seen.one('scan-suspended'), seen.one('still-suspended')),
    },
    'what-waited': { needs: 'SCANS', judge: arrivesAfter('scan-suspended', 'scan-suspended') },
    resumed: (seen) =>
      seen
        .probe('call-resumed')
        .map((exchange) =>
          demand(isAccepted(exchange), exchange, SAID.success, endingOf(exchange)),
        ),
  }),
  checkOf('AGR-004', {
    'old-revision': refusal('sign-old-revision', 412, 'REVISION_STALE'),
  }),
  checkOf('AGR-005', {
    'bit-wrong': refusal('sign-bit-wrong', 401, 'SIGNATURE_INVALID'),
    'other-terms': refusal('sign-other-terms', 401, 'SIGNATURE_INVALID'),
    unchanged: unchanged('agreement-before-wrong', 'agreement-after-wrong'),
  }),
  checkOf('AGR-006', { countered: { needs: 'ACTIONS', judge: dropsSignatures } }),
  checkOf('AGR-007', {
    'after-the-end': {
      needs: 'RESET',
      // who never says anything keeps back nothing
      judge: (seen) =>
        seen.events.length === 0
          ? undefined
          : noneBetween(
              seen,
              seen.probe('terminate-announced').at(-1),
              seen.one('reset-after-end'),
            ),
    },
  }),
  checkOf('AGR-008', {
    'not-agreed': {
      needs: 'ACTIONS',
      when: { offers: 'requestReveal' },
      judge: refusal('purpose-not-agreed', 403, 'PURPOSE_NOT_GRANTED'),
    },
  }),
  checkOf('AGR-009', {
    unassessed: refusal('propose-unassessed', 422, 'RULE_VIOLATION', { pointer: '' }),
  }),
  checkOf('AGR-010', {
    'planned-lead': refusal('propose-short-lead', 422, 'RULE_VIOLATION', {
      pointer: '/interruptionTerms/plannedLeadSeconds',
    }),
    'termination-lead': refusal('propose-short-end', 422, 'RULE_VIOLATION', {
      pointer: '/interruptionTerms/terminationLeadSeconds',
    }),
  }),
  checkOf('AGR-011', {
    unannounced: {
      needs: 'ACTIONS',
      judge: refusal('terminate-unannounced', 422, 'RULE_VIOLATION'),
    },
    unchanged: {
      needs: 'ACTIONS',
      judge: statusIs('agreement-after-terminate', 'EFFECTIVE'),
    },
    // without it a server that never ends anything would pass
    announced: { needs: 'RESET', judge: statusIs('agreement-ended', 'TERMINATED') },
  }),
  checkOf('AGR-012', {
    'required-member': {
      needs: 'ACTIONS',
      judge: refusal('projection-narrowed', 403, 'AGREEMENT_MISSING'),
    },
  }),
  checkOf('AGR-014', { payload: signedTerms }),
];
