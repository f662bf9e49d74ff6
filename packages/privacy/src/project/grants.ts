import { type Agreement, isAtLeast, type PrivacyClassName, type Role } from '@openwaybill/schemas';

/** What is read of an agreement. */
export type GrantingAgreement = Pick<Agreement, 'status' | 'grants'>;
export type Grant = Agreement['grants'][number];

/** The grants of the effective agreements for one message to one role. */
export const grantsFor = (
  agreements: readonly GrantingAgreement[],
  messageName: string,
  toRole: Role,
): readonly Grant[] =>
  agreements
    .filter(({ status }) => status === 'EFFECTIVE')
    .flatMap(({ grants }) =>
      grants.filter((grant) => grant.messageName === messageName && grant.toRole === toRole),
    );

const isPrefix = (prefix: string, pointer: string): boolean =>
  pointer === prefix || pointer.startsWith(`${prefix}/`);

/** The highest class of the grant that fits a leaf best: the longest prefix, of equally long ones the highest class. */
export const classGranted = (
  grants: readonly Grant[],
  pointer: string,
  least = '',
): PrivacyClassName | undefined => {
  let best: Grant | undefined;
  for (const grant of grants) {
    if (!isPrefix(grant.pointer, pointer) || grant.pointer.length < least.length) continue;
    const isBetter =
      best === undefined ||
      grant.pointer.length > best.pointer.length ||
      (grant.pointer.length === best.pointer.length && isAtLeast(grant.maxClass, best.maxClass));
    if (isBetter) best = grant;
  }
  return best?.maxClass;
};
