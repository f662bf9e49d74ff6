import { faultsOfInventory } from '@openwaybill/reference/service-point';
import type {
  InspectionRecord,
  OutletFiling,
  PointInventory,
  PointInventoryReport,
  ServicePoint,
} from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import type { System } from '../engine/system.ts';
import {
  changeResource,
  collectionNamed,
  findResource,
  listResources,
} from '../resources/change.ts';
import { causeFact } from '../resources/fact.ts';
import type { Happening, Hooks, ModuleBehaviours, Receiver } from '../resources/hooks.ts';
import { recordRow, resourceRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { nextCount } from '../world/counter.ts';

const POINTS = 'service-points';
const FILINGS = 'outlet-filings';
const INVENTORIES = 'point-inventories';
/** The content of a filing in force while a change of it is looked at. */
const IN_FORCE = 'outlet-filing-in-force';

const filingsOf = async (unit: Unit, pointId: string) =>
  (await unit.list({ collection: FILINGS }))
    .map(({ owner, body }) => ({ owner, filing: body as OutletFiling }))
    .filter(({ filing }) => filing.pointId === pointId);

/** What the regulator writes beside its decision. */
const remarkOf = ({ body }: Happening): { readonly remark: string } => ({
  remark: typeof body.remark === 'string' ? body.remark : '材料不完整，请补充后重新提交',
});

const withoutRemark = ({ remark: _, ...filing }: OutletFiling): OutletFiling => filing;

const filings: Hooks = {
  guards: async ({ unit, on, body }) => ({
    NO_LIVE_FILING:
      on !== 'submit-outlet-filing' ||
      (await filingsOf(unit, body.pointId)).every(({ filing }) => filing.status === 'CANCELLED'),
    // this office numbers what it publishes
    FILING_NO_SET: true,
  }),
  draft: async (happening, next, before) => {
    const { unit, now, owner, on } = happening;
    const filing = next as OutletFiling;
    if (on === 'FILING_RETURNED') return { ...filing, ...remarkOf(happening) };
    if (on === 'FILING_PUBLISHED') {
      const count = String(await nextCount(unit, 'filing-no')).padStart(6, '0');
      return { ...filing, filingNo: `${now.slice(0, 4)}-${count}` };
    }
    if (on === 'amend-outlet-filing' && before?.status === 'EFFECTIVE')
      unit.put(recordRow(IN_FORCE, filing.filingId, owner, now, before));
    if (on === 'CHANGE_RETURNED') {
      const inForce = await unit.get<OutletFiling>(IN_FORCE, filing.filingId);
      const { status, revision, updatedAt } = filing;
      return { ...(inForce ?? filing), status, revision, updatedAt, ...remarkOf(happening) };
    }
    return withoutRemark(filing);
  },
};

const inspections: Hooks = {
  invent: async ({
    system,
    unit,
    now,
    body,
  }): Promise<Omit<InspectionRecord, 'revision' | 'createdAt' | 'updatedAt'>> => {
    const [known] = await unit.list({ collection: FILINGS, limit: 1 });
    const pointId: string | undefined = body.pointId ?? (known?.body as OutletFiling)?.pointId;
    if (pointId === undefined) throw new Refusal('NOT_FOUND');
    return {
      inspectionId: uuid7(system.random, Date.parse(now)),
      pointId,
      kind: 'RANDOM',
      result: 'PASSED',
      inspectedOn: now.slice(0, 10),
      publishedAt: now,
    };
  },
};

/** A day is reported once; the same counts again are the same report. */
const reportPointInventory: Behaviour = async (call) => {
  const { system, unit, now, operation } = call;
  const owner = callerOf(call).partyId;
  const report = call.body as PointInventoryReport;
  const collection = collectionNamed(system, INVENTORIES);
  const earlier = (
    (await listResources(unit, collection, owner)) as readonly PointInventory[]
  ).filter(({ pointId }) => pointId === report.pointId);
  const known = earlier.find(({ dayOn }) => dayOn === report.dayOn);
  if (known !== undefined) {
    if (!isSameValue({ ...known, ...report }, known)) throw new Refusal('DUPLICATE');
    return { status: 200, body: known };
  }
  const issues = faultsOfInventory(earlier, report);
  if (issues.length > 0) throw new Refusal('RULE_VIOLATION', { issues });
  const happening = { system, unit, now, owner, on: operation.name, path: {}, body: report };
  const inventory = { inventoryId: uuid7(system.random, Date.parse(now)), ...report };
  return {
    status: 201,
    body: await changeResource(happening, collection, inventory, undefined),
  };
};

/** A hub lists what a courier has registered of its own points; a regulator ends the filings of a closed one. */
const pointChanged: Receiver = async (system, unit, now, from, data) => {
  const point = data as ServicePoint;
  if (system.options.role === 'regulator' && point.status === 'CLOSED')
    await closeFilings(system, unit, now, point.pointId);
  if (system.options.role === 'hub') await enlist(system, unit, now, from, point);
};

const closeFilings = async (
  system: System,
  unit: Unit,
  now: string,
  pointId: string,
): Promise<void> => {
  for (const { owner, filing } of await filingsOf(unit, pointId)) {
    const isClosable = ['SUBMITTED', 'RETURNED', 'EFFECTIVE'].includes(filing.status);
    if (isClosable)
      await causeFact(system, unit, now, {
        collection: FILINGS,
        owner,
        id: filing.filingId,
        fact: 'POINT_CLOSED',
      });
  }
};

const enlist = async (
  system: System,
  unit: Unit,
  now: string,
  from: string,
  { revision: _, ...point }: ServicePoint,
): Promise<void> => {
  const collection = collectionNamed(system, POINTS);
  const known = await findResource(unit, collection, from, point.pointId);
  if (known !== undefined && known.owner !== from) return;
  const happening = { system, unit, now, owner: from, on: 'POINT_TOLD', path: {}, body: point };
  await changeResource(happening, collection, point, known?.resource);
};

/** The one point of an operator that nobody gave another. */
const firstPoint = (partyId: string, now: string): ServicePoint => ({
  pointId: '0193a5c0-7d4e-7a11-8c00-000000000101',
  kind: 'COMMUNITY_STATION',
  tier: 'URBAN',
  name: '演示社区服务站',
  address: {
    region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
    line: '虚构路 12 号',
  },
  geo: { longitudeMicrodegrees: 121_643_900, latitudeMicrodegrees: 38_920_600, crs: 'GCJ02' },
  operator: { partyId, role: 'service-point' },
  carrierCodes: ['ZZ'],
  capabilities: ['DROP_OFF', 'RETURN'],
  openingHours: [],
  isPublicFacility: true,
  status: 'OPEN',
  revision: 1,
  createdAt: now,
  updatedAt: now,
});

/** Directory of points at a hub, stock at a courier, filings and inspections at a regulator. */
export const servicePoint: ModuleBehaviours = {
  operations: { 'report-point-inventory': reportPointInventory },
  resources: { [FILINGS]: filings, inspections },
  receives: { 'org.openwaybill.servicepoint.point.changed': pointChanged },
  seed: async ({ options: { role, partyId, world } }, unit, now) => {
    if (role !== 'service-point') return;
    const points = (world.servicePoints ?? [firstPoint(partyId, now)]) as readonly ServicePoint[];
    for (const point of points) unit.put(resourceRow(POINTS, point.pointId, partyId, point));
  },
};
