import { createHash } from 'node:crypto';

/** What makes two adapted observations the same one (rule 8 of the crosswalk). */
export type Observation = {
  readonly vocabulary: string;
  readonly version: string;
  readonly carrier: string;
  readonly waybillNo: string;
  readonly code: string;
  readonly subCode: string;
  readonly occurredAt: string;
  readonly facility: string;
};

/** Unit separator: stands in none of the parts, so that no two lists of parts give one text. */
const SEPARATOR = '\u001f';

/**
 * UUIDv8 (RFC 9562 section 5.8) of the first 122 bits of SHA-256 over the observation, so that a repeated poll
 * gives the same id.
 */
export const eventIdOf = (observation: Observation): string => {
  const { vocabulary, version, carrier, waybillNo, code, subCode, occurredAt, facility } =
    observation;
  const parts = [vocabulary, version, carrier, waybillNo, code, subCode, occurredAt, facility];
  const bits =
    BigInt(`0x${createHash('sha256').update(parts.join(SEPARATOR)).digest('hex')}`) >> 134n;
  const high = bits >> 74n;
  const middle = (bits >> 62n) & 0xfffn;
  const low = bits & 0x3fff_ffff_ffff_ffffn;
  const value = (high << 80n) | (8n << 76n) | (middle << 64n) | (2n << 62n) | low;
  return value
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
