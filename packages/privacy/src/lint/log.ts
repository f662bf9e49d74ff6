import { isAtLeast } from '@openwaybill/schemas';
import { privacyOf } from '../schema-walk.ts';
import type { Member } from './members.ts';

/** What is wrong with a member that says it may be logged. */
export const faultsOfLog = ({ name, schema }: Member): readonly string[] => {
  const privacy = privacyOf(schema);
  return privacy?.log === 'allowed' &&
    (privacy.mask !== undefined || isAtLeast(privacy.class, 'personal'))
    ? [`${name} may be logged as it is; what is masked or personal may not. Leave log out.`]
    : [];
};
