import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { alterAnswers, alterOwnCalls, withMember } from '../../faults/bend.ts';
import type { Fault } from '../../words.ts';

const created = (): Headers =>
  new Headers({
    'Content-Type': 'application/json',
    'OpenWaybill-Version': SPOKEN_VERSION,
    'OpenWaybill-Sandbox': 'true',
    ETag: '"1"',
  });

const stored = {
  revision: 1,
  createdAt: '2026-11-22T00:00:00Z',
  updatedAt: '2026-11-22T00:00:00Z',
};

const regulator = { kind: 'hand', role: 'regulator' } as const;
const courier = { kind: 'hand', role: 'courier' } as const;

/** Faults of module `vehicle`. */
export const vehicleFaults: readonly Fault[] = [
  {
    ...regulator,
    id: 'fleet-number-given-twice',
    title: { en: 'gives one number to two vehicles', zh: '一号多车' },
    violates: ['VEH-001'],
    bend: alterAnswers(
      'regulator',
      ({ body, asked, request }) =>
        body?.code === 'DUPLICATE'
          ? {
              status: 201,
              headers: created(),
              body: {
                vehicleId: new URL(request.url).pathname.split('/').at(-1),
                ...asked,
                ...stored,
              },
            }
          : undefined,
      ['putVehicle'],
    ),
  },
  {
    ...regulator,
    id: 'insurance-unread',
    title: { en: 'takes applications for vehicles without insurance', zh: '受理未投保车辆的申请' },
    violates: ['VEH-003', 'DSC-026'],
    bend: alterAnswers(
      'regulator',
      ({ body, asked }) =>
        String(body?.errors?.[0]?.pointer).startsWith('/vehicleIds/') &&
        body.code === 'RULE_VIOLATION'
          ? {
              status: 201,
              headers: created(),
              body: {
                permitId: '01999999-0000-7000-8000-000000000002',
                ...asked,
                status: 'APPLIED',
                ...stored,
              },
            }
          : undefined,
      ['applyForPass'],
    ),
  },
  {
    ...regulator,
    id: 'pass-never-ends',
    title: { en: 'shows a pass as granted after its last day', zh: '许可到期后仍显示有效' },
    violates: ['VEH-005'],
    bend: alterAnswers(
      'regulator',
      ({ body }) =>
        body?.items?.some(({ status }: { readonly status: string }) => status === 'EXPIRED')
          ? {
              body: {
                ...body,
                items: body.items.map((item: { readonly status: string }) =>
                  item.status === 'EXPIRED' ? { ...item, status: 'GRANTED' } : item,
                ),
              },
            }
          : undefined,
      ['listPassPermits'],
    ),
  },
  {
    ...courier,
    id: 'pass-beyond-insurance',
    title: { en: 'applies for longer than a vehicle is insured', zh: '申请通行期长于保险期' },
    violates: ['VEH-002'],
    bend: alterOwnCalls('applyForPass', (body) => withMember(body, ['toOn'], () => '2028-12-31')),
  },
  {
    ...courier,
    id: 'driver-named',
    title: { en: 'names a driver beside the pseudonym', zh: '驾驶员化名旁附姓名' },
    violates: ['VEH-004'],
    bend: alterOwnCalls('putDriverQualification', (body) => ({
      ...body,
      extensions: { 'example.roster': { driver: '张三丰' } },
    })),
  },
  {
    ...courier,
    id: 'zero-emission-diesel',
    title: { en: 'calls a diesel free of emissions', zh: '柴油车标为零排放' },
    violates: ['VEH-006', 'DSC-023'],
    bend: alterOwnCalls('putVehicle', (body) => ({
      ...body,
      energy: 'DIESEL',
      emissionStandard: 'ZERO',
    })),
  },
];
