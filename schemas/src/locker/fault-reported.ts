import type { Static } from '@sinclair/typebox';
import { defineEvent } from '../define/index.ts';
import { ABOUT_DEPOSITS, DepositEvent, depositEvent, faultsOf } from './_deposit-event.ts';

/** A cell without a parcel is no business of others. */
export const LockerFaultReport = DepositEvent(
  'LockerFaultReport',
  { en: 'Fault of a locker', zh: '快件箱故障' },
  {
    en: 'That a cell with a parcel does not work, or was opened by its operator.',
    zh: '有快件的格口发生故障，或由运营方开启。',
  },
  {},
);
export type LockerFaultReport = Static<typeof LockerFaultReport>;

export const faultReported = defineEvent({
  ...ABOUT_DEPOSITS,
  type: 'org.openwaybill.locker.fault.reported',
  title: { en: 'A fault was reported', zh: '已报告故障' },
  data: LockerFaultReport,
  states: ['FAULT'],
  requirements: [],
  examples: {
    valid: { 'a cell is stuck': depositEvent },
    invalid: faultsOf({}),
  },
});
