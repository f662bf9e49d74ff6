import { SPOKEN_VERSION } from '@openwaybill/schemas';
import type { Fault } from '../../words.ts';
import {
  alterAnswers,
  alterRequests,
  fresh,
  problemResponse,
  requestWith,
  withMember,
} from '../bend.ts';

const hand = { kind: 'hand', role: 'courier' } as const;

const success = (): Headers =>
  new Headers({
    'Content-Type': 'application/json',
    'OpenWaybill-Version': SPOKEN_VERSION,
    'OpenWaybill-Sandbox': 'true',
    'Cache-Control': 'no-store',
    ETag: '"2"',
  });

/** Answers a creation that is refused with this code as if it had been taken. */
const creationTaken = (code: string) =>
  fresh(() => {
    // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
    let last: any;
    const given = new Map<string, string>();
    return alterAnswers(
      'courier',
      ({ status, body, asked }) => {
        if (status === 201) last = body;
        const key = `${asked?.orderNo} ${asked?.packageId} ${asked?.attempt}`;
        const former = given.get(key);
        if (status < 300 && former !== undefined) return { body: { ...body, waybillNo: former } };
        if (body?.code !== code || last === undefined) return undefined;
        const waybillNo = asked.waybillNo ?? `${last.waybillNo}9`;
        given.set(key, waybillNo);
        return {
          status: 201,
          headers: success(),
          body: {
            ...last,
            orderNo: asked.orderNo,
            packageId: asked.packageId,
            attempt: asked.attempt ?? 1,
            waybillNo,
            revision: 2,
          },
        };
      },
      ['createWaybill'],
    );
  });

/** Faults of module `waybill`. */
export const waybillFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'second-number',
    title: { en: 'a new number for each idempotency key', zh: '每个幂等键一个新单号' },
    violates: ['WBL-001'],
    bend: fresh(() => {
      let count = 0;
      return alterAnswers(
        'courier',
        ({ status, body }) => {
          if (status !== 200) return undefined;
          count += 1;
          return { body: withMember(body, ['waybillNo'], (old) => `${old}${count % 10}`) };
        },
        ['createWaybill'],
      );
    }),
  },
  {
    ...hand,
    id: 'repeat-201',
    title: { en: 'answers 201 on repeat', zh: '重复时仍应答 201' },
    violates: ['WBL-002'],
    bend: alterAnswers('courier', ({ status }) => (status === 200 ? { status: 201 } : undefined), [
      'createWaybill',
    ]),
  },
  {
    ...hand,
    id: 'attempt-unchecked',
    title: { en: 'allows attempt 2 beside attempt 1', zh: '首次尝试在用时允许第二次' },
    violates: ['WBL-003'],
    bend: creationTaken('STATE_ILLEGAL'),
  },
  {
    ...hand,
    id: 'number-reused',
    title: { en: 'gives a finished number again', zh: '重复使用已终结单号' },
    violates: ['WBL-004', 'DSC-026'],
    bend: creationTaken('WAYBILL_NO_REUSED'),
  },
  {
    ...hand,
    id: 'check-digit-unchecked',
    title: { en: 'takes a wrong S10', zh: '接受校验位错误的 S10' },
    violates: ['WBL-005'],
    bend: creationTaken('CHECK_DIGIT_INVALID'),
  },
  {
    ...hand,
    id: 'pattern-too-strict',
    title: { en: 'refuses odd numbers', zh: '拒绝不合惯例的单号' },
    violates: ['WBL-006'],
    bend: alterRequests(
      'courier',
      async (_request, body) =>
        /^X-\d{4}-/.test(body?.waybillNo ?? '') ? problemResponse('RULE_VIOLATION') : undefined,
      ['createWaybill'],
    ),
  },
  {
    ...hand,
    id: 'label-digest-stale',
    title: { en: 'digest of the former label', zh: '摘要为旧面单' },
    violates: ['WBL-008'],
    bend: alterAnswers(
      'courier',
      ({ status, body }) =>
        status === 200 && body?.contentSha256 !== undefined
          ? { body: { ...body, contentSha256: '0'.repeat(64) } }
          : undefined,
      ['getWaybillLabel'],
    ),
  },
  {
    ...hand,
    id: 'pool-race',
    title: { en: 'gives one number twice under load', zh: '并发时重复分配单号' },
    violates: ['WBL-009'],
    bend: fresh(() => {
      let first: string | undefined;
      return alterAnswers(
        'courier',
        ({ status, body, asked }) => {
          if (status !== 201 || asked?.numberCount !== 5) return undefined;
          const [head, ...rest] = body.numbers;
          first ??= head;
          return { body: { ...body, numbers: [first, ...rest] } };
        },
        ['allocateWaybillNumbers'],
      );
    }),
  },
  {
    ...hand,
    id: 'void-after-scan',
    title: { en: 'voids an active waybill', zh: '作废使用中的运单' },
    violates: ['WBL-010'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.outcome === 'TOO_LATE'
          ? { body: { ...body, outcome: 'VOIDED', status: 'VOIDED' } }
          : undefined,
      ['cancelWaybill'],
    ),
  },
  {
    ...hand,
    id: 'reprint-free',
    title: { en: 'accepts a reprint without reason', zh: '无原因也接受重打' },
    violates: ['WBL-012'],
    bend: alterRequests(
      'courier',
      async (request, body) =>
        typeof body?.printedAt === 'string' &&
        body.copyCount === 1 &&
        body.reprintReason === undefined
          ? requestWith(request, { body: { ...body, reprintReason: '卡纸' } })
          : undefined,
      ['confirmPrint'],
    ),
  },
  {
    ...hand,
    id: 'cacheable-label',
    title: { en: 'a label that may be kept', zh: '面单应答可被缓存' },
    violates: ['WBL-013', 'RVL-009'],
    bend: alterAnswers(
      'courier',
      ({ headers, status }) => {
        if (status !== 200) return undefined;
        headers.delete('Cache-Control');
        return { headers };
      },
      ['getWaybillLabel'],
    ),
  },
  {
    ...hand,
    id: 'batch-slow',
    title: { en: '3 s for 100', zh: '百单耗时三秒' },
    violates: ['WBL-016'],
    bend: alterRequests(
      'courier',
      async (request, _body, _operation, next, switchOn) => {
        await switchOn.wait(3_000);
        return next(request);
      },
      ['createWaybillBatch'],
    ),
  },
];
