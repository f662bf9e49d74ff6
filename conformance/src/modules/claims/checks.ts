import type { Claim, Complaint } from '@openwaybill/schemas';
import { hasDigitRun, namesPerson } from '@openwaybill/validate';
import { acceptance, blocked, checkOf, demand, endingOf, refusal } from '../../checks/check.ts';
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
            `a tracking event ${event.data.kind} of the parcel`,
            'none',
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
          'a decision by decisionDueAt',
          decision === undefined ? 'none' : 'a later one',
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
            'at most the declared value',
            'more',
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
            'a rule other than DECLARED_VALUE',
            String(decision?.rule),
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
            'a text without number and name',
            'a number or a name',
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
        if (answer !== undefined && !after(answer.answeredAt, answerDueAt))
          return demand(true, exchange, 'an answer by answerDueAt', '');
        const escalation = seen
          .probe('complaint-escalation')
          .find((one) => one.request.url.includes(complaintId));
        return demand(
          escalation !== undefined && isAccepted(escalation),
          escalation === undefined ? exchange : [escalation, exchange],
          'an answer by answerDueAt, or an escalation that is taken',
          escalation === undefined ? 'a late answer' : endingOf(escalation),
          { surface: 'timing' },
        );
      }),
  }),
];
