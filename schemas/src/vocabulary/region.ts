import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, Optional, privacy, Ref } from '../define/index.ts';
import { CountryCode } from './country-code.ts';
import { RegionCode } from './region-code.ts';
import { RegionCodeVersion } from './region-code-version.ts';
import { SubdivisionCode } from './subdivision-code.ts';
import { TownCode } from './town-code.ts';
import { VillageCode } from './village-code.ts';

const division = privacy('pseudonymous', 'addr.division');

/** Codes decide and names are for people. Which codes a country needs is left to the rule layer. */
export const Region = Closed(
  'Region',
  { en: 'Region', zh: '行政区划' },
  {
    en: 'Country and divisions down to the village. CN needs regionCode and its version.',
    zh: '国家或地区及至村级的区划。CN 须有 regionCode 及其版本。',
  },
  {
    countryCode: Ref(CountryCode, division),
    regionCode: Optional(Ref(RegionCode)),
    townCode: Optional(Ref(TownCode)),
    villageCode: Optional(Ref(VillageCode)),
    regionCodeVersion: Optional(Ref(RegionCodeVersion)),
    subdivisionCode: Optional(Ref(SubdivisionCode)),
    provinceName: Optional(
      Line(
        30,
        { en: 'Province', zh: '省级' },
        { en: 'Name of the province, region or municipality.', zh: '省、自治区、直辖市名称。' },
        division,
      ),
    ),
    cityName: Optional(
      Line(
        30,
        { en: 'City', zh: '市级' },
        { en: 'Name of the city or prefecture.', zh: '市、州名称。' },
        division,
      ),
    ),
    districtName: Optional(
      Line(
        30,
        { en: 'District', zh: '县级' },
        { en: 'Name of the district or county.', zh: '区、县名称。' },
        division,
      ),
    ),
    townName: Optional(
      Line(
        30,
        { en: 'Town', zh: '乡级' },
        { en: 'Name of the township or street.', zh: '乡镇、街道名称。' },
        division,
      ),
    ),
  },
);
export type Region = Static<typeof Region>;

export const regionMessage = defineMessage({
  schema: Region,
  requirements: [],
  examples: {
    valid: {
      'a street of Dalian': {
        countryCode: 'CN',
        regionCode: '210202',
        townCode: '210202001',
        regionCodeVersion: 'NBS-2023',
        provinceName: '辽宁省',
        cityName: '大连市',
        districtName: '中山区',
        townName: '海军广场街道',
      },
      'a city without districts': {
        countryCode: 'CN',
        regionCode: '441900',
        regionCodeVersion: 'GBT2260-2023',
      },
      abroad: { countryCode: 'JP', subdivisionCode: 'JP-13' },
    },
    invalid: {
      'China without a code': {
        value: { countryCode: 'CN' },
        breaks: { pointer: '', rule: 'region-code-missing' },
      },
      'a code without its table': {
        value: { countryCode: 'CN', regionCode: '210202' },
        breaks: { pointer: '', rule: 'region-version-missing' },
      },
      'a town of another district': {
        value: {
          countryCode: 'CN',
          regionCode: '210202',
          townCode: '210203001',
          regionCodeVersion: 'NBS-2023',
        },
        breaks: { pointer: '/townCode', rule: 'region-nesting' },
      },
      'a code of five digits': {
        value: { countryCode: 'CN', regionCode: '21020', regionCodeVersion: 'NBS-2023' },
        breaks: { pointer: '/regionCode', rule: 'pattern' },
      },
      'a version of no table': {
        value: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: '2023' },
        breaks: { pointer: '/regionCodeVersion', rule: 'pattern' },
      },
      'no country': {
        value: { regionCode: '210202', regionCodeVersion: 'NBS-2023' },
        breaks: { pointer: '', rule: 'required' },
      },
    },
  },
});
