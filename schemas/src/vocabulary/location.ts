import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, Optional, privacy, Ref } from '../define/index.ts';
import { FacilityId } from './facility-id.ts';
import { FacilityType } from './facility-type-codes.ts';
import { Region } from './region.ts';

/** Where something happened: region to the district, and the facility, which is public. */
export const Location = Closed(
  'Location',
  { en: 'Location', zh: '位置' },
  { en: 'Region down to the district, and the facility.', zh: '至县级的区划与场所。' },
  {
    region: Ref(Region),
    facilityId: Optional(Ref(FacilityId)),
    facilityType: Optional(Ref(FacilityType)),
    facilityName: Optional(
      Line(
        60,
        { en: 'Name of the facility', zh: '场所名称' },
        { en: 'As shown to the public.', zh: '对公众展示的名称。' },
        privacy('public', 'business-text'),
      ),
    ),
  },
);
export type Location = Static<typeof Location>;

export const locationMessage = defineMessage({
  schema: Location,
  requirements: [],
  examples: {
    valid: {
      'a hub': {
        region: { countryCode: 'CN', regionCode: '210213', regionCodeVersion: 'NBS-2023' },
        facilityId: 'DLC-H1',
        facilityType: 'HUB',
        facilityName: '大连样例转运中心',
      },
    },
    invalid: {
      'no region': {
        value: { facilityId: 'DLC-H1' },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
