import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Line, privacy, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { notifiedDeposit } from './_examples.ts';
import { LockerDeposit } from './locker-deposit.ts';

const { depositId, waybillNo } = LockerDeposit.properties;

/** The only message with a code, and it is sealed: neither courier nor a log can read it. */
export const PickupCodeDelivery = Closed(
  'PickupCodeDelivery',
  { en: 'Delivery of a pickup code', zh: '取件码传送' },
  {
    en: 'Hands a code to the platform, which passes it to the consignee.',
    zh: '将取件码交给平台，由平台转达收件人。',
  },
  {
    depositId,
    waybillNo,
    sealedCode: Line(
      2048,
      { en: 'Sealed code', zh: '密封的取件码' },
      {
        en: 'The code as a compact JWE to the encryption key of the platform.',
        zh: '以平台加密公钥密封的取件码，紧凑 JWE。',
      },
      {
        pattern:
          '[A-Za-z0-9_-]+[.][A-Za-z0-9_-]*[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+',
        'x-source': 'RFC 7516 section 7.1',
        ...privacy('secret', 'pickup-code', { subject: 'consignee' }),
      },
    ),
    expiresAt: Ref(
      Instant,
      words(
        { en: 'Expires at', zh: '失效时刻' },
        { en: 'When the code no longer opens the cell.', zh: '取件码不再有效的时刻。' },
      ),
    ),
  },
);
export type PickupCodeDelivery = Static<typeof PickupCodeDelivery>;

const delivery: PickupCodeDelivery = {
  depositId: notifiedDeposit.depositId,
  waybillNo: notifiedDeposit.waybillNo,
  sealedCode: 'eyJhbGciOiJFQ0RILUVTK0EyNTZLVyJ9.a2V5.aXY.Y2lwaGVy.dGFn',
  expiresAt: '2026-11-14T11:00:00+08:00',
};
const { sealedCode: _, ...codeless } = delivery;

export const deliverPickupCode = defineOperation({
  name: 'deliver-pickup-code',
  since: '1.0',
  title: { en: 'Hand over a pickup code', zh: '传送取件码' },
  servedBy: ['platform', 'hub'],
  calledBy: ['locker', 'hub'],
  method: 'POST',
  path: '/v1/pickup-codes',
  request: PickupCodeDelivery,
  answer: { status: 204 },
  problems: ['NOT_FOUND'],
  requirements: [
    {
      id: 'LCK-004',
      level: 'MUST NOT',
      roles: ['locker'],
      position: 'sender',
      tier: 'C',
      text: {
        en: 'A pickup code appears outside `deliverPickupCode`, or in clear.',
        zh: '取件码不得在他处出现或以明文出现。',
      },
      wire: 'scan of events and reads',
      judgedBy: 'check',
    },
    {
      id: 'LCK-005',
      level: 'MUST NOT',
      roles: ['locker'],
      position: 'caller',
      tier: 'C',
      text: {
        en: 'A pickup code is derived from the phone number.',
        zh: '取件码不得由电话号码派生。',
      },
      wire: 'codes of test consignees',
      excluded: {
        because: 'OFF_THE_WIRE',
        why: {
          en: 'A code crosses the wire sealed to the platform; how it is made is seen only inside of the locker.',
          zh: '取件码以密封形式传送，其生成方式仅在快件箱内部可见。',
        },
      },
    },
  ],
  examples: {
    request: {
      valid: {
        'sealed to the platform': delivery,
        'sealed with a key of both': {
          ...delivery,
          sealedCode: 'eyJhbGciOiJFQ0RILUVTIn0..aXY.Y2lwaGVy.dGFn',
        },
      },
      invalid: {
        'a code in clear': {
          value: { ...delivery, sealedCode: '483920' },
          breaks: { pointer: '/sealedCode', rule: 'pattern', requirement: 'LCK-004' },
        },
        'no code': { value: codeless, breaks: { pointer: '', rule: 'required' } },
      },
    },
  },
});
