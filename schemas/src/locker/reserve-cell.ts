import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Flag,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  words,
} from '../define/index.ts';
import { ConsentId } from '../vocabulary/consent-id.ts';
import { GoodsTrait } from '../vocabulary/goods-trait-codes.ts';
import { smallCell } from './_examples.ts';
import { CellReservation } from './cell-reservation.ts';

const { lockerId, waybillNo, carrierCode, platformId, size, temperature, untilAt } =
  CellReservation.properties;

/** Consent is a record, or the sender's own choice of the locker. */
export const CellReservationRequest = Closed(
  'CellReservationRequest',
  { en: 'Request for a cell', zh: '格口预留请求' },
  { en: 'Asks for a cell for one parcel.', zh: '为一件快件请求格口。' },
  {
    lockerId,
    waybillNo,
    carrierCode,
    platformId,
    size,
    temperature,
    untilAt,
    consentId: Optional(Ref(ConsentId)),
    senderNamedLocker: Optional(
      Flag(
        { en: 'Sender named the locker', zh: '寄件人指定' },
        {
          en: 'The sender addressed the parcel to the locker; stands in for consent when true.',
          zh: '寄件人指定投放快件箱；为 true 时可代替同意。',
        },
      ),
    ),
    traits: Optional(
      ListOf(Ref(GoodsTrait), 0, 20, {
        uniqueItems: true,
        ...words(
          { en: 'Traits', zh: '物品特性' },
          { en: 'What is special about the contents.', zh: '内件的特性。' },
        ),
      }),
    ),
    specialAgreementRef: Optional(
      Line(
        64,
        { en: 'Special agreement', zh: '特别约定' },
        {
          en: 'Names the agreement under which fresh or valuable goods are taken.',
          zh: '标识允许投放生鲜、贵重物品的约定。',
        },
        { pattern: '[A-Za-z0-9._-]+', ...privacy('business', 'none') },
      ),
    ),
  },
);
export type CellReservationRequest = Static<typeof CellReservationRequest>;

const request: CellReservationRequest = {
  lockerId: smallCell.lockerId,
  waybillNo: smallCell.waybillNo,
  carrierCode: smallCell.carrierCode,
  platformId: smallCell.platformId,
  size: smallCell.size,
  temperature: smallCell.temperature,
  untilAt: smallCell.untilAt,
  consentId: '019a3b10-5c00-7a10-8b20-0c3d4e5f6081',
};
const { consentId: _, ...unasked } = request;

export const reserveCell = defineOperation({
  name: 'reserve-cell',
  since: '1.0',
  title: { en: 'Reserve a cell', zh: '预留格口' },
  servedBy: ['locker'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/locker-reservations',
  request: CellReservationRequest,
  answer: { status: 201, body: CellReservation },
  lifecycle: 'locker-deposit',
  problems: ['CELL_TAKEN', 'CONSENT_MISSING', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'LCK-001',
      level: 'MUST',
      roles: ['locker'],
      position: 'server',
      tier: 'W',
      text: {
        en: "A reservation without consent or sender's choice is refused with `CONSENT_MISSING`.",
        zh: '无同意且寄件人未指定的预留须拒绝。',
      },
      wire: 'reserve without `consentId`',
      judgedBy: 'check',
    },
    {
      id: 'LCK-003',
      level: 'MUST',
      roles: ['locker'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A cell holds at most one live deposit; a second reservation is `CELL_TAKEN`.',
        zh: '一格一件，占用须拒绝。',
      },
      wire: 'parallel reservations',
      judgedBy: 'check',
    },
    {
      id: 'LCK-008',
      level: 'MUST',
      roles: ['locker'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A parcel with trait FRESH or VALUABLE is refused without a special agreement.',
        zh: '生鲜、贵重件未经约定须拒绝投放。',
      },
      wire: 'reserve → 422 `RULE_VIOLATION`',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'with consent': request,
        'the sender chose it': { ...unasked, senderNamedLocker: true },
        'fresh, as agreed': {
          ...request,
          temperature: 'CHILLED',
          traits: ['FRESH'],
          specialAgreementRef: 'FRESH-2026-01',
        },
      },
      invalid: {
        'nobody agreed': {
          value: unasked,
          breaks: { pointer: '', rule: 'LCK-001', requirement: 'LCK-001' },
        },
        'the sender did not name it': {
          value: { ...unasked, senderNamedLocker: false },
          breaks: { pointer: '', rule: 'LCK-001', requirement: 'LCK-001' },
        },
        'fresh without agreement': {
          value: { ...request, traits: ['FRAGILE', 'FRESH'] },
          breaks: { pointer: '/traits/1', rule: 'LCK-008', requirement: 'LCK-008' },
        },
        'an unknown size': {
          value: { ...request, size: 'XXL' },
          breaks: { pointer: '/size', rule: 'enum' },
        },
      },
    },
  },
});
