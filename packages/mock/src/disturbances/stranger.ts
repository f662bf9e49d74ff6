import { base64 } from '@openwaybill/validate';
import { prefixed7 } from '../engine/invent.ts';
import type { Delivery, MockOptions, Random } from '../engine/options.ts';
import type { StoredEvent, StoredSubscription } from '../events/outbox.ts';
import { signedDelivery } from '../events/sign.ts';
import { signingKeyOf } from '../identity/keys.ts';

const SIGNATURE_BYTES = 64;

type To = Pick<StoredSubscription, 'callbackUrl'>;

/** The event as somebody else would send it: all as it is, under an id of its own. */
const copied = (event: StoredEvent, random: Random): StoredEvent => ({
  ...event,
  id: prefixed7('msg_', random, Date.parse(event.time)),
});

/** A delivery in our name under a signature that is none. */
export const forgedDelivery = async (
  event: StoredEvent,
  { callbackUrl }: To,
  random: Random,
  wallNow: number,
): Promise<Delivery> => {
  const to = { callbackUrl, signing: 'V1A' } as const;
  const sent = await signedDelivery(copied(event, random), to, { signing: [] }, wallNow);
  const signature = `v1a,${base64(random(SIGNATURE_BYTES))}`;
  return { ...sent, headers: { ...sent.headers, 'webhook-signature': signature } };
};

/** A delivery in our name, signed with a key that nobody published; with more in it than any event may have. */
export const strangeDelivery = async (
  { seed }: Pick<MockOptions, 'seed'>,
  event: StoredEvent,
  { callbackUrl }: To,
  random: Random,
  wallNow: number,
  padding = 0,
): Promise<Delivery> => {
  const to = { callbackUrl, signing: 'V1A' } as const;
  const own = copied(event, random);
  const data = padding === 0 ? own.data : { ...own.data, padding: ' '.repeat(padding) };
  const keys = { signing: [await signingKeyOf(seed, 'forger')] };
  return signedDelivery({ ...own, data }, to, keys, wallNow);
};
