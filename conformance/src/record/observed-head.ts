import type { Role } from '@openwaybill/schemas';
import { digestOf } from '../transcript/chain.ts';
import type { Head, PublishedKey } from '../transcript/format.ts';
import { REDACTION_VERSION } from '../transcript/redact.ts';
import { SUITE_VERSION } from '../version.ts';
import type { CapabilityDocument, Depth } from '../words.ts';

/** A party that is watched. */
export type ObservedParty = {
  readonly role: Role;
  readonly document: CapabilityDocument;
  readonly keys?: readonly PublishedKey[];
};

/** The first entry of what was only watched. */
export const observedHead = (about: {
  readonly runId: string;
  readonly mode: 'RECORD' | 'BETWEEN';
  readonly parties: readonly ObservedParty[];
  readonly redact: 'strict' | 'off';
  readonly set?: string;
  readonly seed?: number;
  readonly carries?: 'MESSAGES';
}): Omit<Head, 'seq' | 'at'> => {
  const depth: Depth = 'WIRE';
  return {
    kind: 'head',
    format: 'openwaybill-transcript/1',
    runId: about.runId,
    suite: { version: SUITE_VERSION },
    set: about.set ?? 'next',
    mode: about.mode,
    seed: about.seed ?? 0,
    depth,
    patience: 1,
    ...(about.carries === undefined ? {} : { carries: about.carries }),
    claims: about.parties.map(({ role, document, keys }) => ({
      role,
      document,
      digest: digestOf(JSON.stringify(document)),
      ...(keys === undefined ? {} : { keys: keys.flatMap(publicPart) }),
    })),
    parties: about.parties.map(({ role, document }) => ({
      id: role,
      role,
      seat: 'OBSERVED',
      organisation: document.organisation.partyId,
    })),
    redaction: {
      policy: about.redact === 'strict' ? 'RECORD' : 'CHECK',
      version: REDACTION_VERSION,
    },
  };
};

const publicPart = ({ crv, x }: PublishedKey): readonly PublishedKey[] =>
  crv === undefined || x === undefined ? [] : [{ crv, x }];
