import { mustNotBeCached, PURPOSE_LIMITS, registry } from '@openwaybill/schemas';
import {
  blocked,
  both,
  type Case,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
  refusedWith,
  violated,
} from '../../checks/check.ts';
import { SAID, verbatim } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { operationOf } from '../../drive/operations.ts';
import { auditProofsOf } from '../../transcript/audit-proofs.ts';
import {
  answerOf,
  codeOfAnswer,
  headerOf,
  isAccepted,
  requestOf,
  statusOf,
  textOf,
} from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding } from '../../words.ts';
import { CRITICAL, headerOfSeal, membersFor } from './seal.ts';

const showsFields = (exchange: Exchange): boolean => {
  const answer = answerOf(exchange);
  return answer?.fields !== undefined || answer?.sealedFields !== undefined;
};

const noField = (exchange: Exchange): Finding =>
  demand(
    !showsFields(exchange),
    exchange,
    { en: 'no field', zh: '无字段' },
    { en: 'fields', zh: '有字段' },
    { surface: 'body' },
  );

/** None of the answers of a probe shows a field. */
const fieldless =
  (...probes: readonly string[]): CaseJudge =>
  (seen) =>
    probes.flatMap((probe) => seen.probe(probe)).map(noField);

/** A gate refuses with its own problem, and with no field. */
const gate = (code: string, ...probes: readonly string[]): Case => {
  const status = code === 'NOT_FOUND' ? 404 : 403;
  return both(...probes.map((probe) => refusal(probe, status, code)), fieldless(...probes));
};

/** A gate that only a run with a part of that role can reach. */
const gateOf = (code: string, ...probes: readonly string[]): Case => ({
  judge: gate(code, ...probes) as CaseJudge,
  optional: true,
});

const SHOWING = ['requestReveal', 'readReveal'];

/** Answers that hand out fields. */
const showings = (seen: Seen): readonly Exchange[] =>
  SHOWING.flatMap((operation) => seen.calls(operation)).filter(
    (exchange) => isAccepted(exchange) && showsFields(exchange),
  );

/** Everything that is allowed is granted, and nothing beside it. */
const allAllowed: CaseJudge = (seen) =>
  seen.probe('reveal-all-allowed').map((exchange) => {
    const asked: readonly string[] = requestOf(exchange)?.fields ?? [];
    const answer = answerOf(exchange);
    const shown =
      answer?.fields === undefined
        ? (exchange.facts?.sealed?.[0] ?? [])
        : Object.keys(answer.fields).sort();
    return demand(
      statusOf(exchange) === 201 &&
        JSON.stringify(shown) === JSON.stringify(membersFor(asked)) &&
        JSON.stringify([...(answer?.fieldsGranted ?? [])].sort()) ===
          JSON.stringify([...asked].sort()),
      exchange,
      { en: 'the fields that the purpose allows', zh: '目的所允许的字段' },
      isAccepted(exchange) ? { en: 'other fields', zh: '其他字段' } : endingOf(exchange),
      { surface: 'body' },
    );
  });

/** The receipts of the answers of an operation each prove that their entry is in the signed log. */
const receiptsOf = (seen: Seen, isOf: (exchange: Exchange) => boolean): readonly Finding[] =>
  SHOWING.flatMap((operation) => seen.calls(operation))
    .filter(isOf)
    .map((exchange) =>
      // whoever only listened, and knows no keys, cannot tell
      exchange.intent === 'OBSERVED' &&
      exchange.facts?.receipts === undefined &&
      answerOf(exchange)?.auditReceipt !== undefined
        ? blocked(exchange, 'NOT_OBSERVABLE')
        : demand(
            exchange.facts?.receipts?.length === 1 && exchange.facts.receipts[0] === 'VALID',
            exchange,
            { en: 'a receipt that proves its entry', zh: '可证明其条目的回执' },
            exchange.facts?.receipts === undefined
              ? { en: 'no receipt', zh: '无回执' }
              : { en: 'a receipt that proves nothing', zh: '不能证明的回执' },
            { pointer: '/auditReceipt', surface: 'body' },
          ),
    );

const GATED: readonly string[] = [
  'AGREEMENT_MISSING',
  'ROLE_NOT_PERMITTED',
  'PURPOSE_NOT_GRANTED',
  'STAGE_NOT_PERMITTED',
  'ASSIGNMENT_REQUIRED',
  'PURPOSE_FIELD_MISMATCH',
  'CONSENT_MISSING',
  'REVEAL_QUOTA_EXCEEDED',
  'STEP_UP_REQUIRED',
];

const grantsLogged: CaseJudge = (seen) => receiptsOf(seen, isAccepted);
const denialsLogged: CaseJudge = (seen) =>
  receiptsOf(seen, (exchange) => GATED.includes(codeOfAnswer(exchange) ?? ''));

/** An answer to a use that is not there any more. */
const ended =
  (probe: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .flatMap((exchange) =>
        [
          refusedWith(seen, exchange, { status: 410, code: 'GRANT_EXPIRED' }) ?? [],
          noField(exchange),
        ].flat(),
      );

/** The uses of a grant count down, and end. */
const countsDown: CaseJudge = (seen) => {
  const grant = seen.one('reveal-of-three');
  const uses = seen.probe('reveal-used');
  if (grant === undefined || !isAccepted(grant)) return undefined;
  return [grant, ...uses].map((exchange, index) =>
    demand(
      isAccepted(exchange) &&
        showsFields(exchange) &&
        answerOf(exchange)?.remainingUseCount === 2 - index,
      exchange,
      { en: 'one use less at each use', zh: '每次使用减少一次' },
      isAccepted(exchange) ? SAID.anotherCount : endingOf(exchange),
      { pointer: '/remainingUseCount', surface: 'body' },
    ),
  );
};

/** A repeat at once is the first answer over again; it costs no use. */
const saidAgain: CaseJudge = (seen) =>
  seen
    .probe('reveal-said-again')
    .map((exchange) =>
      demand(
        statusOf(exchange) === 201 &&
          headerOf(exchange.response?.headers, 'Idempotency-Replayed') === 'true',
        exchange,
        { en: 'the answer to the first request', zh: '首次请求的应答' },
        endingOf(exchange),
        { surface: 'status' },
      ),
    );

/** A repeat after the grant ended shows its present state, and no field. */
const saidAfter =
  (probe: string): CaseJudge =>
  (seen) => {
    const [first] = seen.probe('reveal-said-once');
    if (first !== undefined && !isAccepted(first)) return blocked(first, 'STATE_NOT_REACHED');
    return seen.probe(probe).map(noField);
  };

const overQuota =
  (probe: string): CaseJudge =>
  (seen) => {
    const over = seen.one(probe);
    if (over === undefined) return undefined;
    return [
      refusedWith(seen, over, { status: 429, code: 'REVEAL_QUOTA_EXCEEDED' }) ?? [],
      noField(over),
      demand(
        /^[1-9][0-9]*$/.test(headerOf(over.response?.headers, 'Retry-After') ?? ''),
        over,
        verbatim('Retry-After'),
        { en: 'no time to come back', zh: '未给出重试时间' },
        { surface: 'header' },
      ),
    ].flat();
  };

/** Of a batch, only the item over the quota fails. */
const ofBatch: CaseJudge = (seen) => {
  const batch = seen.one('reveal-batch');
  if (batch === undefined) return undefined;
  if (!isAccepted(batch))
    return violated(batch, verbatim('200'), endingOf(batch), { surface: 'status' });
  const results: readonly {
    readonly status?: number;
    readonly resource?: { readonly fields?: unknown };
  }[] = answerOf(batch)?.results ?? [];
  return demand(
    results[0]?.status === 429 &&
      results[0].resource === undefined &&
      results[1]?.status === 201 &&
      results[1].resource?.fields !== undefined,
    batch,
    { en: 'only the item over the quota refused', zh: '仅拒绝超出配额的一项' },
    { en: 'other results', zh: '其他结果' },
    { pointer: '/results', surface: 'body' },
  );
};

/** Every answer that must not be kept says so. */
const noStore: CaseJudge = (seen) =>
  seen.exchanges
    .filter(
      ({ to, operation, request }) =>
        to === 'sut' && operation !== undefined && request.method !== 'HEAD',
    )
    .filter(
      (exchange) =>
        isAccepted(exchange) &&
        mustNotBeCached(registry.schemas, operationOf(String(exchange.operation))),
    )
    .map((exchange) =>
      demand(
        /\bno-store\b/.test(headerOf(exchange.response?.headers, 'Cache-Control') ?? ''),
        exchange,
        verbatim('Cache-Control: no-store'),
        SAID.keepableAnswer,
        { surface: 'header' },
      ),
    );

const entriesOf = (exchange: Exchange): readonly Readonly<Record<string, unknown>>[] =>
  answerOf(exchange)?.items ?? [];

/** What was granted and what was refused is in the list of the person, with who, when and for what. */
const listedForPerson: CaseJudge = (seen) => {
  const list = seen.one('subject-after');
  const granted = seen.one('subject-granted');
  const refused = seen.one('subject-refused');
  if (list === undefined || granted === undefined || refused === undefined) return undefined;
  if (!isAccepted(granted)) return blocked(granted, 'STATE_NOT_REACHED');
  if (!isAccepted(list))
    return violated(list, { en: 'the entries', zh: '各条目' }, endingOf(list), {
      surface: 'status',
    });
  const has = (outcome: string, of: Exchange): boolean =>
    entriesOf(list).some(
      (entry) =>
        entry.outcome === outcome &&
        entry.purpose === requestOf(of)?.purpose &&
        JSON.stringify(entry.fields) === JSON.stringify(requestOf(of)?.fields) &&
        entry.actorId === requestOf(of)?.actor?.actorId,
    );
  return [
    demand(has('GRANTED', granted), [list, granted], SAID.grantedReveal, SAID.noSuchEntry, {
      pointer: '/items',
      surface: 'body',
    }),
    demand(
      has('DENIED', refused),
      [list, refused],
      { en: 'the request that was refused', zh: '被拒绝的请求' },
      SAID.noSuchEntry,
      { pointer: '/items', surface: 'body' },
    ),
  ];
};

/** The document of a person has the reveal that was granted, with who, what for and which fields, and proves it. */
const documentProves: CaseJudge = (seen) => {
  const document = seen.one('access-document');
  const granted = seen.one('access-granted');
  if (document === undefined || granted === undefined) return undefined;
  if (!isAccepted(granted)) return blocked(granted, 'STATE_NOT_REACHED');
  if (!isAccepted(document))
    return violated(document, { en: 'the document', zh: '该文档' }, endingOf(document), {
      surface: 'status',
    });
  const proof = auditProofsOf(seen.transcript).documents.find(({ at }) => at === document);
  const entries: readonly { readonly entry?: Readonly<Record<string, unknown>> }[] =
    answerOf(document)?.entries ?? [];
  const isListed = entries.some(
    ({ entry }) =>
      entry?.outcome === 'GRANTED' &&
      entry.purpose === requestOf(granted)?.purpose &&
      entry.actorId === requestOf(granted)?.actor?.actorId,
  );
  return [
    demand(isListed, [document, granted], SAID.grantedReveal, SAID.noSuchEntry, {
      pointer: '/entries',
      surface: 'body',
    }),
    proof === undefined
      ? blocked(document, 'NOT_OBSERVABLE')
      : demand(
          proof.holds,
          document,
          { en: 'entries that are the leaves of a signed tree', zh: '条目即已签名树的叶' },
          SAID.proofFails,
          { pointer: '/entries', surface: 'body' },
        ),
  ];
};

/** The header and claims of a sealed payload are exactly those of the standard, and its key opens it. */
const sealedRight: CaseJudge = (seen) =>
  [...seen.probe('reveal-sealed'), ...seen.probe('reveal-sealed-by-wish')].flatMap(
    (exchange): readonly Finding[] => {
      if (!isAccepted(exchange))
        return [
          violated(exchange, { en: 'a sealed grant', zh: '密封的授权' }, endingOf(exchange), {
            surface: 'status',
          }),
        ];
      const answer = answerOf(exchange);
      if (answer?.fields !== undefined || answer?.sealedFields === undefined)
        return [
          violated(exchange, SAID.sealedFields, SAID.fieldsInClear, {
            pointer: '/fields',
            surface: 'body',
          }),
        ];
      const header = headerOfSeal(answer.sealedFields);
      const asked = requestOf(
        seen.probe('reveal-sealed').find((one) => answerOf(one)?.revealId === answer.revealId) ??
          exchange,
      );
      const of = asked ?? requestOf(exchange);
      const isRight =
        header?.alg === 'ECDH-ES+A256KW' &&
        header.enc === 'A256GCM' &&
        header.typ === 'consignee+jwe' &&
        header.kid === of?.sealToKeyId &&
        header.iss === seen.claim.document.organisation.partyId &&
        Number.isInteger(header.iat) &&
        typeof header.aud === 'string' &&
        header.waybillNo === of?.waybillNo &&
        header.purpose === answer.purpose &&
        header.revealId === answer.revealId &&
        header.exp === Math.floor(Date.parse(answer.expiresAt) / 1000) &&
        Array.isArray(header.crit) &&
        JSON.stringify([...header.crit].sort()) === JSON.stringify(CRITICAL);
      const [payload] = exchange.facts?.sealed ?? [];
      return [
        demand(
          isRight,
          exchange,
          { en: 'the header and claims of a sealed payload', zh: '密封载荷的头与声明' },
          { en: 'others', zh: '其他' },
          { pointer: '/sealedFields', surface: 'body' },
        ),
        demand(
          Array.isArray(payload) &&
            JSON.stringify(payload) === JSON.stringify(membersFor(answer.fieldsGranted ?? [])),
          exchange,
          {
            en: 'the granted fields, opened by the key that was named',
            zh: '以所列密钥解封的授权字段',
          },
          payload === 'UNOPENED'
            ? { en: 'a payload that does not open', zh: '无法解封的载荷' }
            : SAID.otherMembers,
          { pointer: '/sealedFields', surface: 'body' },
        ),
      ];
    },
  );

/** A purpose whose fields are sealed for everybody never shows them in clear. */
const isSealedForAll = (purpose: unknown): boolean => {
  const limits = PURPOSE_LIMITS.filter((limit) => limit.purpose === purpose);
  return limits.length > 0 && limits.every(({ sealed }) => sealed === true);
};

const neverInClear: CaseJudge = (seen) =>
  showings(seen)
    .filter((exchange) => isSealedForAll(answerOf(exchange)?.purpose))
    .map((exchange) =>
      demand(
        answerOf(exchange)?.fields === undefined,
        exchange,
        SAID.sealedFields,
        SAID.fieldsInClear,
        { pointer: '/fields', surface: 'body' },
      ),
    );

/** Fields stand in no answer that uses up nothing. */
const onlyWithUse: CaseJudge = (seen) => [
  ...['getReveal', 'revokeReveal'].flatMap((operation) => seen.calls(operation)).map(noField),
  ...seen
    .calls('requestReveal')
    .filter((exchange) => statusOf(exchange) !== 201)
    .map(noField),
];

const SCENARIOS = /^reveal-/;

/** What a merchant registered in these scenarios stands in no answer but those that hand it out. */
const nowhereElse: CaseJudge = (seen) => {
  const registered = seen
    .calls('registerConsignee')
    .filter(({ scenario }) => SCENARIOS.test(scenario ?? ''))
    .flatMap((exchange) => {
      const { contact, address } = requestOf(exchange) ?? {};
      return [contact?.mobile, address?.unitRoom].filter((value) => typeof value === 'string');
    });
  if (registered.length === 0) return undefined;
  const others = seen.exchanges.filter(
    (exchange) =>
      exchange.to === 'sut' &&
      SCENARIOS.test(exchange.scenario ?? '') &&
      !(SHOWING.includes(exchange.operation ?? '') && showsFields(exchange)) &&
      exchange.operation !== 'requestRevealBatch',
  );
  return others.map((exchange) => {
    const text = textOf(exchange.response?.body);
    return demand(
      !registered.some((value) => text.includes(value)),
      exchange,
      { en: 'nothing of the person', zh: '不含该人的信息' },
      { en: 'a value that was registered', zh: '已登记的值' },
      { surface: 'body' },
    );
  });
};

/** Before an approval there is nothing, and after it there is what was asked for. */
const pending: CaseJudge = (seen) =>
  seen.probe('reveal-pending').flatMap((exchange) => [
    demand(statusOf(exchange) === 202, exchange, verbatim('202'), endingOf(exchange), {
      surface: 'status',
    }),
    demand(
      answerOf(exchange)?.status === 'PENDING_APPROVAL',
      exchange,
      verbatim('PENDING_APPROVAL'),
      SAID.anotherState,
      { pointer: '/status', surface: 'body' },
    ),
    noField(exchange),
  ]);

const approved: CaseJudge = (seen) => {
  const read = seen.one('reveal-read-approved');
  if (read === undefined) return undefined;
  const [asked] = seen.probe('reveal-pending');
  if (asked === undefined || !isAccepted(asked)) return blocked(read, 'STATE_NOT_REACHED');
  return isAccepted(read) && showsFields(read)
    ? holds(read)
    : violated(read, { en: 'the fields, once approved', zh: '批准后给出字段' }, endingOf(read), {
        surface: 'status',
      });
};

/** How the courier says that it took what it was given, or did not. */
const taken =
  (probe: string, isRight: boolean): CaseJudge =>
  (seen) =>
    seen.probe(probe).map((exchange) => {
      const { state, result } = answerOf(exchange) ?? {};
      const took = state === 'SUCCEEDED' && result?.code === undefined;
      return isRight
        ? demand(
            took,
            exchange,
            { en: 'fields that fit are taken', zh: '接受相符的字段' },
            { en: 'they were not', zh: '未接受' },
            { surface: 'body' },
          )
        : demand(
            !took && result?.code === 'RULE_VIOLATION',
            exchange,
            verbatim('RULE_VIOLATION'),
            took
              ? { en: 'fields that do not fit were taken', zh: '接受了不相符的字段' }
              : { en: 'another end', zh: '另一结果' },
            { pointer: '/result/code', surface: 'body' },
          );
    });

const overAsked: Case = both(
  refusal('reveal-one-too-many', 403, 'PURPOSE_FIELD_MISMATCH'),
  fieldless('reveal-one-too-many'),
);

/** What reveals demand of a platform, and sealed fields of who gets them. */
export const revealChecks: readonly Check[] = [
  checkOf('RVL-001', {
    agreement: gateOf('AGREEMENT_MISSING', 'reveal-not-agreed', 'reveal-not-agreed-and-more'),
    role: gateOf('ROLE_NOT_PERMITTED', 'reveal-by-warehouse'),
    purpose: gate('PURPOSE_NOT_GRANTED', 'reveal-purpose-of-others', 'reveal-purpose-of-facet'),
    'self-ship': gateOf('PURPOSE_NOT_GRANTED', 'reveal-self-ship-not-agreed'),
    reference: gate('NOT_FOUND', 'reveal-unknown', 'reveal-other-waybill', 'reveal-foreign'),
    stage: gate('STAGE_NOT_PERMITTED', 'reveal-early', 'reveal-early-and-more'),
    assignment: gate('ASSIGNMENT_REQUIRED', 'reveal-unassigned', 'reveal-unassigned-and-more'),
    field: gate('PURPOSE_FIELD_MISMATCH', 'reveal-other-field', 'reveal-field-before-proof'),
    'field-before-consent': gateOf('PURPOSE_FIELD_MISMATCH', 'reveal-field-before-consent'),
    consent: gateOf('CONSENT_MISSING', 'reveal-without-consent', 'reveal-without-consent-and-more'),
    proof: gate('STEP_UP_REQUIRED', 'reveal-not-proven'),
  }),
  checkOf('RVL-002', {
    'all-allowed': allAllowed,
    'not-allowed': both(
      refusal('reveal-not-allowed', 403, 'PURPOSE_FIELD_MISMATCH'),
      fieldless('reveal-not-allowed'),
    ),
  }),
  checkOf('RVL-003', { 'one-too-many': overAsked }),
  checkOf('RVL-004', {
    'counts-down': countsDown,
    'used-up': ended('reveal-used-up'),
    expired: { judge: ended('reveal-expired'), needs: 'CLOCK' },
    'stage-left': ended('reveal-stage-left'),
    // a system of an earlier draft may not know the action
    'after-complaint': { judge: ended('reveal-after-complaint'), optional: true },
    'after-voiding': ended('reveal-after-voiding'),
    'after-breach': ended('reveal-after-breach'),
  }),
  checkOf('CSN-011', { delivered: ended('reveal-after-delivery') }),
  checkOf('RVL-005', {
    'at-once': saidAgain,
    'after-revocation': saidAfter('reveal-said-after-revocation'),
    late: { judge: saidAfter('reveal-said-late'), needs: 'CLOCK' },
    'by-another-actor': both(
      refusal('reveal-said-by-other', 422, 'IDEMPOTENCY_KEY_REUSED'),
      fieldless('reveal-said-by-other'),
    ),
  }),
  checkOf('RVL-006', { granted: grantsLogged, denied: denialsLogged }),
  checkOf('RVL-007', {
    'over-quota': overQuota('reveal-over-quota'),
    'of-parcel': overQuota('reveal-over-parcel-quota'),
    'of-organisation': overQuota('reveal-over-organisation-quota'),
    'only-the-item': ofBatch,
    'batch-too-large': refusal('reveal-batch-too-large', 413, 'BATCH_TOO_LARGE'),
  }),
  checkOf('RVL-009', { 'no-store': noStore }),
  checkOf('RVL-010', {
    'listed-for-person': listedForPerson,
    'document-proves': { judge: documentProves, when: { offers: 'getSubjectAccess' } },
  }),
  checkOf('RVL-011', {
    'sealed-right': sealedRight,
    'never-in-clear': neverInClear,
    'without-key': refusal('reveal-without-key', 422, 'RULE_VIOLATION', {
      pointer: '/sealToKeyId',
    }),
    'key-of-nobody': refusal('reveal-key-of-nobody', 422, 'RULE_VIOLATION', {
      pointer: '/sealToKeyId',
    }),
    'only-with-use': onlyWithUse,
    'nowhere-else': nowhereElse,
  }),
  checkOf('RVL-012', {
    pending,
    'read-early': both(
      refusal('reveal-read-early', 409, 'STATE_ILLEGAL'),
      fieldless('reveal-read-early'),
    ),
    approved,
    rejected: both(
      refusal('reveal-read-rejected', 409, 'STATE_ILLEGAL'),
      fieldless('reveal-read-rejected'),
    ),
  }),
  checkOf('TOK-008', {
    right: taken('sealed-right', true),
    waybill: taken('sealed-other-waybill', false),
    recipient: taken('sealed-other-recipient', false),
    purpose: taken('sealed-other-purpose', false),
    expired: taken('sealed-expired', false),
  }),
];
