import {
  type Agreement,
  PRIVACY_CLASSES,
  type PrivacyClassName,
  type PurposeLimit,
} from '@openwaybill/schemas';
import type { Counterparty } from '../engine/options.ts';
import type { Unit } from '../store/unit.ts';

/** Where a field stands in a grant, and the class that an agreement has to reach for it. */
const MEMBERS: Readonly<Record<string, readonly [pointer: string, needs: PrivacyClassName]>> = {
  NAME: ['/fields/name', 'personal'],
  PHONE: ['/fields/phone', 'personal'],
  ADDRESS: ['/fields/address', 'personal'],
  DELIVERY_NOTE: ['/fields/deliveryNote', 'personal'],
  // it has no member in clear
  ID_NUMBER: ['/sealedFields', 'personal'],
};
const MESSAGE = 'RevealGrant';

/** The effective agreements with an organisation. */
export const effectiveAgreements = async (
  unit: Unit,
  partyId: string,
): Promise<readonly Agreement[]> =>
  (await unit.list({ collection: 'agreement', owner: partyId }))
    .map((row) => row.body as Agreement)
    .filter(({ status }) => status === 'EFFECTIVE');

/** Whether an agreement names a purpose, with the module that the purpose belongs to. */
export const namesPurpose =
  ({ purpose, module }: Pick<PurposeLimit, 'purpose' | 'module'>) =>
  ({ purposes, modules }: Agreement): boolean =>
    purposes.includes(purpose) && (module === undefined || modules.some((name) => name === module));

const isBelow = (pointer: string, grant: string): boolean =>
  pointer === grant || pointer.startsWith(`${grant}/`);

/** Whether an agreement lets a field go to a role: the closest grant decides, and what none names does not leave. */
const letsGo = ({ grants }: Agreement, { role }: Counterparty, field: string): boolean => {
  const [pointer, needs] = MEMBERS[field] ?? ['', 'secret'];
  const [closest] = grants
    .filter((grant) => grant.messageName === MESSAGE && grant.toRole === role)
    .filter((grant) => isBelow(pointer, grant.pointer))
    .sort((a, b) => b.pointer.length - a.pointer.length);
  return (
    closest !== undefined &&
    PRIVACY_CLASSES.indexOf(closest.maxClass) >= PRIVACY_CLASSES.indexOf(needs)
  );
};

/** Whether one agreement lets all of these fields go: an agreement may lower a maximum, and two do not add up. */
export const letsAllGo = (
  agreements: readonly Agreement[],
  caller: Counterparty,
  fields: readonly string[],
): boolean =>
  agreements.some((agreement) => fields.every((field) => letsGo(agreement, caller, field)));

/** Whether any agreement of a purpose wants nothing revealed in clear. */
export const wantsSeal = (agreements: readonly Agreement[]): boolean =>
  agreements.some(({ options }) => options.sealedRevealsOnly === true);
