import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { causeFact } from '../../models/walk-from.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';

const DAY = 86_400_000;
const MOST_PAGES = 50;

/** The instant a day from now, at the system. */
export const tomorrow = async (stage: Stage): Promise<string> =>
  new Date((await stage.now()) + DAY).toISOString();

/** A warehouse of the system: the first that it lists. */
export const warehouseOf = async (stage: Stage): Promise<string | undefined> => {
  const listed = await stage.call('listWarehouses');
  const id: unknown = answerOf(listed)?.items?.[0]?.warehouseId;
  return typeof id === 'string' ? id : undefined;
};

// biome-ignore lint/suspicious/noExplicitAny: a scenario puts its own members into it
type Body = any;

/** A notice of goods for a warehouse, under a new number. */
export const noticeFor = async (
  stage: Stage,
  warehouseId: string,
  lines: readonly { readonly sku: string; readonly count: number; readonly lotNo?: string }[],
): Promise<Body> => ({
  asnNo: stage.invent.orderNo(),
  warehouseId,
  lines: lines.map(({ sku, count, lotNo }, index) => ({
    lineNo: index + 1,
    sku,
    expectedCount: count,
    ...(lotNo === undefined ? {} : { lotNo }),
  })),
  ssccs: [],
  expectedAt: await tomorrow(stage),
});

/** An outbound order of so many pieces of one item, under a new number. */
export const outboundFor = async (
  stage: Stage,
  warehouseId: string,
  sku: string,
  count: number,
): Promise<Body> => {
  const { waybillNos: _, ...order } = exampleBody('createOutbound');
  const [{ packageId }] = order.packages;
  return {
    ...order,
    outboundNo: stage.invent.orderNo(),
    orderNo: stage.invent.orderNo(),
    warehouseId,
    packages: [
      {
        packageId,
        items: [{ lineNo: 1, categoryCode: 'FOOD', sku, quantity: { value: count, unit: 'C62' } }],
      },
    ],
    shipByAt: await tomorrow(stage),
  };
};

/** Goods of a new item, announced and received; nothing where the system cannot be made to receive them. */
export const received = async (
  stage: Stage,
  warehouseId: string,
  count: number,
): Promise<{ readonly sku: string; readonly asnNo: string } | undefined> => {
  const sku = stage.invent.orderNo();
  const body = await noticeFor(stage, warehouseId, [{ sku, count }]);
  const noticed = await stage.call('notifyInbound', { body, intent: 'PREPARE' });
  if (!isAccepted(noticed)) return undefined;
  const happened = await causeFact(stage, {
    collection: 'inbound-notices',
    resourceId: body.asnNo,
    fact: 'GOODS_RECEIVED',
  });
  return happened === undefined ? undefined : { sku, asnNo: body.asnNo };
};

/** The snapshot of a warehouse, and then its whole ledger, page by page. */
export const readLedger = async (
  stage: Stage,
  warehouseId: string,
  name: string,
): Promise<Exchange> => {
  const snapshot = await stage.call('getStock', {
    query: { warehouseId },
    probe: `warehouse-stock-${name}`,
  });
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const changes = await stage.call('listStockChanges', {
      query: { warehouseId, limit: '200', ...(cursor === undefined ? {} : { cursor }) },
      probe: `warehouse-changes-${name}`,
    });
    cursor = answerOf(changes)?.nextCursor;
    if (typeof cursor !== 'string') break;
  }
  return snapshot;
};
