import { mintConsigneeRef } from '@openwaybill/privacy';
import type { TrackingEventRecorded } from '@openwaybill/schemas';
import { putVaultEntry, type Reference, referenceFor } from '../src/consignees/vault.ts';
import { sealingKeyOf } from '../src/identity/keys.ts';
import { bindWaybill } from '../src/observed/bind-waybill.ts';
import { observeScan } from '../src/observed/observed-parcel.ts';
import { recordRow } from '../src/store/resource.ts';
import { createTestMock, type TestMock } from '../src/testing.ts';
import { nextKey } from './exchange.ts';
import { faultsOfAnswer, operationOf } from './judged-exchange.ts';

export const CORE = 'CORE1';
export const LAST_MILE = 'LASTMILE1';
export const MERCHANT = 'MERCHANT1';
export const SELF_SHIPPING = 'MERCHANT2';
export const SOFTWARE = 'ISV1';

const START = '2026-11-11T00:00:00.000Z';
const PARTIES = [
  { partyId: CORE, role: 'courier', facet: 'CORE', name: CORE },
  { partyId: LAST_MILE, role: 'courier', facet: 'LAST_MILE', name: LAST_MILE },
  { partyId: MERCHANT, role: 'merchant', name: MERCHANT },
  { partyId: SELF_SHIPPING, role: 'merchant', name: SELF_SHIPPING },
  { partyId: SOFTWARE, role: 'isv', name: SOFTWARE },
] as const;

export type Answered = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it has just compared
  readonly body: any;
  readonly headers: Headers;
};

/** Where a parcel is: who carries it, and what was observed of it, by whom. */
export type Carried = {
  readonly carrier?: string;
  readonly scans?: readonly (readonly [code: string, actorId?: string])[];
};

export type RevealWorld = {
  readonly mock: TestMock;
  /** A parcel for a person; how a party refers to the person, as who receives or as who sends. */
  readonly parcel: (where?: Carried) => Promise<{
    readonly waybillNo: string;
    readonly refOf: (
      partyId: string,
      about?: 'consignor',
    ) => Promise<Readonly<Record<string, string>>>;
  }>;
  /** References to the persons of so many other orders, as whoever sells much has them. */
  readonly sell: (partyId: string, count: number) => Promise<void>;
  readonly call: (as: string, path: string, body: unknown) => Promise<Answered>;
  /** Lets a party's clock go on. */
  readonly wait: (partyId: string, milliseconds: number) => Promise<void>;
  readonly sealTo: (partyId: string) => Promise<{ readonly sealToKeyId: string }>;
  /** Answers that a platform must not give. */
  readonly faults: readonly string[];
};

const eventOf = (
  waybillNo: string,
  at: number,
  [eventCode, actorId]: readonly [string, string?],
): TrackingEventRecorded => {
  const occurredAt = new Date(Date.parse(START) - 3_600_000 + at * 60_000).toISOString();
  return {
    eventId: `${waybillNo}-${at}`,
    carrierCode: 'ZZ',
    waybillNo,
    eventCode,
    occurredAt,
    recordedAt: occurredAt,
    timeQuality: 'EXACT',
    confidence: 'HIGH',
    ...(actorId === undefined ? {} : { actor: { actorId, kind: 'COURIER' } }),
  } as TrackingEventRecorded;
};

/** A platform whose persons stand in the vault, spoken to by its interface; the merchant that delivers agreed on it. */
export const revealWorld = async (): Promise<RevealWorld> => {
  const mock = await createTestMock({
    role: 'platform',
    worldStart: START,
    wallClock: () => Date.parse(START),
    counterparties: PARTIES,
  });
  const { system } = mock;
  const faults: string[] = [];
  let count = 0;
  await system.transact('', async (unit) => {
    for (const owner of [SELF_SHIPPING, SOFTWARE])
      for (const row of await unit.list({ collection: 'agreement', owner })) {
        const agreement = row.body as { readonly purposes: readonly string[] };
        const purposes = [...agreement.purposes, 'FULFIL_SELF_SHIP'];
        unit.put({ ...row, body: { ...agreement, purposes } });
      }
  });
  return {
    mock,
    faults,
    parcel: ({ carrier = CORE, scans = [] } = {}) => {
      count += 1;
      const orderNo = `SO-${count}`;
      const waybillNo = `ZZ${String(count).padStart(10, '0')}`;
      return system.transact(carrier, async (unit, now) => {
        await putVaultEntry(system, unit, MERCHANT, now, {
          orderNo,
          contact: { name: '张三丰', mobile: '+8619900000001' },
          address: {
            region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
            road: '虚构路8号',
            geo: {
              longitudeMicrodegrees: 121_600_000,
              latitudeMicrodegrees: 38_900_000,
              crs: 'WGS84',
            },
            structured: true,
          },
          deliveryNote: '放在门口',
          basis: 'CONTRACT',
          registeredBy: MERCHANT,
          registeredAt: now,
        });
        await bindWaybill(unit, now, carrier, {
          carrierCode: 'ZZ',
          waybillNo,
          orderNo,
          packageId: 'P1',
        });
        for (const [at, one] of scans.entries())
          await observeScan(unit, now, carrier, eventOf(waybillNo, at, one));
        return {
          waybillNo,
          refOf: (partyId, about) =>
            system.transact(partyId, async (own, then) => {
              if (about === undefined)
                return { consigneeRef: await referenceFor(system, own, then, partyId, orderNo) };
              const consignorRef = mintConsigneeRef(system.random);
              const body: Reference = { consigneeRef: consignorRef, orderNo, partyId, about };
              own.put(recordRow('reference', consignorRef, partyId, then, body, orderNo));
              return { consignorRef };
            }),
        };
      });
    },
    sell: (partyId, orders) =>
      system.transact(partyId, async (unit, now) => {
        for (let one = 0; one < orders; one += 1)
          await referenceFor(system, unit, now, partyId, `${partyId}-${one}`);
      }),
    call: async (as, path, body) => {
      const response = await mock.fetch(
        new Request(`https://platform.test${path}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${mock.developmentTokens.get(as)}`,
            'Idempotency-Key': nextKey(),
            'Content-Type': 'application/json',
          },
          body: JSON.stringify(body),
        }),
      );
      const answer: unknown = await response.clone().json();
      const operation = operationOf('POST', path);
      if (operation !== undefined) faults.push(...faultsOfAnswer(operation, response, answer));
      return { status: response.status, body: answer, headers: response.headers };
    },
    wait: (partyId, milliseconds) =>
      system
        .transact(partyId, async (_, now) => Date.parse(now) + milliseconds)
        .then((to) => system.advance(partyId, to))
        .then(() => undefined),
    sealTo: async (partyId) => ({ sealToKeyId: String((await sealingKeyOf(1, partyId)).kid) }),
  };
};
