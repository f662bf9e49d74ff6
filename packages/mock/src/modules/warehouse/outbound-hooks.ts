import {
  consign,
  type Demand,
  demandOf,
  release,
  reserve,
  shortagesOf,
} from '@openwaybill/reference/warehouse';
import type { OutboundOrder, OutboundStatus } from '@openwaybill/schemas';
import type { Behaviour } from '../../engine/call.ts';
import { callerOf } from '../../engine/call.ts';
import { Refusal } from '../../engine/refusal.ts';
import { isSameValue } from '../../engine/same-value.ts';
import { collectionNamed, findResource } from '../../resources/change.ts';
import type { Happening, Hooks } from '../../resources/hooks.ts';
import { performPlainly } from '../../resources/plain-behaviour.ts';
import { recordRow } from '../../store/resource.ts';
import { nextCount } from '../../world/counter.ts';
import { demandWarehouse } from './premises.ts';
import { append, ledgerOf } from './stock-ledger.ts';

/** Rows that hold what was ordered: the items, which the progress does not repeat. */
const ORDERED = 'outbound-ordered';

type Packages = OutboundStatus['packages'];

const orderedId = (owner: string, outboundNo: string): string => `${owner}/${outboundNo}`;

const orderedOf = async (
  { unit, owner }: Happening,
  outboundNo: string,
): Promise<OutboundOrder> => {
  const ordered = await unit.get<OutboundOrder>(ORDERED, orderedId(owner, outboundNo));
  if (ordered === undefined) throw new Error(`nobody ordered ${outboundNo} out`);
  return ordered;
};

/** Grams of a box, and of a piece in it, where nobody said what it weighs. */
const BOX_GRAMS = 200;
const PIECE_GRAMS = 300;
const BOX = { lengthMillimetres: 300, widthMillimetres: 200, heightMillimetres: 150 };

const packed = (packages: Packages, ordered: OutboundOrder): Packages =>
  packages.map((one, index) => {
    const plan = ordered.packages[index];
    const pieces = (plan?.items ?? []).reduce((sum, { quantity }) => sum + quantity.value, 0);
    return {
      ...one,
      weightGrams: plan?.weightGrams ?? Math.min(BOX_GRAMS + pieces * PIECE_GRAMS, 200_000),
      dimensions: plan?.dimensions ?? BOX,
    };
  });

/** Packages that have no number yet get one of the warehouse's own account. */
const numbered = async ({ unit }: Happening, packages: Packages): Promise<Packages> => {
  const all: Packages = [];
  for (const one of packages)
    all.push({
      ...one,
      waybillNo:
        one.waybillNo ??
        `WH${String(await nextCount(unit, 'warehouse-waybill')).padStart(12, '0')}`,
    });
  return all;
};

const packagesAfter = async (
  happening: Happening,
  { status, packages, outboundNo }: OutboundStatus,
): Promise<Packages> => {
  if (status !== 'PACKED' && status !== 'CONSIGNED') return packages;
  const measured = packed(packages, await orderedOf(happening, outboundNo));
  return status === 'PACKED' ? measured : numbered(happening, measured);
};

/** What an outbound order does to the stock, by the state that it comes into. */
const MOVEMENTS = { ACCEPTED: reserve, CANCELLED: release, CONSIGNED: consign } as const;

/** Stock is promised when an order is taken, given back when it is cancelled, and gone when it has left. */
export const outboundHooks: Hooks = {
  beside: (owner, outboundNo) => [[ORDERED, orderedId(owner, outboundNo)]],
  guards: async ({ unit, owner, on, body }) => {
    if (on !== 'create-outbound') return {};
    const { stock } = await ledgerOf(unit, owner, body.warehouseId);
    return { STOCK_AVAILABLE: shortagesOf(stock, demandOf(body.packages)).length === 0 };
  },
  draft: async (happening, next) => {
    const { unit, owner, now, on, body } = happening;
    if (on === 'create-outbound') {
      unit.put(recordRow(ORDERED, orderedId(owner, next.outboundNo), owner, now, body));
      const { packages, waybillNos } = body as OutboundOrder;
      return {
        ...next,
        packages: packages.map(({ packageId }, index) => {
          const waybillNo = waybillNos?.[index];
          return { packageId, ...(waybillNo === undefined ? {} : { waybillNo }) };
        }),
      };
    }
    return { ...next, packages: await packagesAfter(happening, next as OutboundStatus) };
  },
  changed: async (happening, next) => {
    const { outboundNo, warehouseId, status } = next as OutboundStatus;
    const of: ((demand: Demand) => ReturnType<typeof reserve>) | undefined =
      MOVEMENTS[status as keyof typeof MOVEMENTS];
    if (of === undefined) return;
    const { packages } = await orderedOf(happening, outboundNo);
    await append(happening, happening.owner, warehouseId, of(demandOf(packages)));
  },
};

/** An order under a known number is the same order, or refused. */
export const createOutbound: Behaviour = async (call) => {
  const { partyId } = callerOf(call);
  const body = call.body as OutboundOrder;
  await demandWarehouse(call, body.warehouseId);
  const ordered = await call.unit.get(ORDERED, orderedId(partyId, body.outboundNo));
  if (ordered !== undefined && !isSameValue(ordered, body)) throw new Refusal('DUPLICATE');
  if (ordered === undefined) return performPlainly(call);
  const collection = collectionNamed(call.system, 'outbound-orders');
  const found = await findResource(call.unit, collection, partyId, body.outboundNo);
  return { status: 200, body: found?.resource };
};
