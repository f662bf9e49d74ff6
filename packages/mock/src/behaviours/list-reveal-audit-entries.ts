import { AUDIT, type AuditEntry, auditEntryOf, shownEntry } from '../audit/log.ts';
import { ownReference } from '../consignees/own-reference.ts';
import { restsOnLaw } from '../consignees/rests-on-law.ts';
import { findReference, subjectTags } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';
import { Refusal } from '../engine/refusal.ts';
import { holdOn } from '../erasures/legal-hold.ts';

/** About a person for that person and the regulator; of its own making for everybody else. */
export const listRevealAuditEntries: Behaviour = async (call) => {
  const { unit } = call;
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
        ? await findReference(unit, consigneeRef)
        : (await ownReference(unit, caller, consigneeRef, call.now)).reference;
  if (consigneeRef !== undefined && reference === undefined) throw new Refusal('NOT_FOUND');
  // what an authority asked is told to the person when its hold is over
  const isDeferred =
    caller.role === 'consignee' &&
    reference !== undefined &&
    (await holdOn(unit, reference.orderNo)) !== undefined;
  const tags = reference && (await subjectTags(unit, reference.orderNo));
  const isShown = (entry: AuditEntry | undefined): boolean =>
    entry !== undefined &&
    shownEntry(entry) !== undefined &&
    !(isDeferred && restsOnLaw(entry.purpose)) &&
    (isAboutPerson || entry.organisationId === caller.partyId) &&
    (tags === undefined || (entry.subjectTag !== undefined && tags.includes(entry.subjectTag)));
  return pageAnswer(
    call,
    { collection: AUDIT },
    (row) => shownEntry(auditEntryOf(row.body) as AuditEntry),
    (row) => isShown(auditEntryOf(row.body)),
  );
};
