import {
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { registry } from '@openwaybill/schemas';

/** Every delivery of these tests is made at this time. */
export const NOW = Date.parse('2026-11-22T01:00:00Z');
export const ID = 'msg_0000000000000001';
export const SOURCE = 'urn:openwaybill:party:ZZ';
export const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

const keyPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, jwk: { kty: 'OKP', crv: 'Ed25519', x, use: 'sig' } };
};
export const ours = keyPair();
export const others = keyPair();

/** PKCS #8 of Ed25519 (RFC 8410) up to the seed. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
export const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });

const content = (id: string, timestamp: string, body: string): Buffer =>
  Buffer.from(`${id}.${timestamp}.${body}`);

/** One signature of a delivery: by a key, or by a secret. */
export const signature = (
  by: KeyObject | string,
  id: string,
  timestamp: string,
  body: string,
): string =>
  typeof by === 'string'
    ? `v1,${createHmac('sha256', Buffer.from(by.slice('whsec_'.length), 'base64'))
        .update(content(id, timestamp, body))
        .digest('base64')}`
    : `v1a,${sign(null, content(id, timestamp, body), by).toString('base64')}`;

const payloadOf = (name: string): object =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as object;

/** An event whose envelope is right. */
export const eventOf = (type: string, data: object): Readonly<Record<string, unknown>> => ({
  specversion: '1.0',
  id: ID,
  source: SOURCE,
  type,
  subject: 'ZZ010000000016',
  time: '2026-11-22T09:00:00+08:00',
  datacontenttype: 'application/json',
  dataschema: 'https://openwaybill.org/schemas/1.0.0/WaybillStatusChange.json',
  sequence: '00000000000000000001',
  data,
});
export const STATUS_CHANGED = 'org.openwaybill.waybill.status.changed';
export const statusChanged = eventOf(STATUS_CHANGED, payloadOf('WaybillStatusChange'));

/** What stands beside an event on its way. */
export type Given = {
  readonly event?: unknown;
  readonly text?: string;
  /** What arrives, where that is not what was signed. */
  readonly arrives?: string;
  readonly signedBy?: readonly (KeyObject | string)[];
  readonly id?: string;
  readonly seconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
};

/** A delivery, signed with our key at the time of these tests unless it says otherwise. */
export const delivery = ({
  event = statusChanged,
  text = JSON.stringify(event),
  arrives = text,
  signedBy = [ours.privateKey],
  id = ID,
  seconds = NOW / 1000,
  headers = {},
  method = 'POST',
}: Given = {}): Request =>
  new Request('https://platform.test/v1/event-inbox', {
    method,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signedBy.map((by) => signature(by, id, String(seconds), text)).join(' '),
      ...headers,
    },
    ...(method === 'POST' ? { body: arrives } : {}),
  });
