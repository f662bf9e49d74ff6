import type { Claim, Complaint } from '@openwaybill/schemas';
import { hasDigitRun, namesPerson } from '@openwaybill/validate';
import {
  acceptance,
  blocked,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
} from '../../checks/check.ts';
import { SAID, verbatim } from '../../checks/sayings.ts';
import { acceptedAnswers, eventsOfType, type Seen } from '../../checks/seen.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Check, Finding } from '../../words.ts';

/** Kinds that a scan tells of too, by the same word. */
const SCANNED: readonly string[] = ['LOST', 'DAMAGED'];

const after = (first: string | undefined, second: string | undefined): boolean =>
  Date.parse(first ?? '') > Date.parse(second ?? '');

/** Decisions as the claims show them that were read. */
const decisions = (seen: Seen) =>
  acceptedAnswers(seen, 'getClaim').flatMap(({ exchange, body }) =>
    (body as Claim | undefined)?.decision === undefined ? [] : [{ exchange, claim: body as Claim }],
  );

/** Texts that the system has sent in claims and complaints. */
const textsSent = (seen: Seen) =>
  ['getClaim', 'fileClaim', 'appealClaim', 'getComplaint', 'escalateComplaint'].flatMap(
    (operation) =>
      acceptedAnswers(seen, operation).flatMap(({ exchange, body }) =>
        [
          { pointer: '/decision/reasonText', text: body?.decision?.reasonText },
          { pointer: '/answer/text', text: body?.answer?.text },
        ].flatMap(({ pointer, text }) =>
          typeof text === 'string' ? [{ exchange, pointer, text }] : [],
        ),
      ),
  );

const plaintext = { needsTwin: false as const, pointer: '/reasonText' };

/** Checks of module `claims`. */
export const claimsChecks: readonly Check[] = [
  checkOf('CLM-001', {
    pair: (seen) => {
      const scans = eventsOfType(seen, 'tracking.event.recorded');
      return eventsOfType(seen, 'claims.exception.raised')
        .filter(({ data }) => SCANNED.includes(data.kind))
        .map((event) =>
          demand(
            scans.some(
              ({ data }) =>
                data.waybillNo === event.data.waybillNo && data.eventCode === event.data.kind,
            ),
            event.attempts,
            {
              en: `a tracking event ${event.data.kind} of the parcel`,
              zh: `该快件的轨迹事件 ${event.data.kind}`,
            },
            SAID.none,
            { pointer: '/data/kind', surface: 'absence' },
          ),
        );
    },
  }),
  checkOf('CLM-002', {
    'decided-in-time': (seen) =>
      seen.probe('claim-due').map((exchange): Finding => {
        if (!isAccepted(exchange)) return blocked(exchange, 'STATE_NOT_REACHED');
        const { decision, decisionDueAt, status } = answerOf(exchange) as Claim;
        if (status === 'EVIDENCE_DUE') return blocked(exchange, 'STATE_NOT_REACHED');
        return demand(
          decision !== undefined && !after(decision.decidedAt, decisionDueAt),
          exchange,
          { en: 'a decision by decisionDueAt', zh: 'decisionDueAt 之前作出决定' },
          decision === undefined ? SAID.none : { en: 'a later one', zh: '更迟的决定' },
          { pointer: '/decision', surface: 'timing' },
        );
      }),
  }),
  checkOf('CLM-003', {
    insured: (seen) =>
      decisions(seen)
        .filter(({ claim }) => claim.isInsured)
        .map(({ exchange, claim: { decision, declaredValue } }) =>
          demand(
            decision?.amount.currency === declaredValue?.currency &&
              (decision?.amount.minor ?? 0) <= (declaredValue?.minor ?? 0),
            exchange,
            { en: 'at most the declared value', zh: '至多为声明价值' },
            SAID.more,
            { pointer: '/decision/amount', surface: 'body' },
          ),
        ),
    uninsured: (seen) =>
      decisions(seen)
        .filter(({ claim }) => !claim.isInsured)
        .map(({ exchange, claim: { decision } }) =>
          demand(
            decision?.rule !== undefined && decision.rule !== 'DECLARED_VALUE',
            exchange,
            { en: 'a rule other than DECLARED_VALUE', zh: '非 DECLARED_VALUE 的规则' },
            verbatim(decision?.rule),
            { pointer: '/decision/rule', surface: 'body' },
          ),
        ),
  }),
  checkOf('CLM-004', {
    second: refusal('claim-second', 409, 'DUPLICATE'),
    'other-kind': acceptance('claim-other-kind', 201),
    'after-withdrawal': acceptance('claim-after-withdrawal', 201),
  }),
  checkOf('CLM-005', {
    phone: {
      when: { offers: 'appealClaim' },
      judge: refusal('claim-text-phone', 422, 'PLAINTEXT_PERSONAL_DATA', plaintext),
    },
    numerals: {
      when: { offers: 'appealClaim' },
      judge: refusal('claim-text-numerals', 422, 'PLAINTEXT_PERSONAL_DATA', plaintext),
    },
    name: {
      when: { offers: 'appealClaim' },
      judge: refusal('claim-text-name', 422, 'PLAINTEXT_PERSONAL_DATA', plaintext),
    },
    sent: {
      optional: true,
      judge: (seen) =>
        textsSent(seen).map(({ exchange, pointer, text }) =>
          demand(
            !hasDigitRun(text) && !namesPerson(text),
            exchange,
            { en: 'a text without number and name', zh: '不含号码与姓名的文本' },
            { en: 'a number or a name', zh: '号码或姓名' },
            { pointer, surface: 'body' },
          ),
        ),
    },
  }),
  checkOf('CLM-006', {
    'answered-or-escalated': (seen) =>
      seen.probe('complaint-due').map((exchange): Finding => {
        if (!isAccepted(exchange)) return blocked(exchange, 'STATE_NOT_REACHED');
        const { answer, answerDueAt, complaintId } = answerOf(exchange) as Complaint;
        if (answer !== undefined && !after(answer.answeredAt, answerDueAt)) return holds(exchange);
        const escalation = seen
          .probe('complaint-escalation')
          .find((one) => one.request.url.includes(complaintId));
        return demand(
          escalation !== undefined && isAccepted(escalation),
          escalation === undefined ? exchange : [escalation, exchange],
          {
            en: 'an answer by answerDueAt, or an escalation that is taken',
            zh: 'answerDueAt 之前答复，或受理升级',
          },
          escalation === undefined ? { en: 'a late answer', zh: '逾期答复' } : endingOf(escalation),
          { surface: 'timing' },
        );
      }),
  }),
];
