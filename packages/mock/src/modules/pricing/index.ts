import type { Tariff } from '@openwaybill/schemas';
import { uuid7 } from '../../engine/invent.ts';
import type { System } from '../../engine/system.ts';
import type { Happening, ModuleBehaviours, Receiver } from '../../resources/hooks.ts';
import { recordRow } from '../../store/resource.ts';
import type { Unit } from '../../store/unit.ts';
import { localDate } from '../../waybills/local-date.ts';
import { listTariffs } from './list-tariffs.ts';
import { OFFERS, TARIFF } from './price-list.ts';
import { pricesOn } from './prices.ts';
import { quotes } from './quotes.ts';
import { recordVasChoice } from './record-vas-choice.ts';

/** Lays down what is there from the beginning; a store that goes on has it already. */
const lay = async (
  system: System,
  unit: Unit,
  now: string,
  collection: string,
  id: string,
  draft: object,
): Promise<void> => {
  if ((await unit.row(collection, id)) !== undefined) return;
  const stored = { revision: 1, createdAt: now, updatedAt: now };
  unit.put(recordRow(collection, id, system.options.partyId, now, { ...draft, ...stored }));
};

const raised = (money: { readonly currency: string; readonly minor: number }) => ({
  ...money,
  minor: money.minor + 100,
});

/** The next tariff: a yuan dearer on every first weight, from this day on. */
const dearer = async ({ system, unit, now }: Happening) => {
  const prices = await pricesOn(unit, now);
  const current = prices?.tariff ?? TARIFF;
  return {
    ...current,
    tariffId: uuid7(system.random, Date.parse(now)),
    effectiveFromOn: localDate(now),
    brackets: current.brackets.map((one) => ({ ...one, firstPrice: raised(one.firstPrice) })),
  };
};

/** A hub reads the public tariffs of the courier that has published one, and shows them. */
const collect: Receiver = async (system, _unit, _now, from) => {
  const courier = system.counterparty(from);
  if (system.options.role !== 'hub' || courier?.baseUrl === undefined) return;
  system.background(async () => {
    const { status, body } = await system.outgoing(courier)({ method: 'GET', path: '/v1/tariffs' });
    if (status !== 200) return;
    await system.transact(from, async (unit) => {
      for (const tariff of body.items as readonly Tariff[])
        unit.put(recordRow('tariffs', tariff.tariffId, from, tariff.createdAt, tariff));
    });
  });
};

/** Quotes that hold, tariffs that everybody reads, services that are chosen. */
export const pricing: ModuleBehaviours = {
  operations: { 'list-tariffs': listTariffs, 'record-vas-choice': recordVasChoice },
  resources: {
    quotes,
    tariffs: {
      isShared: true,
      invent: dearer,
      changed: async ({ system, unit, now }, { tariffId, effectiveFromOn }) => {
        for (const { partyId, role } of system.options.counterparties)
          if (role === 'platform' || role === 'hub')
            await system.emit(unit, now, {
              type: 'org.openwaybill.pricing.tariff.published',
              to: partyId,
              data: { tariffId, effectiveFromOn },
            });
      },
    },
    'vas-offers': { isShared: true },
  },
  receives: { 'org.openwaybill.pricing.tariff.published': collect },
  seed: async (system, unit, now) => {
    if (system.options.role !== 'courier') return;
    await lay(system, unit, now, 'tariffs', TARIFF.tariffId, TARIFF);
    for (const offer of OFFERS) await lay(system, unit, now, 'vas-offers', offer.vasCode, offer);
  },
};
