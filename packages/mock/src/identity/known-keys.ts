import { type CapabilityDocument, type KeySet, SPOKEN_VERSION } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { addressOf } from '../engine/address.ts';
import type { Counterparty, MockOptions } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import { recordRow } from '../store/resource.ts';
import type { Store } from '../store/store.ts';
import { Unit } from '../store/unit.ts';

const KNOWN_KEYS = 'known-keys';

type Keys = Counterparty['keys'];

/** The keys of the counterparties: those that each published last, or else those that it was introduced with. */
export type KnownKeys = {
  readonly parties: readonly Counterparty[];
  /** Takes the key set of an organisation for those of its clients of whom it holds a key. */
  readonly learn: (unit: Unit, now: string, partyId: string, keys: Keys) => void;
  /** Takes what is stored, which another process may have learned. */
  readonly reread: (unit: Unit) => Promise<void>;
};

export const createKnownKeys = async (
  introduced: readonly Counterparty[],
  store: Store,
): Promise<KnownKeys> => {
  const learned = new Map<string, Keys>();
  const reread = async (unit: Unit): Promise<void> => {
    for (const { id, body } of await unit.list({ collection: KNOWN_KEYS }))
      learned.set(id, body as Keys);
  };
  await reread(new Unit(store));
  const parties = introduced.map((party) => ({
    ...party,
    get keys(): Keys {
      return learned.get(party.clientId) ?? party.keys;
    },
  }));
  return {
    parties,
    learn: (unit, now, partyId, keys) => {
      const kids = new Set(keys.map(({ kid }) => kid));
      for (const { clientId, ...party } of parties) {
        if (party.partyId !== partyId || !party.keys.some(({ kid }) => kids.has(kid))) continue;
        learned.set(clientId, keys);
        unit.put(recordRow(KNOWN_KEYS, clientId, '', now, keys));
      }
    },
    reread,
  };
};

/** What a party publishes of itself, which nobody needs a token for; nothing where it cannot be had. */
const publishedAt = async (url: string, options: Pick<MockOptions, 'fetch'>): Promise<unknown> => {
  try {
    const answer = await options.fetch(
      new Request(url, { headers: { 'OpenWaybill-Version': SPOKEN_VERSION } }),
    );
    return answer.ok ? await answer.json() : undefined;
  } catch {
    // out of reach, or no JSON: the keys that are known hold until the former one signs no more
    return undefined;
  }
};

/** The key set that a party publishes; nothing where it cannot be had. */
const publishedKeys = async (
  baseUrl: string,
  options: Pick<MockOptions, 'fetch'>,
): Promise<Keys | undefined> => {
  const document = await publishedAt(`${baseUrl}/.well-known/openwaybill`, options);
  const url = (document as Partial<CapabilityDocument> | undefined)?.endpoints?.keys;
  const set = url === undefined ? undefined : await publishedAt(url, options);
  return set !== undefined && judge('KeySet', set, 'receiver').ok
    ? (set as KeySet).keys
    : undefined;
};

/** A party said that its keys changed, signed by one that is known: they are read where it is reached. */
export const rereadKeys = (system: System, partyId: string): void => {
  const party = system.counterparty(partyId);
  if (party === undefined) return;
  system.background(async () => {
    const { baseUrl } = await system.transact(partyId, (unit) => addressOf(unit, party));
    const keys = baseUrl === undefined ? undefined : await publishedKeys(baseUrl, system.options);
    if (keys === undefined) return;
    await system.transact(partyId, async (unit, now) =>
      system.knownKeys.learn(unit, now, partyId, keys),
    );
  });
};
