import type { StoredSubscription } from '../events/outbox.ts';

/** As every read shows it: the secret was told once, and the challenge goes to the receiver alone. */
export const showSubscription = ({
  secret: _,
  challenge: __,
  ...shown
}: StoredSubscription): Omit<StoredSubscription, 'secret' | 'challenge'> => shown;
