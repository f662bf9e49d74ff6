import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { type DeliveryCase, exampleOf, laidOver } from './case.ts';

/** What arrives at a receiver, and when, in milliseconds. */
export type Arriving = {
  readonly now: number;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBase64: string;
};

const ID = 'msg_0000000000000001';
/** More than a whole event may have. */
const LARGE_BYTES = 300_000;

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, jwk: { kty: 'OKP', crv: 'Ed25519', x, use: 'sig' } };
};
const PAIRS: Readonly<Record<string, ReturnType<typeof pair>>> = { ours: pair(), others: pair() };
const SECRETS: Readonly<Record<string, string>> = {
  first: `whsec_${Buffer.alloc(24, 7).toString('base64')}`,
  second: `whsec_${Buffer.alloc(24, 8).toString('base64')}`,
};

/** Public keys of the parties of a case. */
export const jwksOf = (names: readonly string[]): readonly object[] =>
  names.flatMap((name) => PAIRS[name]?.jwk ?? []);

/** Shared secrets as Standard Webhooks writes them. */
export const secretsOf = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => SECRETS[name] ?? []);

const signatureBy = (name: string, content: string): string => {
  const secret = SECRETS[name];
  if (secret !== undefined) {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  }
  const key = PAIRS[name]?.privateKey;
  if (key === undefined) throw new Error(`nobody of a case is called ${name}`);
  return `v1a,${sign(null, Buffer.from(content), key).toString('base64')}`;
};

const usual = (id: string): object => ({
  specversion: '1.0',
  id,
  source: 'urn:openwaybill:party:ZZ',
  type: 'org.openwaybill.waybill.status.changed',
  subject: 'ZZ010000000016',
  time: '2026-11-11T00:00:00+08:00',
  datacontenttype: 'application/json',
  dataschema: 'https://openwaybill.org/schemas/1.0.0/WaybillStatusChange.json',
  sequence: '00000000000000000001',
  data: exampleOf('WaybillStatusChange'),
});

const replacedData = (event: object, over: DeliveryCase['event']): unknown => {
  const data = over?.data as { readonly $example?: string } | undefined;
  return data?.$example === undefined
    ? laidOver(event, over ?? {})
    : { ...event, ...over, data: exampleOf(data.$example) };
};

/** A delivery of a case as it arrives, by the time at which the case begins, in milliseconds. */
export const arriving = (given: DeliveryCase, start: number): Arriving => {
  const now = start + (given.afterSeconds ?? 0) * 1000;
  const id = given.id ?? ID;
  const event = replacedData(usual(id), given.event);
  const seconds = String(Math.floor(now / 1000) - (given.secondsAgo ?? 0));
  const text =
    given.text === '$large'
      ? JSON.stringify({ ...usual(id), note: 'x'.repeat(LARGE_BYTES) })
      : (given.text ?? JSON.stringify(event));
  const signatures = (given.signedBy ?? ['ours']).map((by) =>
    signatureBy(by, `${id}.${seconds}.${text}`),
  );
  const arrives =
    given.arrives === '$spaced'
      ? JSON.stringify(event, null, 1)
      : typeof given.arrives === 'object'
        ? JSON.stringify(laidOver(event, given.arrives.$event))
        : text;
  return {
    now,
    method: given.method ?? 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      ...(signatures.length === 0 ? {} : { 'webhook-signature': signatures.join(' ') }),
    },
    bodyBase64: Buffer.from(given.method === 'GET' ? '' : arrives).toString('base64'),
  };
};
