import { classGranted, grantsFor } from '@openwaybill/privacy';
import {
  type Agreement,
  isAtLeast,
  POLICY,
  PRIVACY_KINDS,
  type PrivacyClassName,
  type PurposeLimit,
  type RevealRequest,
} from '@openwaybill/schemas';
import type { Counterparty } from '../engine/options.ts';

type Field = RevealRequest['fields'][number];

/** Where a field stands in a grant, and the class that it has to reach; an identity number is sealed and never in clear. */
const placeOf = (field: Field): readonly [pointer: string, needs: PrivacyClassName] => {
  const [member] = POLICY.fieldMembers[field];
  return member === undefined
    ? ['/sealedFields', PRIVACY_KINDS['id-number']]
    : [`/fields/${member}`, 'personal'];
};

/** Whether an agreement names a purpose, with the module that the purpose belongs to. */
export const namesPurpose =
  ({ purpose, module }: Pick<PurposeLimit, 'purpose' | 'module'>) =>
  ({ purposes, modules }: Agreement): boolean =>
    purposes.includes(purpose) && (module === undefined || modules.some((name) => name === module));

/** Whether an agreement lets a field go to a role: the closest grant decides, and what none names does not leave. */
const letsGo = (
  agreement: Agreement,
  { role }: Pick<Counterparty, 'role'>,
  field: Field,
): boolean => {
  const [pointer, needs] = placeOf(field);
  const granted = classGranted(grantsFor([agreement], 'RevealGrant', role), pointer);
  return granted !== undefined && isAtLeast(granted, needs);
};

/** Whether one agreement lets all of these fields go: an agreement may lower a maximum, and two do not add up. */
export const letsAllGo = (
  agreements: readonly Agreement[],
  caller: Pick<Counterparty, 'role'>,
  fields: readonly Field[],
): boolean =>
  agreements.some((agreement) => fields.every((field) => letsGo(agreement, caller, field)));

/** Whether any agreement of a purpose wants nothing revealed in clear. */
export const wantsSeal = (agreements: readonly Agreement[]): boolean =>
  agreements.some(({ options }) => options.sealedRevealsOnly === true);
