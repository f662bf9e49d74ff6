/** The fields that each purpose may ask for at most, and whether they come sealed alone. A test holds it to the policy. */
export const REVEALABLE = {
  FULFIL_LABEL: { fields: ['NAME', 'PHONE', 'ADDRESS'], isSealed: true },
  FULFIL_DELIVER: { fields: ['NAME', 'PHONE', 'ADDRESS', 'DELIVERY_NOTE'], isSealed: true },
  FULFIL_SELF_SHIP: { fields: ['NAME', 'PHONE', 'ADDRESS'], isSealed: false },
  FULFIL_CONTACT: { fields: ['PHONE'], isSealed: false },
  SERVICE_ADDRESS_CHANGE: { fields: ['ADDRESS'], isSealed: false },
  SERVICE_NAME_CHECK: { fields: ['NAME'], isSealed: false },
  SERVICE_AFTER_SALES: { fields: ['PHONE'], isSealed: false },
  SERVICE_CLAIM: { fields: ['NAME', 'ADDRESS'], isSealed: false },
  COMPLIANCE_REAL_NAME: { fields: ['NAME'], isSealed: false },
  COMPLIANCE_INSPECTION: { fields: ['NAME', 'ADDRESS'], isSealed: false },
  CUSTOMS_DECLARATION: { fields: ['NAME', 'ID_NUMBER', 'ADDRESS', 'PHONE'], isSealed: true },
} as const;

/** A purpose for which fields can be asked. */
export type Purpose = keyof typeof REVEALABLE;

/** The fields that a purpose allows. */
export type FieldOf<P extends Purpose> = (typeof REVEALABLE)[P]['fields'][number];

/** Purposes whose fields never come in clear. */
export type SealedPurpose = {
  [P in Purpose]: (typeof REVEALABLE)[P]['isSealed'] extends true ? P : never;
}[Purpose];
