import { fromBase64 } from '@openwaybill/validate';
import type { Counterparty } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import type { System } from '../engine/system.ts';

/** Seconds by which a timestamp may be off, either way. */
const TOLERANCE = 300;
const encoder = new TextEncoder();

const verifies = async (
  party: Counterparty,
  signed: Uint8Array<ArrayBuffer>,
  signatures: readonly Uint8Array<ArrayBuffer>[],
): Promise<boolean> => {
  for (const jwk of party.keys) {
    // other keys of a party sign other things, or seal
    if (jwk.crv !== 'Ed25519') continue;
    const key = await crypto.subtle.importKey(
      'jwk',
      { ...jwk, key_ops: ['verify'] },
      'Ed25519',
      false,
      ['verify'],
    );
    for (const signature of signatures)
      if (await crypto.subtle.verify('Ed25519', key, signature, signed)) return true;
  }
  return false;
};

const sourceOf = (bytes: Uint8Array): string | undefined => {
  try {
    return String(JSON.parse(new TextDecoder().decode(bytes)).source);
  } catch {
    return undefined;
  }
};

/**
 * Who sent an event: the counterparty one of whose keys signed these raw bytes, which `source` must then be. A
 * delivery names no key, so every counterparty's keys are tried.
 */
export const verifyEvent = async (
  system: System,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Headers,
): Promise<Counterparty> => {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const age = Math.abs(system.options.wallClock() / 1000 - Number(timestamp));
  if (!/^[0-9]{1,12}$/.test(timestamp) || age > TOLERANCE) throw new Refusal('TIMESTAMP_SKEW');
  const signatures = (headers.get('webhook-signature') ?? '')
    .split(' ')
    .filter((one) => one.startsWith('v1a,'))
    .flatMap((one) => fromBase64(one.slice('v1a,'.length)) ?? []);
  const prefix = encoder.encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(prefix.length + bytes.length);
  signed.set(prefix);
  signed.set(bytes, prefix.length);
  for (const party of system.options.counterparties) {
    if (!(await verifies(party, signed, signatures))) continue;
    const source = sourceOf(bytes);
    // bytes that are no JSON are told at their own step of judgement
    if (source !== undefined && source !== `urn:openwaybill:party:${party.partyId}`) break;
    return party;
  }
  throw new Refusal('SIGNATURE_INVALID');
};
