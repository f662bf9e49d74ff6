import type { Static } from '@sinclair/typebox';
import { defineMessage, Ref, Resource, words } from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { smallCell } from './_examples.ts';
import { CellNo } from './cell-no.ts';
import { CellSize, CellTemperature, DepositStatus } from './locker-codes.ts';
import { LockerId } from './locker-id.ts';

/** Its status goes on with the deposit that it becomes. */
export const CellReservation = Resource(
  'CellReservation',
  { en: 'Reservation of a cell', zh: '格口预留' },
  { en: 'A cell that is kept for one parcel.', zh: '为一件快件保留的格口。' },
  {
    reservationId: Ref(
      Uuid,
      words(
        { en: 'Reservation id', zh: '预留标识' },
        {
          en: 'Names the reservation; the deposit that it becomes has the same id.',
          zh: '标识该预留；由其转成的投放沿用同一标识。',
        },
      ),
    ),
    lockerId: Ref(LockerId),
    waybillNo: Ref(WaybillNo),
    carrierCode: Ref(CarrierCode),
    platformId: Ref(
      PartyId,
      words(
        { en: 'Platform', zh: '平台' },
        {
          en: 'Platform of the order: it gets the code and hears of the deposit.',
          zh: '订单所属平台：接收取件码与投放通知。',
        },
      ),
    ),
    size: Ref(CellSize),
    temperature: Ref(CellTemperature),
    cellNo: Ref(CellNo),
    untilAt: Ref(
      Instant,
      words(
        { en: 'Until', zh: '保留至' },
        { en: 'When the reservation ends unless the parcel is in.', zh: '届时未投放则预留失效。' },
      ),
    ),
    status: Ref(DepositStatus),
    ...storedMembers,
  },
);
export type CellReservation = Static<typeof CellReservation>;

const { cellNo: _, ...withoutCell } = smallCell;

export const cellReservation = defineMessage({
  schema: CellReservation,
  requirements: [],
  examples: {
    valid: {
      'a cell that waits': smallCell,
      'given back': { ...smallCell, status: 'CANCELLED', revision: 2 },
    },
    invalid: {
      'no cell': { value: withoutCell, breaks: { pointer: '', rule: 'required' } },
      'an unknown status': {
        value: { ...smallCell, status: 'FULL' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
