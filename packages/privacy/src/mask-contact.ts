import type { ContactMasked } from '@openwaybill/schemas';
import { cnName1 } from './masks/cn-name-1.ts';
import { phone1 } from './masks/phone-1.ts';

/** What is read of a contact. An extension is a member of its own and stands in no masked form. */
export type MaskableContact = {
  readonly name: string;
  readonly mobile?: string;
  readonly landline?: string;
};

/** Masks a contact: the mobile where there is one, so that a person has one masked phone everywhere. */
export const maskContact = (contact: MaskableContact): ContactMasked => ({
  nameMasked: cnName1(contact.name),
  phoneMasked: phone1(contact.mobile ?? contact.landline ?? ''),
});
