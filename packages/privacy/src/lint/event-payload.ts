import { isAtLeast } from '@openwaybill/schemas';
import { privacyOf } from '../schema-walk.ts';
import type { Member } from './members.ts';

/** What is wrong with a member of an event: queues and retries multiply whatever an event carries. */
export const faultsOfPayload = ({ name, schema }: Member): readonly string[] => {
  const privacy = privacyOf(schema);
  if (privacy === undefined) return [];
  const { class: classOf, kind, mask, subject } = privacy;
  const faults: string[] = [];
  if (isAtLeast(classOf, 'personal'))
    faults.push(`${name} is ${classOf}; an event is pseudonymous at most. Leave it out.`);
  if (mask !== undefined)
    faults.push(`${name} is a masked value; an event carries none. Leave it out.`);
  if (kind === 'phone.virtual' || kind === 'sealed-payload')
    faults.push(`${name} is a ${kind}; an event carries none. Leave it out.`);
  if ((subject === 'consignee' || subject === 'consignor') && kind !== 'opaque-ref')
    faults.push(`${name} is about the ${subject}; an event has a reference alone. Leave it out.`);
  return faults;
};
