import { type Registry, type Role, registry } from '@openwaybill/schemas';
import { seededRandom } from './engine/invent.ts';
import { createMock, type Mock } from './engine/mock.ts';
import type { Attempt, Counterparty, Delivery, MockOptions } from './engine/options.ts';
import { sealingKeyOf, signingKeyOf } from './identity/keys.ts';
import { memoryStore } from './store/memory.ts';

/** A party of a test: by default the only other one in its world. */
export type TestParty = Pick<Counterparty, 'partyId' | 'role' | 'name'> &
  Partial<Pick<Counterparty, 'baseUrl' | 'facet' | 'clientId' | 'keys' | 'isUnfiled'>>;

export type TestMockOptions = Partial<Omit<MockOptions, 'counterparties'>> & {
  readonly counterparties?: readonly TestParty[];
};

export type TestMock = Mock & {
  /** The deliveries that left while no `send` was given, oldest first. */
  readonly sent: readonly Delivery[];
  /** Milliseconds that the mock would have waited before it repeated requests of its own. */
  readonly waits: readonly number[];
  readonly registry: Registry;
};

const PARTIES: Readonly<Partial<Record<Role, TestParty>>> = {
  courier: { partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' },
  platform: { partyId: 'SHOPONE', role: 'platform', name: '示例电商' },
};
const SEED = 1;
const WORLD_START = '2026-11-11T00:00:00+08:00';

/** The development key of a party by the default seed, as its counterparties know it. */
const withKeys = async (party: TestParty, seed: number): Promise<Counterparty> => ({
  clientId: party.partyId,
  keys: [
    (await signingKeyOf(seed, party.partyId)).publicJwk,
    await sealingKeyOf(seed, party.partyId),
  ],
  ...party,
});

/**
 * A mock for tests: memory, a clock that stands still, seed 1. Deliveries are kept in `sent` and answered 204 (a
 * challenge by itself), nothing sleeps, and a defect of the mock is thrown by `settled`.
 */
export const createTestMock = async (options: TestMockOptions = {}): Promise<TestMock> => {
  const role = options.role ?? 'courier';
  const seed = options.seed ?? SEED;
  const self = PARTIES[role] ?? { partyId: 'OTHERONE', role, name: '示例企业' };
  const other = role === 'courier' ? PARTIES.platform : PARTIES.courier;
  const sent: Delivery[] = [];
  const waits: number[] = [];
  const defects: unknown[] = [];
  const send = async (delivery: Delivery): Promise<Attempt> => {
    sent.push(delivery);
    const { challenge } = JSON.parse(delivery.body).data;
    return challenge === undefined
      ? { status: 204, body: '' }
      : { status: 200, body: JSON.stringify({ challenge }) };
  };
  const mock = await createMock({
    registry,
    role,
    partyId: self.partyId,
    name: self.name,
    baseUrl: `https://${role}.test`,
    world: {},
    seed,
    random: seededRandom(seed),
    store: memoryStore(),
    worldStart: WORLD_START,
    clockMode: 'FROZEN',
    wallClock: () => Date.parse(WORLD_START),
    send,
    fetch: async () => Response.error(),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    environment: 'SANDBOX',
    unknownMembers: 'STRICT',
    developmentTokens: true,
    onDefect: (error) => defects.push(error),
    ...options,
    counterparties: await Promise.all(
      (options.counterparties ?? (other === undefined ? [] : [other])).map((party) =>
        withKeys(party, seed),
      ),
    ),
  });
  return {
    ...mock,
    sent,
    waits,
    registry: options.registry ?? registry,
    settled: async () => {
      await mock.settled();
      const [defect] = defects.splice(0);
      if (defect !== undefined) throw defect;
    },
  };
};
