import { epochMillis, type LicenceRecord } from '@openwaybill/schemas';

/** Days of a licence are civil days of Asia/Shanghai, which has no summer time. */
const instantOf = (day: string, time: string): number => epochMillis(`${day}T${time}+08:00`);

/** Whether a licence entitles to business at an instant: it is VALID, on its first day or later, and on its last. */
export const isLicensed = (
  { status, validFromOn, validToOn }: Pick<LicenceRecord, 'status' | 'validFromOn' | 'validToOn'>,
  at: string,
): boolean => {
  const now = epochMillis(at);
  return (
    status === 'VALID' &&
    now >= instantOf(validFromOn, '00:00:00') &&
    now <= instantOf(validToOn, '23:59:59.999')
  );
};

/**
 * Whether a party with these licences may be listed as active (REG-003). A courier needs a licence; for a party that
 * is none, `undefined` says that licences decide nothing.
 */
export const mayBeActive = (
  roles: readonly string[],
  licences: readonly LicenceRecord[],
  at: string,
): boolean | undefined =>
  roles.includes('courier') ? licences.some((licence) => isLicensed(licence, at)) : undefined;
