import { fromBase64url, parseJson } from '@openwaybill/validate';

/** The header of a sealed payload, which anybody can read; nothing where it is none. */
// biome-ignore lint/suspicious/noExplicitAny: a header is narrowed where it is read
export const headerOfSeal = (sealed: unknown): any => {
  const [header] = typeof sealed === 'string' ? sealed.split('.') : [];
  const bytes = fromBase64url(header ?? '');
  const parsed = bytes === undefined ? undefined : parseJson(bytes);
  return parsed?.ok === true ? parsed.value : undefined;
};

/** Members of a payload, by the field that was granted. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  NAME: ['name'],
  PHONE: ['phone', 'phoneKind'],
  ADDRESS: ['address'],
  DELIVERY_NOTE: ['deliveryNote'],
  ID_NUMBER: ['idNumber'],
};

/** The members that a payload may have for these fields. */
export const membersFor = (fields: readonly string[]): readonly string[] =>
  fields.flatMap((field) => MEMBERS[field] ?? []).sort();

/** What a recipient has to understand. */
export const CRITICAL: readonly string[] = ['aud', 'exp', 'purpose', 'revealId', 'waybillNo'];
