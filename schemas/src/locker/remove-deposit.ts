import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref } from '../define/index.ts';
import { Actor } from '../vocabulary/actor.ts';
import { FailReason } from '../vocabulary/fail-reason-codes.ts';
import { LockerDeposit } from './locker-deposit.ts';

/** Opens the cell for the courier without the code of the consignee. */
export const DepositRemoval = Closed(
  'DepositRemoval',
  { en: 'Removal of a deposit', zh: '取出投放件' },
  { en: 'Asks to take the parcel out again.', zh: '请求取出快件。' },
  { reason: Ref(FailReason), actor: Ref(Actor) },
);
export type DepositRemoval = Static<typeof DepositRemoval>;

const removal: DepositRemoval = {
  reason: 'REFUSED',
  actor: { actorId: 'st-7f3a', kind: 'COURIER' },
};
const { actor: _, ...anonymous } = removal;

export const removeDeposit = defineOperation({
  name: 'remove-deposit',
  since: '1.0',
  title: { en: 'Take a parcel out', zh: '取出快件' },
  servedBy: ['locker'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/locker-deposits/{depositId}/remove',
  request: DepositRemoval,
  answer: { status: 200, body: LockerDeposit },
  lifecycle: 'locker-deposit',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'ASSIGNMENT_REQUIRED'],
  requirements: [],
  examples: {
    request: {
      valid: { 'refused by the consignee': removal, damaged: { ...removal, reason: 'DAMAGED' } },
      invalid: {
        'nobody takes it out': { value: anonymous, breaks: { pointer: '', rule: 'required' } },
        'an actor without id': {
          value: { ...removal, actor: { actorId: '', kind: 'COURIER' } },
          breaks: { pointer: '/actor/actorId', rule: 'minLength' },
        },
      },
    },
  },
});
