import type { TProperties } from '@sinclair/typebox';
import { Ref, Resource, type Text, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { notifiedDeposit } from './_examples.ts';
import { LockerDeposit } from './locker-deposit.ts';

const { depositId, waybillNo, carrierCode, lockerId } = LockerDeposit.properties;

/** The payload of an event about a deposit: what all of them have, and what it alone names. Cell and photo stay out. */
export const DepositEvent = <P extends TProperties>(
  name: string,
  title: Text,
  description: Text,
  named: P,
) =>
  Resource(name, title, description, {
    depositId,
    waybillNo,
    carrierCode,
    lockerId,
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时刻' },
        {
          en: 'That of the tracking event that goes with it.',
          zh: '与相应轨迹事件的发生时刻相同。',
        },
      ),
    ),
    ...named,
  });

/** Who may hear of a deposit. */
export const ABOUT_DEPOSITS = {
  since: '1.0',
  from: ['locker'],
  to: ['courier', 'platform'],
  subject: 'depositId',
  lifecycle: 'locker-deposit',
} as const;

/** What all events about the deposit of the examples have. */
export const depositEvent = {
  depositId: notifiedDeposit.depositId,
  waybillNo: notifiedDeposit.waybillNo,
  carrierCode: notifiedDeposit.carrierCode,
  lockerId: notifiedDeposit.lockerId,
  occurredAt: notifiedDeposit.depositedAt,
} as const;

const { lockerId: _, ...nowhere } = depositEvent;

/** Faults that every one of these events is refused for. */
export const faultsOf = (named: Readonly<Record<string, unknown>>) => ({
  'no locker': { value: { ...nowhere, ...named }, breaks: { pointer: '', rule: 'required' } },
  'the code beside it': {
    value: { ...depositEvent, ...named, pickupCode: '483920' },
    breaks: { pointer: '', rule: 'additionalProperties', requirement: 'LCK-004' as const },
  },
});
