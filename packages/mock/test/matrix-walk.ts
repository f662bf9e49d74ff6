import { cellOf, holdsIn, isForViewer, servedView, viewerOf } from '@openwaybill/privacy';
import {
  type ConsigneeView,
  POLICY,
  type PurposeLimit,
  type StageColumn,
  type TrackingEventRecorded,
  type Viewer,
  type ViewerEntry,
} from '@openwaybill/schemas';
import { putConsent } from '../src/consignees/consent.ts';
import { AFTER_SALES } from '../src/consignees/standing.ts';
import { putVaultEntry, referenceFor } from '../src/consignees/vault.ts';
import { sealingKeyOf } from '../src/identity/keys.ts';
import { bindWaybill } from '../src/observed/bind-waybill.ts';
import { observeScan } from '../src/observed/observed-parcel.ts';
import { recordRow } from '../src/store/resource.ts';
import { createTestMock, type TestMock, type TestParty } from '../src/testing.ts';

const PLATFORM = 'SHOPONE';
const MERCHANT = 'MERCHANT1';
const START = '2026-11-11T00:00:00.000Z';
const HOUR = 3_600_000;
const CARRIER = 'st-7f3a';

const VIEWERS = Object.keys(POLICY.viewers) as readonly Viewer[];
const entryOf = (viewer: Viewer): ViewerEntry => POLICY.viewers[viewer];
const partyIdOf = (viewer: Viewer): string => viewer.replaceAll('_', '');

/** The rows of the table of purposes: a purpose of one code, and the two of `FULFIL_DELIVER`. */
export const PURPOSE_ROWS: readonly PurposeLimit[] = POLICY.purposes.filter(
  (limit, at) =>
    POLICY.purposes.findIndex(
      ({ purpose, facets }) =>
        purpose === limit.purpose &&
        (purpose !== 'FULFIL_DELIVER' || String(facets) === String(limit.facets)),
    ) === at,
);

/** What brings a parcel into a column. */
const SCANS: Readonly<Record<StageColumn, readonly string[]>> = {
  ORDERED: [],
  ACCEPTED: [],
  IN_TRANSIT: ['PICKED_UP'],
  OUT_FOR_DELIVERY: ['PICKED_UP', 'OUT_FOR_DELIVERY'],
  AT_POINT: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DEPOSITED_STATION'],
  EXCEPTION: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'IMPORT_CUSTOMS_HELD'],
  RETURNING: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'RETURN_STARTED'],
  DELIVERED: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED'],
  AFTER_SALES: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED'],
  CLOSED: ['PICKED_UP', 'OUT_FOR_DELIVERY', 'RETURN_STARTED', 'RETURN_DELIVERED'],
};
const isAssignedIn = (column: StageColumn): boolean => SCANS[column].includes('OUT_FOR_DELIVERY');

const isCourier = (viewer: Viewer): boolean => entryOf(viewer).role === 'courier';
/** Who carries the parcels that a viewer looks at. */
const carrierOf = (viewer: Viewer): Viewer => (isCourier(viewer) ? viewer : 'COURIER_LAST_MILE');
const orderNoOf = (carrier: Viewer, column: StageColumn): string => `${carrier}-${column}`;
const waybillNoOf = (carrier: Viewer, column: StageColumn): string =>
  `ZZ${VIEWERS.indexOf(carrier)}${String(POLICY.columns.indexOf(column)).padStart(9, '0')}`;

const party = (viewer: Viewer): TestParty | undefined => {
  const { role, facet } = entryOf(viewer);
  return role === undefined
    ? undefined
    : {
        partyId: partyIdOf(viewer),
        role,
        name: `示例${partyIdOf(viewer)}`,
        ...(facet === undefined ? {} : { facet }),
      };
};

const eventOf = (waybillNo: string, eventCode: string, at: number): TrackingEventRecorded => {
  const occurredAt = new Date(Date.parse(START) - HOUR + at * 60_000).toISOString();
  return {
    eventId: `${waybillNo}-${at}`,
    carrierCode: 'ZZ',
    waybillNo,
    eventCode,
    occurredAt,
    recordedAt: occurredAt,
    timeQuality: 'EXACT',
    confidence: 'HIGH',
    ...(eventCode === 'OUT_FOR_DELIVERY' ? { actor: { actorId: CARRIER, kind: 'COURIER' } } : {}),
  } as TrackingEventRecorded;
};

/** A platform with a parcel in every column for each carrier, all conditions of the cells being true. */
const settled = async (): Promise<TestMock> => {
  const mock = await createTestMock({
    role: 'platform',
    partyId: PLATFORM,
    worldStart: START,
    wallClock: () => Date.parse(START),
    counterparties: VIEWERS.flatMap((viewer) => party(viewer) ?? []),
  });
  const { system } = mock;
  await system.transact(PLATFORM, async (unit, now) => {
    const selfShipping = partyIdOf('MERCHANT_SELF_SHIP');
    for (const row of await unit.list({ collection: 'agreement', owner: selfShipping })) {
      const agreement = row.body as { readonly purposes: readonly string[] };
      unit.put({
        ...row,
        body: { ...agreement, purposes: [...agreement.purposes, 'FULFIL_SELF_SHIP'] },
      });
    }
    for (const carrier of VIEWERS.filter(isCourier))
      for (const column of POLICY.columns) {
        const orderNo = orderNoOf(carrier, column);
        const waybillNo = waybillNoOf(carrier, column);
        await putVaultEntry(system, unit, PLATFORM, now, {
          orderNo,
          contact: { name: '张三丰', mobile: '+8619900000001' },
          address: {
            region: { countryCode: 'JP', subdivisionCode: 'JP-13' },
            road: '虚构路 12 号',
            unitRoom: '2 单元 501',
            structured: true,
          },
          deliveryNote: '放在门口',
          basis: 'CONTRACT',
          registeredBy: MERCHANT,
          registeredAt: now,
        });
        for (const viewer of VIEWERS)
          if (viewer !== 'ANONYMOUS' && carrierOf(viewer) === carrier)
            await referenceFor(system, unit, now, partyIdOf(viewer), orderNo);
        if (column === 'ORDERED') continue;
        const owner = partyIdOf(carrier);
        await bindWaybill(unit, now, owner, {
          carrierCode: 'ZZ',
          waybillNo,
          orderNo,
          packageId: 'P1',
        });
        for (const [at, code] of SCANS[column].entries())
          await observeScan(unit, now, owner, eventOf(waybillNo, code, at));
        if (column === 'AFTER_SALES' || column === 'EXCEPTION')
          unit.put(recordRow(AFTER_SALES, waybillNo, owner, now, { openedAt: now }));
        if (column === 'IN_TRANSIT')
          for (const preference of ['LOCKER', 'SERVICE_POINT'] as const)
            putConsent(unit, now, {
              orderNo,
              recordedBy: PLATFORM,
              record: {
                consentId: crypto.randomUUID(),
                consigneeRef: await referenceFor(system, unit, now, owner, orderNo),
                scope: 'ONE_PARCEL',
                preference,
                grantedAt: now,
                channel: 'APP',
              },
            });
      }
  });
  return mock;
};

/** What the walk says of one cell: what the policy wants, and what the platform did. */
export type Walked = {
  readonly viewer: Viewer;
  readonly column: StageColumn;
  readonly purpose: string;
  readonly want: string;
  readonly got: string;
};

type Answered = { readonly status: number; readonly body: Readonly<Record<string, never>> };

let keyCount = 0;
const nextKey = (): string => {
  keyCount += 1;
  return `00000000-0000-4000-9000-${String(keyCount).padStart(12, '0')}`;
};

const ask = async (
  mock: TestMock,
  viewer: Viewer,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> => {
  const token = mock.developmentTokens.get(partyIdOf(viewer));
  const response = await mock.fetch(
    new Request(`https://platform.test${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(method === 'POST'
          ? { 'Idempotency-Key': nextKey(), 'Content-Type': 'application/json' }
          : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Answered['body'] };
};

/** What `getConsigneeView` is to answer. */
const wantedView = (viewer: Viewer, column: StageColumn): string => {
  const { role } = entryOf(viewer);
  if (role === undefined) return 'UNAUTHENTICATED';
  const isCaller = !['platform', 'packaging-operator', 'regulator', 'consignee'].includes(role);
  if (!isCaller) return 'ROLE_NOT_PERMITTED';
  return servedView(cellOf(viewer, column), column) ?? 'NOT_FOUND';
};

const MAY_ASK = ['courier', 'merchant', 'isv', 'customs-agent', 'regulator'];
const MAY_BIND = ['courier', 'merchant', 'isv', 'locker', 'service-point'];

/** What a purpose is to give: its fields or a capability, or nothing. */
const wantedPurpose = (viewer: Viewer, column: StageColumn, row: PurposeLimit): string => {
  const { role } = entryOf(viewer);
  const isContact = row.fields.length === 0;
  if (role === undefined || !(isContact ? MAY_BIND : MAY_ASK).includes(role)) return 'REFUSED';
  const fields = fieldsAsked(row, column);
  const holds = POLICY.purposes.some(
    (limit: PurposeLimit) =>
      limit.purpose === row.purpose &&
      limit.about === undefined &&
      isForViewer(limit, viewer) &&
      holdsIn(limit, column) &&
      (limit.assigned !== true || isAssignedIn(column)) &&
      (isContact
        ? limit.phone === 'VIRTUAL'
        : fields.every(
            (field) =>
              (limit.fields as readonly string[]).includes(field) || limit.fields === 'AS_ORDERED',
          )),
  );
  return holds ? 'RELEASED' : 'REFUSED';
};

/** What is asked for in a cell: all that the row has, and of the delivery person's row what it has in this stage. */
const fieldsAsked = (row: PurposeLimit, column: StageColumn): readonly string[] => {
  if (row.fields === 'AS_ORDERED') return ['NAME'];
  if (row.purpose === 'FULFIL_DELIVER' && row.facets?.includes('LAST_MILE') === true)
    return column === 'OUT_FOR_DELIVERY' ? row.fields : ['PHONE'];
  return row.fields;
};

const SHOWN: Readonly<Record<string, string>> = {
  name: 'NAME',
  phone: 'PHONE',
  phoneKind: 'PHONE',
  address: 'ADDRESS',
  deliveryNote: 'DELIVERY_NOTE',
};
/** Gates that stand behind the policy: who comes to them is let by it. */
const BEHIND = ['CONSENT_MISSING', 'REVEAL_QUOTA_EXCEEDED', 'STEP_UP_REQUIRED'];

const outcomeOf = ({ status, body }: Answered, asked: readonly string[]): string => {
  if (status >= 400) return BEHIND.includes(String(body.code)) ? 'RELEASED' : 'REFUSED';
  const wider = Object.keys(body.fields ?? {}).filter(
    (member) => !asked.includes(SHOWN[member] ?? ''),
  );
  return wider.length === 0 ? 'RELEASED' : `RELEASED with ${wider.join(', ')}`;
};

/** How many cells there are. */
export const CELL_COUNT = VIEWERS.length * PURPOSE_ROWS.length * POLICY.columns.length;

/** Walks the cells that are chosen; every cell also shows the view of its viewer and column. */
export const walkMatrix = async (
  isChosen: (viewer: number, purpose: number, column: number) => boolean,
): Promise<readonly Walked[]> => {
  const mock = await settled();
  const { system } = mock;
  const walked: Walked[] = [];
  for (const [viewerAt, viewer] of VIEWERS.entries())
    for (const [columnAt, column] of POLICY.columns.entries()) {
      const rows = PURPOSE_ROWS.filter((_, at) => isChosen(viewerAt, at, columnAt));
      if (rows.length === 0) continue;
      const orderNo = orderNoOf(carrierOf(viewer), column);
      const waybillNo = waybillNoOf(carrierOf(viewer), column);
      const consigneeRef = await system.transact(PLATFORM, (unit, now) =>
        referenceFor(system, unit, now, partyIdOf(viewer), orderNo),
      );
      const looked = await ask(mock, viewer, 'GET', `/v1/consignees/${consigneeRef}`);
      const view =
        looked.status === 200 ? (looked.body as unknown as ConsigneeView).view : looked.body.code;
      walked.push({
        viewer,
        column,
        purpose: '',
        want: wantedView(viewer, column),
        got: String(view),
      });
      const { kid } = await sealingKeyOf(1, partyIdOf(viewer));
      for (const row of rows) {
        const fields = fieldsAsked(row, column);
        const common = { consigneeRef, waybillNo, purpose: row.purpose };
        const answer =
          row.fields.length === 0
            ? await ask(mock, viewer, 'POST', '/v1/contact-bindings', {
                ...common,
                model: 'AXB',
                ttl: 'PT1H',
              })
            : await ask(mock, viewer, 'POST', '/v1/consignee-reveals', {
                ...common,
                fields,
                actor: { actorId: CARRIER, kind: 'SYSTEM' },
                authentication: 'MFA',
                sealToKeyId: kid,
                justification: '按目的核对流程所需的说明',
                ...(row.purpose === 'COMPLIANCE_AUTHORITY' ? { legalBasisRef: '测试文书' } : {}),
              });
        walked.push({
          viewer,
          column,
          purpose: row.purpose,
          want: wantedPurpose(viewer, column, row),
          got: outcomeOf(answer, fields),
        });
      }
    }
  await mock.settled();
  return walked;
};

/** The row that a viewer's own agreement puts it in is the row that the walk takes it for. */
export const isSeenAs = (viewer: Viewer): boolean => {
  const { role, facet, withPurpose } = entryOf(viewer);
  return (
    viewerOf({
      ...(role === undefined ? {} : { role }),
      ...(facet === undefined ? {} : { facet }),
      ...(withPurpose === undefined ? {} : { purposes: [withPurpose] }),
    }) === viewer
  );
};

const MARK: Readonly<Record<string, string>> = {
  NOT_FOUND: '-',
  ROLE_NOT_PERMITTED: 'x',
  UNAUTHENTICATED: 'x',
};

/** The walk as a table: for each viewer and stage the view, and how many purposes released something. */
export const tableOf = (walked: readonly Walked[]): string => {
  const width = 17;
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => cell.slice(0, width - 1).padEnd(at === 0 ? 20 : width)).join('');
  return [
    line(['', ...POLICY.columns]),
    ...VIEWERS.map((viewer) =>
      line([
        viewer,
        ...POLICY.columns.map((column) => {
          const own = walked.filter((one) => one.viewer === viewer && one.column === column);
          const view = own.find(({ purpose }) => purpose === '')?.got ?? '';
          const purposes = own.filter(({ purpose }) => purpose !== '');
          const released = purposes.filter(({ got }) => got === 'RELEASED').length;
          return `${MARK[view] ?? view} ${released}/${purposes.length}`;
        }),
      ]),
    ),
  ].join('\n');
};
