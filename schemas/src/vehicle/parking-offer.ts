import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  ListOf,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { GeoPoint } from '../vocabulary/geo-point.ts';
import { Region } from '../vocabulary/region.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WeeklyWindow } from '../vocabulary/weekly-window.ts';
import { parkingOffer } from './_examples.ts';

/** Time-shared parking. It is about places alone, so all of it is public. */
export const ParkingOffer = Resource(
  'ParkingOffer',
  { en: 'Parking offer', zh: '停车供给' },
  { en: 'Where delivery vehicles may stop, and when.', zh: '配送车辆可停靠的地点与时段。' },
  {
    offerId: Ref(
      Uuid,
      words({ en: 'Offer id', zh: '供给标识' }, { en: 'Names the offer.', zh: '标识该供给。' }),
    ),
    region: Ref(Region, privacy('public', 'addr.division')),
    geo: Ref(GeoPoint),
    windows: ListOf(
      Ref(WeeklyWindow),
      1,
      50,
      words(
        { en: 'Windows', zh: '停靠时段' },
        { en: 'When in a week vehicles may stop.', zh: '每周可停靠的时段。' },
      ),
    ),
    hasLoading: Flag(
      { en: 'Loading', zh: '可装卸' },
      { en: 'Parcels may be loaded and unloaded.', zh: '可装卸快件。' },
      privacy('public', 'flag'),
    ),
    hasCharging: Flag(
      { en: 'Charging', zh: '可充电' },
      { en: 'Vehicles may be charged.', zh: '可为车辆充电。' },
      privacy('public', 'flag'),
    ),
    slotCount: Whole(
      0,
      100_000,
      { en: 'Slots', zh: '车位数' },
      { en: 'How many vehicles have room.', zh: '可容纳的车辆数。' },
      privacy('public', 'measure'),
    ),
    ...storedMembers,
  },
);
export type ParkingOffer = Static<typeof ParkingOffer>;

const { geo: _, ...nowhere } = parkingOffer;

export const parkingOfferMessage = defineMessage({
  schema: ParkingOffer,
  requirements: [],
  examples: {
    valid: {
      'twelve slots in the evening': parkingOffer,
      'no space is left': { ...parkingOffer, slotCount: 0 },
    },
    invalid: {
      'the place is missing': { value: nowhere, breaks: { pointer: '', rule: 'required' } },
      'no window': {
        value: { ...parkingOffer, windows: [] },
        breaks: { pointer: '/windows', rule: 'minItems' },
      },
    },
  },
});
