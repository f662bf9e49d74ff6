import type { Static } from '@sinclair/typebox';
import { defineEvent, Ref, Resource, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { FleetNo } from '../vocabulary/fleet-no.ts';
import { TagKind } from './vehicle-codes.ts';

/** Where the number of a vehicle stands, and for how long. */
export const VehicleTag = Resource(
  'VehicleTag',
  { en: 'Tag of a vehicle', zh: '车辆标识' },
  { en: 'A tag with the unified number of one vehicle.', zh: '载有车辆统一编号的标识。' },
  {
    fleetNo: Ref(FleetNo),
    tagKind: Ref(TagKind),
    validFromOn: Ref(
      CivilDate,
      words({ en: 'Valid from', zh: '生效日期' }, { en: 'First day.', zh: '首日。' }),
    ),
    validToOn: Ref(
      CivilDate,
      words({ en: 'Valid to', zh: '失效日期' }, { en: 'Last day.', zh: '末日。' }),
    ),
  },
);
export type VehicleTag = Static<typeof VehicleTag>;

const tag: VehicleTag = {
  fleetNo: '210200-ZZ-00001',
  tagKind: 'QR',
  validFromOn: '2026-12-01',
  validToOn: '2029-11-30',
};
const { tagKind: _, ...withoutKind } = tag;

export const vehicleTagIssued = defineEvent({
  type: 'org.openwaybill.vehicle.tag.issued',
  since: '1.0',
  title: { en: 'A tag was issued', zh: '车辆标识已核发' },
  from: ['regulator'],
  to: ['courier'],
  data: VehicleTag,
  subject: 'fleetNo',
  requirements: [],
  examples: {
    valid: {
      'three years': tag,
      'one day': { ...tag, tagKind: 'RFID', validToOn: '2026-12-01' },
    },
    invalid: {
      'kind is missing': { value: withoutKind, breaks: { pointer: '', rule: 'required' } },
      'it ends before it begins': {
        value: { ...tag, validToOn: '2026-11-30' },
        breaks: { pointer: '/validToOn', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
