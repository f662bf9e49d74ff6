import { EVENT_MEDIA_TYPES, SPOKEN_VERSION } from '@openwaybill/schemas';
import { base64 } from '@openwaybill/validate';
import { Webhook } from 'standardwebhooks';
import type { Delivery } from '../engine/options.ts';
import type { Keys, SigningKey } from '../identity/keys.ts';
import type { StoredEvent, StoredSubscription } from './outbox.ts';

const encoder = new TextEncoder();

/** The `v1a` signature of Standard Webhooks: Ed25519 over id, timestamp and raw body. */
const v1a = async (key: SigningKey, signed: string): Promise<string> =>
  `v1a,${base64(new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, encoder.encode(signed))))}`;

/**
 * A delivery ready to leave. The id is the event's and stays over retries; the timestamp is real time and new for each
 * attempt. While keys rotate the former key signs too.
 */
export const signedDelivery = async (
  event: StoredEvent,
  subscription: Pick<StoredSubscription, 'callbackUrl' | 'signing' | 'secret'>,
  keys: Pick<Keys, 'signing'>,
  wallNow: number,
): Promise<Delivery> => {
  const body = JSON.stringify(event);
  const timestamp = Math.floor(wallNow / 1000);
  const signed = `${event.id}.${timestamp}.${body}`;
  const signatures = await Promise.all(keys.signing.map((key) => v1a(key, signed)));
  if (subscription.secret !== undefined)
    signatures.push(
      new Webhook(subscription.secret).sign(event.id, new Date(timestamp * 1000), body),
    );
  return {
    url: subscription.callbackUrl,
    headers: {
      'Content-Type': EVENT_MEDIA_TYPES[0],
      'webhook-id': event.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures.join(' '),
      'OpenWaybill-Version': SPOKEN_VERSION,
    },
    body,
  };
};
