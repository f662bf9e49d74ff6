import { defineCodeList } from '../define/index.ts';

/** Always stated: Chinese maps use three. */
export const CoordinateSystem = defineCodeList({
  name: 'CoordinateSystem',
  version: '2026-11',
  title: { en: 'Coordinate system', zh: '坐标系' },
  description: {
    en: 'System of a point; mixing them is an error of several hundred metres.',
    zh: '点位所用坐标系；混用会产生数百米误差。',
  },
  growth: 'closed',
  codes: {
    WGS84: { en: 'WGS 84', zh: 'WGS 84 坐标系' },
    GCJ02: { en: 'GCJ-02', zh: '国测局坐标系' },
    BD09: { en: 'BD-09', zh: '百度坐标系' },
  },
});
