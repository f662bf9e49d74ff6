import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  ORGANISATION_ROLES,
  pageOf,
  Ref,
  SERVING_ROLES,
} from '../define/index.ts';
import { ParcelStatus } from '../tracking/parcel-status-codes.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

export const TestParcel = Closed(
  'TestParcel',
  { en: 'Test parcel', zh: '测试包裹' },
  { en: 'A parcel of the tenant.', zh: '租户的一个包裹。' },
  {
    carrierCode: Ref(CarrierCode),
    waybillNo: Ref(WaybillNo),
    orderNo: Ref(OrderNo),
    packageId: Ref(PackageId),
    status: Ref(ParcelStatus),
  },
);
export type TestParcel = Static<typeof TestParcel>;

export const TestParcelPage = pageOf(TestParcel, { en: 'test parcel', zh: '测试包裹' });
export type TestParcelPage = Static<typeof TestParcelPage>;

const parcel: TestParcel = {
  carrierCode: 'ZZ',
  waybillNo: 'ZZ0000000001',
  orderNo: 'ORD20261101-0001',
  packageId: 'P1',
  status: 'IN_TRANSIT',
};
const { packageId: _, ...withoutPackage } = parcel;

export const listTestParcels = defineOperation({
  name: 'list-test-parcels',
  since: '1.0',
  title: { en: 'List the parcels of the tenant', zh: '列出测试包裹' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/test-controls/parcels',
  query: { status: Ref(ParcelStatus) },
  answer: { status: 200, body: TestParcelPage },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {
    answer: {
      valid: { 'one on its way': { items: [parcel] }, 'none so far': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'a parcel without its package': {
          value: { items: [withoutPackage] },
          breaks: { pointer: '/items/0', rule: 'required' },
        },
        'a status is unknown': {
          value: { items: [{ ...parcel, status: 'FLYING' }] },
          breaks: { pointer: '/items/0/status', rule: 'enum' },
        },
      },
    },
  },
});
