import { castOf } from '@openwaybill/conformance/cast';
import { type Counterparty, sealingKeyOf, sealingPairOf, signingKeyOf } from '@openwaybill/mock';
import { type Role, SERVING_ROLES } from '@openwaybill/schemas';

/** The roles that the mock server plays: all that serve. */
export const PLAYED = SERVING_ROLES;
export type Played = (typeof PLAYED)[number];

/** Whether the mock server plays a role of this name. */
export const isPlayed = (role: string): role is Played => PLAYED.some((one) => one === role);

/** A role of a world that calls and serves nothing. */
export type Caller = 'merchant';

const FIRST_PORT = 4010;
/** Where each role is served: the two of the core exchange first. */
export const DEFAULT_PORTS = Object.fromEntries(
  [
    'courier',
    'platform',
    ...PLAYED.filter((role) => role !== 'courier' && role !== 'platform'),
  ].map((role, index) => [role, FIRST_PORT + index]),
) as Readonly<Record<Played, number>>;

/** Any free port for everybody. */
export const ANY_PORT = Object.fromEntries(PLAYED.map((role) => [role, 0])) as Readonly<
  Record<Played, number>
>;

/** A merchant is known by its unified social credit code. */
const MERCHANT = '91210200MA0000002Q';
/** Parts of a run that are a second organisation of their role. */
const SECONDS: readonly string[] = ['second', 'other-merchant'];

/** Organisations that may check a mock server without a key of their own: theirs follow from the seed. */
const runnersAt = (role: Played) =>
  castOf(role).map(({ who, role: as, facet, of }) => {
    const partyId =
      who === 'merchant'
        ? MERCHANT
        : // the numbers of the city's own parties end in 1
          `${as.toUpperCase().replaceAll('-', '').slice(0, 12)}${SECONDS.includes(who) ? '72' : '71'}`;
    return {
      who,
      role: as,
      partyId,
      clientId: of === undefined ? partyId : `${partyId}-${who}`,
      ...(facet === undefined ? {} : { facet }),
    };
  });

/** Somebody else's side of an exchange, by the key that it has in a sandbox of this seed. */
export const counterpartyOf = async (
  seed: number,
  party: { readonly partyId: string; readonly role: Role; readonly name: string },
  more: Partial<Pick<Counterparty, 'baseUrl' | 'facet' | 'clientId' | 'keys'>> = {},
): Promise<Counterparty> => ({
  ...party,
  clientId: party.partyId,
  keys: [
    (await signingKeyOf(seed, party.partyId)).publicJwk,
    await sealingKeyOf(seed, party.partyId),
  ],
  ...(party.role === 'courier' ? { facet: 'LAST_MILE' as const, carrierCode: 'ZZ' } : {}),
  ...more,
});

/** The counterparties that a conformance run speaks as. */
export const runnersOf = (seed: number, role: Played): Promise<readonly Counterparty[]> =>
  Promise.all(
    runnersAt(role).map(({ who: _, partyId, role: as, ...client }) =>
      counterpartyOf(seed, { partyId, role: as, name: `检测单位 ${partyId}` }, client),
    ),
  );

/** What lets whoever holds it speak as a party of a sandbox of this seed. */
export const partyCredentials = async (seed: number, partyId: string, role: Role) => {
  const { privateKey, kid } = await signingKeyOf(seed, partyId);
  const { d = '', x = '' } = await crypto.subtle.exportKey('jwk', privateKey);
  return { clientId: partyId, partyId, role, key: { kty: 'OKP', crv: 'Ed25519', kid, d, x } };
};

/** What lets a conformance run speak as them. */
export const developmentCredentials = async (seed: number, role: Played) => {
  const entries = await Promise.all(
    runnersAt(role).map(async ({ who, partyId, clientId, role: as }) => {
      const { privateJwk: sealingKey } = await sealingPairOf(seed, partyId);
      return [
        who,
        {
          ...(await partyCredentials(seed, partyId, as)),
          clientId,
          name: `检测单位 ${partyId}`,
          sealingKey,
        },
      ] as const;
    }),
  );
  return Object.fromEntries(entries);
};
