import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Optional, privacy, Ref, Whole } from '../define/index.ts';
import { CoordinateSystem } from './coordinate-system-codes.ts';

/** Of premises it is public; where it is a person's, the message that refers to it says so. */
export const GeoPoint = Closed(
  'GeoPoint',
  { en: 'Point', zh: '地理点' },
  { en: 'Point on the map, in millionths of a degree.', zh: '地图上的点，以百万分之一度计。' },
  {
    longitudeMicrodegrees: Whole(
      -180_000_000,
      180_000_000,
      { en: 'Longitude', zh: '经度' },
      { en: 'East is positive.', zh: '东经为正。' },
      privacy('public', 'geo.point'),
    ),
    latitudeMicrodegrees: Whole(
      -90_000_000,
      90_000_000,
      { en: 'Latitude', zh: '纬度' },
      { en: 'North is positive.', zh: '北纬为正。' },
      privacy('public', 'geo.point'),
    ),
    crs: Ref(CoordinateSystem, privacy('public', 'code')),
    accuracyMetres: Optional(
      Whole(
        0,
        100_000,
        { en: 'Accuracy', zh: '精度' },
        { en: 'Radius in which the point lies, in metres.', zh: '点位误差半径，单位为米。' },
        { 'x-unit': 'm', ...privacy('public', 'measure') },
      ),
    ),
  },
);
export type GeoPoint = Static<typeof GeoPoint>;

export const geoPointMessage = defineMessage({
  schema: GeoPoint,
  requirements: [],
  examples: {
    valid: {
      'a square in Dalian': {
        longitudeMicrodegrees: 121_643_900,
        latitudeMicrodegrees: 38_920_600,
        crs: 'GCJ02',
      },
    },
    invalid: {
      'degrees with a fraction': {
        value: { longitudeMicrodegrees: 121.6439, latitudeMicrodegrees: 38_920_600, crs: 'GCJ02' },
        breaks: { pointer: '/longitudeMicrodegrees', rule: 'type' },
      },
      'longitude and latitude swapped': {
        value: {
          longitudeMicrodegrees: 38_920_600,
          latitudeMicrodegrees: 121_643_900,
          crs: 'GCJ02',
        },
        breaks: { pointer: '/latitudeMicrodegrees', rule: 'maximum' },
      },
      'no coordinate system': {
        value: { longitudeMicrodegrees: 121_643_900, latitudeMicrodegrees: 38_920_600 },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
