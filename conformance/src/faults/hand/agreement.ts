import { problems, problemType } from '@openwaybill/schemas';
import { signedTermsOf } from '../../drive/terms.ts';
import type { Fault } from '../../words.ts';
import {
  alterAnswers,
  alterLifecycle,
  alterRequests,
  type Delivery,
  fresh,
  requestWith,
  withMember,
} from '../bend.ts';

const SIGNATURE_INVALID = {
  type: problemType('SIGNATURE_INVALID'),
  title: problems.SIGNATURE_INVALID.title.en,
  status: problems.SIGNATURE_INVALID.status,
  retryable: problems.SIGNATURE_INVALID.retryable,
};

const base64url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** What looks like a signature of these terms. */
const signatureOf = (agreement: Readonly<Record<string, unknown>>): string =>
  `${base64url('{"alg":"EdDSA"}')}.${base64url(JSON.stringify(signedTermsOf(agreement)))}.${base64url('no signature')}`;

const EMPTY = JSON.stringify({ events: [], nextCursor: 'bm9uZQ', complete: true });
const WITHOUT_CURSOR = JSON.stringify({ events: [], complete: true });

/** Answers for want of an agreement become empty pages while `isOn` says so. */
const servedWithout = (begins: RegExp, ends: RegExp, page = EMPTY): Fault['bend'] => ({
  fetch: (next, switchOn) => {
    let isOn = false;
    return async (request) => {
      const { pathname } = new URL(request.url);
      const answer = await next(request);
      if (begins.test(pathname) && answer.status < 300) isOn = true;
      if (ends.test(pathname) && answer.status < 300) isOn = false;
      if (!isOn || answer.status !== 403 || pathname !== '/v1/events') return answer;
      switchOn.fired();
      const headers = new Headers(answer.headers);
      headers.set('Content-Type', 'application/json');
      headers.delete('Content-Length');
      return new Response(page, { status: 200, headers });
    };
  },
});

/** Faults of module `agreement`. */
export const agreementFaults: readonly Fault[] = [
  {
    id: 'no-agreement-needed',
    kind: 'hand',
    role: 'courier',
    title: { en: 'serves whoever has no agreement any more', zh: '无协议仍提供服务' },
    violates: ['AGR-001'],
    bend: servedWithout(/^\/v1\/test-controls\/interruptions$/, /^\/v1\/test-controls\/reset$/),
  },
  {
    id: 'suspension-next-day',
    kind: 'hand',
    role: 'courier',
    title: { en: 'serves on after a suspension', zh: '中止后仍继续服务' },
    violates: ['AGR-003'],
    bend: servedWithout(/^\/v1\/agreements\/[^/]+\/suspend$/, /^\/v1\/agreements\/[^/]+\/resume$/),
  },
  {
    id: 'replay-ungated',
    kind: 'hand',
    role: 'courier',
    title: { en: 'repeats its answer to a key after a suspension', zh: '中止后仍按幂等键重放应答' },
    violates: ['AGR-003'],
    bend: fresh(() => {
      const kept = new Map<string, Response>();
      return {
        fetch: (next, switchOn) => async (request) => {
          const key = request.headers.get('Idempotency-Key');
          const answer = await next(request);
          if (key === null) return answer;
          const known = kept.get(key);
          if (answer.ok) kept.set(key, answer.clone());
          if (answer.status !== 403 || known === undefined) return answer;
          switchOn.fired();
          const headers = new Headers(known.headers);
          headers.set('Idempotency-Replayed', 'true');
          return new Response(await known.clone().text(), { status: known.status, headers });
        },
      };
    }),
  },
  {
    id: 'class-above-grant',
    kind: 'hand',
    role: 'courier',
    title: { en: 'answers whole whatever is granted', zh: '不论授权均完整应答' },
    violates: ['AGR-002', 'AGR-012'],
    bend: servedWithout(/^\/v1\/agreements\/[^/]+\/sign$/, /^\/v1\/agreements\/[^/]+\/suspend$/),
  },
  {
    id: 'projection-trims-required',
    kind: 'hand',
    role: 'courier',
    title: { en: 'cuts a required member out of an answer', zh: '裁剪应答的必填成员' },
    violates: ['AGR-012', 'DSC-021'],
    bend: servedWithout(
      /^\/v1\/agreements\/[^/]+\/sign$/,
      /^\/v1\/agreements\/[^/]+\/suspend$/,
      WITHOUT_CURSOR,
    ),
  },
  {
    id: 'purpose-any',
    kind: 'hand',
    role: 'platform',
    title: {
      en: 'asks a later gate about a purpose outside of the agreement',
      zh: '协议外目的不按目的拒绝',
    },
    violates: ['AGR-008'],
    bend: alterAnswers(
      'platform',
      ({ asked, body }) =>
        body?.code === 'PURPOSE_NOT_GRANTED' && asked?.purpose === 'SERVICE_NAME_CHECK'
          ? {
              body: {
                ...body,
                code: 'STAGE_NOT_PERMITTED',
                type: problemType('STAGE_NOT_PERMITTED'),
                title: problems.STAGE_NOT_PERMITTED.title.en,
                retryable: problems.STAGE_NOT_PERMITTED.retryable,
              },
            }
          : undefined,
      ['requestReveal'],
    ),
  },
  {
    id: 'old-revision-signed',
    kind: 'hand',
    role: 'courier',
    title: { en: 'takes a signature of former terms', zh: '接受旧版本签名' },
    violates: ['AGR-004'],
    bend: alterAnswers(
      'courier',
      ({ status, body, request }) =>
        status === 412 && request.url.endsWith('/sign') && body?.code === 'REVISION_STALE'
          ? { status: 401, body: { ...body, code: 'SIGNATURE_INVALID', ...SIGNATURE_INVALID } }
          : undefined,
      ['signAgreement'],
    ),
  },
  {
    id: 'signature-not-checked',
    kind: 'hand',
    role: 'courier',
    title: { en: 'takes a wrong signature', zh: '不校验签名' },
    violates: ['AGR-005'],
    bend: {
      fetch: (next, switchOn) => async (request) => {
        const answer = await next(request.clone());
        if (!request.url.endsWith('/sign') || answer.status !== 401) return answer;
        switchOn.fired();
        const { pathname, origin } = new URL(request.url);
        const headers = new Headers(request.headers);
        for (const name of ['Content-Type', 'Content-Length', 'Idempotency-Key'])
          headers.delete(name);
        return next(new Request(`${origin}${pathname.replace(/\/sign$/, '')}`, { headers }));
      },
    },
  },
  {
    id: 'signatures-survive-counter',
    kind: 'hand',
    role: 'courier',
    title: { en: 'keeps signatures over a counter-proposal', zh: '还议后保留签名' },
    violates: ['AGR-006'],
    bend: {
      fetch: (next, switchOn) => {
        const kept = new Map<string, readonly object[]>();
        const shown = alterAnswers(
          'courier',
          ({ status, body }) => {
            if (status !== 200) return undefined;
            const { agreementId, signatures, revision } = body;
            if (signatures.length > 0) kept.set(agreementId, signatures);
            const former = kept.get(agreementId);
            return body.status === 'COUNTERED' && signatures.length === 0 && former !== undefined
              ? {
                  body: {
                    ...body,
                    signatures: former.map((signature) => ({
                      ...signature,
                      revision,
                      signature: signatureOf(body),
                    })),
                  },
                }
              : undefined;
          },
          ['getAgreement'],
        );
        return shown.fetch?.(next, switchOn) ?? next;
      },
    },
  },
  {
    id: 'events-after-end',
    kind: 'hand',
    role: 'courier',
    title: { en: 'sends on after the end of the agreement', zh: '协议终止后仍推送' },
    violates: ['AGR-007'],
    bend: {
      options: (options, switchOn) => {
        let lastEvent: Delivery | undefined;
        return {
          ...options,
          send: async (delivery: Delivery) => {
            if (delivery.body.includes('.tracking.event.recorded')) lastEvent = delivery;
            const answer = await options.send(delivery);
            if (lastEvent === undefined || !delivery.body.includes('"TERMINATED"')) return answer;
            switchOn.fired();
            // the same event once more: at least once is allowed, but not to a party without an agreement
            await options.send(lastEvent);
            return answer;
          },
        };
      },
    },
  },
  {
    id: 'assessment-optional',
    kind: 'hand',
    role: 'courier',
    title: { en: 'takes personal fields without an assessment', zh: '未附评估仍接受' },
    violates: ['AGR-009'],
    bend: alterRequests(
      'courier',
      async (request, body) =>
        body?.impactAssessment === undefined &&
        body?.grants?.some(
          (grant: { readonly maxClass?: string } | null) => grant?.maxClass === 'personal',
        )
          ? requestWith(request, {
              body: { ...body, impactAssessment: { reference: '-', assessedOn: '2026-10-20' } },
            })
          : undefined,
      ['proposeAgreement'],
    ),
  },
  {
    id: 'short-notice-accepted',
    kind: 'hand',
    role: 'courier',
    title: { en: 'takes an hour of notice', zh: '接受一小时提前量' },
    violates: ['AGR-010'],
    bend: alterRequests(
      'courier',
      async (request, body) =>
        body?.interruptionTerms?.plannedLeadSeconds < 259_200
          ? requestWith(request, {
              body: withMember(body, ['interruptionTerms', 'plannedLeadSeconds'], () => 259_200),
            })
          : undefined,
      ['proposeAgreement'],
    ),
  },
  {
    id: 'termination-unannounced',
    kind: 'hand',
    role: 'courier',
    title: { en: 'ends an agreement without a notice', zh: '未通知即终止' },
    violates: ['AGR-011'],
    bend: alterLifecycle('agreement', (rows) =>
      rows.map((row) => {
        if (row.guard?.name !== 'TERMINATION_NOTICED') return row;
        const { guard: _, ...free } = row;
        return { ...free, to: 'SAME' };
      }),
    ),
  },
  {
    id: 'digest-differs',
    kind: 'hand',
    role: 'courier',
    title: { en: 'shows other terms than were signed', zh: '展示的条款与已签的不同' },
    violates: ['AGR-014', 'DSC-026'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.signatures?.length > 0 && body.revision > 1
          ? { body: withMember(body, ['measures'], () => ['另一项措施']) }
          : undefined,
      ['getAgreement'],
    ),
  },
];
