import { entryOf, isEntryOf } from '../audit/log.ts';
import { ownReference } from '../consignees/own-reference.ts';
import { findReference } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';
import { Refusal } from '../engine/refusal.ts';

/** About a person for that person and the regulator; of its own making for everybody else. */
export const listRevealAuditEntries: Behaviour = async (call) => {
  const caller = callerOf(call);
  const { consigneeRef } = call.query;
  const isAboutPerson = caller.role === 'consignee' || caller.role === 'regulator';
  if (isAboutPerson && consigneeRef === undefined)
    throw new Refusal('PARAMETER_INVALID', {
      issues: [
        { pointer: '/consigneeRef', rule: 'required', params: { missingProperty: 'consigneeRef' } },
      ],
    });
  const reference =
    consigneeRef === undefined
      ? undefined
      : caller.role === 'regulator'
        ? await findReference(call.unit, consigneeRef)
        : (await ownReference(call.unit, caller, consigneeRef)).reference;
  if (consigneeRef !== undefined && reference === undefined) throw new Refusal('NOT_FOUND');
  return pageAnswer(
    call,
    { collection: 'audit' },
    (row) => entryOf(row.body),
    (row) =>
      isEntryOf(row.body, {
        ...(isAboutPerson ? {} : { organisationId: caller.partyId }),
        ...(reference === undefined ? {} : { orderNo: reference.orderNo }),
      }),
  );
};
