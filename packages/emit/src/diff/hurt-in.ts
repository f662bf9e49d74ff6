import type { Exchange, Party } from './change.ts';
import type { Hurt } from './rule.ts';

/** Who pays for a change where a message goes from one party to another. */
export const hurtIn = (
  hurt: Hurt,
  { sender, receiver }: Pick<Exchange, 'sender' | 'receiver'>,
): readonly Party[] => {
  switch (hurt) {
    case 'sender':
      return [sender];
    case 'receiver':
      return [receiver];
    case 'both':
    case 'developers':
    case 'implementers':
      return [sender, receiver];
    default:
      return [];
  }
};
