import { type Counterparty, signingKeyOf } from '@openwaybill/mock';
import type { Role } from '@openwaybill/schemas';

/** The roles that the mock server plays. */
export const PLAYED = ['courier', 'platform'] as const;
export type Played = (typeof PLAYED)[number];

export const DEFAULT_PORTS: Readonly<Record<Played, number>> = { courier: 4010, platform: 4011 };

/** Organisations that may check a mock server without a key of their own: theirs follow from the seed. */
const RUNNERS = {
  courier: {
    runner: { partyId: 'PLATFORM1', role: 'platform' },
    second: { partyId: 'PLATFORM2', role: 'platform' },
  },
  platform: {
    runner: { partyId: 'COURIER1', role: 'courier' },
    second: { partyId: 'COURIER2', role: 'courier' },
    merchant: { partyId: '91210200MA0000002Q', role: 'merchant' },
  },
} as const satisfies Readonly<
  Record<Played, Readonly<Record<string, { readonly partyId: string; readonly role: Role }>>>
>;

/** Somebody else's side of an exchange, by the key that it has in a sandbox of this seed. */
export const counterpartyOf = async (
  seed: number,
  party: { readonly partyId: string; readonly role: Role; readonly name: string },
  more: { readonly baseUrl?: string; readonly facet?: 'CORE' | 'LAST_MILE' } = {},
): Promise<Counterparty> => ({
  ...party,
  clientId: party.partyId,
  keys: [(await signingKeyOf(seed, party.partyId)).publicJwk],
  ...(party.role === 'courier' ? { facet: 'LAST_MILE' as const, carrierCode: 'ZZ' } : {}),
  ...more,
});

/** The counterparties that a conformance run speaks as. */
export const runnersOf = (seed: number, role: Played): Promise<readonly Counterparty[]> =>
  Promise.all(
    Object.values(RUNNERS[role]).map((party) =>
      counterpartyOf(seed, { ...party, name: `检测单位 ${party.partyId}` }),
    ),
  );

/** What lets a conformance run speak as them. */
export const developmentCredentials = async (seed: number, role: Played) => {
  const entries = await Promise.all(
    Object.entries(RUNNERS[role]).map(async ([who, { partyId, role: as }]) => {
      const { privateKey, kid } = await signingKeyOf(seed, partyId);
      const { d, x } = await crypto.subtle.exportKey('jwk', privateKey);
      return [
        who,
        {
          clientId: partyId,
          partyId,
          role: as,
          name: `检测单位 ${partyId}`,
          key: { kty: 'OKP', crv: 'Ed25519', kid, d, x },
        },
      ] as const;
    }),
  );
  return Object.fromEntries(entries);
};
