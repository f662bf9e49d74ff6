import { blocked, type CaseJudge, checkOf, demand, endingOf, refusal } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { auditProofsOf } from '../../transcript/audit-proofs.ts';
import { answerOf, codeOfAnswer, isAccepted, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Finding } from '../../words.ts';

/** What of a refusal must be the same for everybody. */
const refusalOf = (exchange: Exchange): string =>
  JSON.stringify([statusOf(exchange), codeOfAnswer(exchange), answerOf(exchange)?.title]);

const likeUnknown =
  (...pairs: readonly (readonly [gone: string, unknown: string])[]): CaseJudge =>
  (seen) =>
    pairs.flatMap(([gone, unknown]): readonly Finding[] => {
      const after = seen.one(gone);
      const never = seen.one(unknown);
      if (after === undefined || never === undefined) return [];
      return [
        demand(
          statusOf(after) === 404 && refusalOf(after) === refusalOf(never),
          [after, never],
          SAID.likeWhatNeverWas,
          endingOf(after),
          { surface: 'status' },
        ),
      ];
    });

const receipt =
  (probe: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          isAccepted(exchange) &&
            answerOf(exchange)?.state === 'COMPLETED' &&
            answerOf(exchange)?.erasedAt !== undefined,
          exchange,
          { en: 'a receipt of a completed erasure', zh: '删除完成的凭据' },
          isAccepted(exchange) ? SAID.anotherState : endingOf(exchange),
          { pointer: '/state' },
        ),
      );

const nobodyFound: CaseJudge = (seen) =>
  seen
    .probe('erase-after-lookup')
    .map((exchange) =>
      demand(
        isAccepted(exchange) && answerOf(exchange)?.orderNos?.length === 0,
        exchange,
        SAID.nothingFound,
        isAccepted(exchange)
          ? { en: 'an order of the person', zh: '该人的订单' }
          : endingOf(exchange),
        { pointer: '/orderNos' },
      ),
    );

const logVerifies: CaseJudge = (seen) => {
  const proofs = auditProofsOf(seen.transcript).consistencies;
  return seen.probe('erase-consistency').map((exchange) => {
    const proof = proofs.find(({ at }) => at === exchange);
    return proof?.isConsistent === undefined
      ? blocked(exchange, 'NOT_OBSERVABLE')
      : demand(
          proof.isConsistent,
          exchange,
          {
            en: 'the log before as a beginning of the log after',
            zh: '先前的日志为其后日志的前缀',
          },
          SAID.proofFails,
          { pointer: '/consistencyPath' },
        );
  });
};

const orderNos = (exchange: Exchange): number => answerOf(exchange)?.orderNos?.length ?? 0;

/** What a merchant could look up as long as the plaintext was kept, it finds no more. */
const plaintextGone: CaseJudge = (seen) => {
  const before = seen.one('retention-before');
  const after = seen.one('retention-after');
  if (before === undefined || after === undefined) return undefined;
  if (!isAccepted(before) || orderNos(before) === 0) return blocked(before, 'STATE_NOT_REACHED');
  return demand(
    isAccepted(after) && orderNos(after) === 0,
    [after, before],
    { en: 'nothing found thirty days after the order was closed', zh: '订单关闭三十日后查无结果' },
    { en: 'the person is still found', zh: '仍可查到该人' },
    { pointer: '/orderNos' },
  );
};

/** What was read while a claim might come is unknown afterwards. */
const gone =
  (probe: string): CaseJudge =>
  (seen) => {
    const before = seen.one(`${probe}-before`);
    if (before === undefined) return undefined;
    if (!isAccepted(before)) return blocked(before, 'STATE_NOT_REACHED');
    return seen.probe(`${probe}-after`).map((exchange) =>
      demand(
        statusOf(exchange) === 404,
        [exchange, before],
        {
          en: '404 NOT_FOUND a hundred and eighty days after the order was closed',
          zh: '订单关闭一百八十日后 404 NOT_FOUND',
        },
        endingOf(exchange),
        { surface: 'status' },
      ),
    );
  };

/** What an authority has held is named, with the law and the last day; a system may have put it off until then. */
const holdSaid: CaseJudge = (seen) =>
  seen.probe('hold-receipt').map((exchange) => {
    const kept: readonly { readonly legalBasis?: string; readonly untilOn?: string }[] =
      answerOf(exchange)?.retained ?? [];
    return demand(
      isAccepted(exchange) &&
        kept.length > 0 &&
        kept.every(({ legalBasis, untilOn }) => Boolean(legalBasis) && untilOn !== undefined),
      exchange,
      { en: 'what is retained, by which law and until when', zh: '所保留的内容、法律依据与期限' },
      isAccepted(exchange)
        ? { en: 'nothing retained', zh: '未列出所保留的内容' }
        : endingOf(exchange),
      { pointer: '/retained' },
    );
  });

/** Checks of what is kept, for how long, and of what is erased. */
export const retentionChecks = [
  checkOf('RET-001', {
    'plaintext-gone': { judge: plaintextGone, when: { offers: 'lookUpConsignee' } },
    'order-gone': { judge: gone('kept'), when: { offers: 'submitOrder' }, needs: 'SCANS' },
    'return-gone': {
      judge: gone('return-kept'),
      when: { offers: 'authoriseReturn' },
      needs: 'SCANS',
    },
  }),
  checkOf('RET-002', {
    'person-receipt': { judge: receipt('erase-receipt'), when: { offers: 'eraseConsignee' } },
    'person-unknown': {
      judge: likeUnknown(
        ['erase-after-view', 'erase-unknown-view'],
        ['erase-after-log', 'erase-unknown-log'],
        ['erase-after-reveal', 'erase-unknown-reveal'],
      ),
      when: { offers: 'eraseConsignee' },
    },
    'person-merchant': {
      judge: refusal('erase-after-merchant', 404, 'NOT_FOUND', { needsTwin: false }),
      when: { offers: 'eraseConsignee' },
    },
    'person-grant': {
      judge: refusal('erase-after-grant', 404, 'NOT_FOUND', { needsTwin: false }),
      when: { offers: 'eraseConsignee' },
    },
    'person-lookup': { judge: nobodyFound, when: { offers: 'eraseConsignee' } },
    'log-verifies': { judge: logVerifies, when: { offers: 'eraseConsignee' } },
    // a system of an earlier draft may not know the action
    'hold-said': { judge: holdSaid, optional: true },
    'hold-unknown': {
      judge: refusal('hold-read', 404, 'NOT_FOUND', { needsTwin: false }),
      optional: true,
    },
    'held-receipt': { judge: receipt('held-receipt'), when: { offers: 'requestErasure' } },
    'held-unknown': {
      judge: likeUnknown(['held-after', 'held-unknown']),
      when: { all: [{ offers: 'requestErasure' }, { offers: 'submitOrder' }] },
    },
    'held-number': {
      judge: refusal('held-number', 409, 'DUPLICATE', { needsTwin: false }),
      when: { all: [{ offers: 'requestErasure' }, { offers: 'submitOrder' }] },
    },
  }),
];
