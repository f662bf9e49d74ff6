import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, Optional, privacy, Ref } from '../define/index.ts';
import { GeoPoint } from './geo-point.ts';
import { Postcode } from './postcode.ts';
import { Region } from './region.ts';

/** Premises of an organisation. A person's address never takes this form. */
export const PublicAddress = Closed(
  'PublicAddress',
  { en: 'Public address', zh: '公开地址' },
  { en: 'Address of premises of an organisation.', zh: '组织场所的地址。' },
  {
    region: Ref(Region, privacy('public', 'addr.division')),
    line: Line(
      120,
      { en: 'Address line', zh: '详细地址' },
      { en: 'Road, number and building of the premises.', zh: '场所的道路、门牌与楼宇。' },
      privacy('public', 'addr.road'),
    ),
    postcode: Optional(Ref(Postcode, privacy('public', 'addr.division'))),
    geo: Optional(Ref(GeoPoint)),
  },
);
export type PublicAddress = Static<typeof PublicAddress>;

export const publicAddressMessage = defineMessage({
  schema: PublicAddress,
  requirements: [],
  examples: {
    valid: {
      'a warehouse': {
        region: { countryCode: 'CN', regionCode: '210213', regionCodeVersion: 'NBS-2023' },
        line: '样例物流园 1 号库',
      },
    },
    invalid: {
      'an empty line': {
        value: {
          region: { countryCode: 'CN', regionCode: '210213', regionCodeVersion: 'NBS-2023' },
          line: '',
        },
        breaks: { pointer: '/line', rule: 'minLength' },
      },
    },
  },
});
