import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { alterAnswers, alterRequests, fresh, requestWith, withMember } from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Fault } from '../../words.ts';

const regulator = { kind: 'hand', role: 'regulator' } as const;

const stored = {
  revision: 1,
  createdAt: '2026-11-22T00:00:00Z',
  updatedAt: '2026-11-22T00:00:00Z',
};

const success = (): Headers =>
  new Headers({
    'Content-Type': 'application/json',
    'OpenWaybill-Version': SPOKEN_VERSION,
    'OpenWaybill-Sandbox': 'true',
    ETag: '"1"',
  });

/** A code of the level that is missing. */
const coded = (body: { readonly tier: string; readonly address: { readonly region: object } }) => ({
  ...body,
  address: {
    ...body.address,
    region: {
      ...body.address.region,
      townCode: '210213101',
      ...(body.tier === 'VILLAGE' ? { villageCode: '210213101201' } : {}),
    },
  },
});

/** Faults of module `service-point`. */
export const servicePointFaults: readonly Fault[] = [
  {
    kind: 'hand',
    role: 'service-point',
    id: 'point-without-crs',
    title: { en: 'shows points without their coordinate system', zh: '服务点坐标未注明坐标系' },
    violates: ['SVP-001', 'DSC-021'],
    bend: alterAnswers(
      'service-point',
      ({ status, body }) =>
        status === 200 && body?.items?.length > 0
          ? { body: withMember(body, ['items', 0, 'geo', 'crs'], () => undefined) }
          : undefined,
      ['listServicePoints'],
    ),
  },
  {
    kind: 'hand',
    role: 'hub',
    id: 'tier-unread',
    title: { en: 'lists a village that has no code', zh: '登记缺少代码的村级服务点' },
    violates: ['SVP-002'],
    bend: alterRequests(
      'hub',
      async (request, body) => {
        const { region } = body?.address ?? {};
        const isUncoded =
          (body?.tier === 'VILLAGE' && region?.villageCode === undefined) ||
          (body?.tier === 'TOWN' && region?.townCode === undefined);
        return isUncoded && region?.regionCode !== undefined
          ? requestWith(request, { body: coded(body) })
          : undefined;
      },
      ['putServicePoint'],
    ),
  },
  {
    ...regulator,
    id: 'responsible-person-public',
    title: { en: 'publishes who answers for an outlet', zh: '公开网点负责人' },
    violates: ['SVP-003'],
    bend: fresh(() => {
      let name: string | undefined;
      return alterAnswers(
        'regulator',
        ({ operation, asked, status, body }) => {
          // of the last filing, whoever filed another before
          name = asked?.responsiblePerson?.name ?? name;
          return operation === 'listInspections' && status === 200 && body?.items?.length > 0
            ? { body: withMember(body, ['items', 0, 'remark'], () => `负责人 ${name}`) }
            : undefined;
        },
        ['submitOutletFiling', 'listInspections'],
      );
    }),
  },
  {
    ...regulator,
    id: 'filing-change-untold',
    title: { en: 'does not tell that a filing was accepted', zh: '备案受理未发事件' },
    violates: ['SVP-004', 'DSC-012'],
    bend: alterStored(['event', 'delivery'], (row, switchOn) => {
      type Told = { readonly type?: string; readonly data?: { readonly toStatus?: string } };
      const body = row.body as Told & { readonly event?: Told };
      const { type, data } = body.event ?? body;
      if (type !== 'org.openwaybill.servicepoint.filing.changed' || data?.toStatus !== 'ACCEPTED')
        return row;
      switchOn.fired();
      return undefined;
    }),
  },
  {
    kind: 'hand',
    role: 'courier',
    id: 'stock-unread',
    title: { en: 'takes counts that do not balance', zh: '接受不平衡的库存上报' },
    violates: ['SVP-005', 'DSC-026'],
    bend: alterAnswers(
      'courier',
      ({ body, asked }) =>
        body?.errors?.[0]?.rule === 'SVP-005' && body.errors[0].pointer === '/storedCount'
          ? {
              status: 201,
              headers: success(),
              body: { inventoryId: '01999999-0000-7000-8000-000000000002', ...asked, ...stored },
            }
          : undefined,
      ['reportPointInventory'],
    ),
  },
  {
    ...regulator,
    id: 'inspection-unlisted',
    title: { en: 'keeps a published inspection out of the list', zh: '已公开的检查不在列表中' },
    violates: ['SVP-006'],
    bend: alterAnswers(
      'regulator',
      ({ status, body }) =>
        status === 200 && body?.items?.length > 0 ? { body: { items: [] } } : undefined,
      ['listInspections'],
    ),
  },
];
