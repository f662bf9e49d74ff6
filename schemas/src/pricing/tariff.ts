import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { Money } from '../vocabulary/money.ts';
import { PackClass } from '../vocabulary/pack-class-codes.ts';
import { RegionCode } from '../vocabulary/region-code.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { VasCode } from '../vocabulary/vas-code-codes.ts';
import { tariff } from './_examples.ts';
import { ChargeComponent } from './pricing-codes.ts';

const gram = { 'x-unit': 'g', ...privacy('business', 'measure') };

/** What every tariff has an id of, and what an event names it by. */
export const tariffId = Ref(
  Uuid,
  words(
    { en: 'Tariff id', zh: '资费标识' },
    { en: 'Names the tariff at the courier.', zh: '在快递企业标识该资费表。' },
  ),
);

/** The first day of a tariff. */
export const effectiveFromOn = Ref(
  CivilDate,
  words(
    { en: 'Effective from', zh: '生效日期' },
    { en: 'First day on which it is quoted.', zh: '开始据以报价之日。' },
  ),
);

const zoneCode = Line(
  20,
  { en: 'Zone', zh: '资费区' },
  { en: 'Name of a zone within the tariff.', zh: '资费区在本表内的名称。' },
  { pattern: '[A-Za-z0-9_-]+', ...privacy('business', 'code') },
);

/** Zones are destinations: a tariff belongs to the places that a courier picks up at. */
export const Tariff = Resource(
  'Tariff',
  { en: 'Tariff', zh: '资费表' },
  {
    en: 'Zones of destination, brackets of billed weight and what is charged beside them.',
    zh: '目的地资费区、计费重量区间及附加费用。',
  },
  {
    tariffId,
    effectiveFromOn,
    effectiveToOn: Optional(
      Ref(
        CivilDate,
        words(
          { en: 'Effective to', zh: '失效日期' },
          { en: 'Last day. Absent: until it is replaced.', zh: '最后一日；不出现即至被替换为止。' },
        ),
      ),
    ),
    zones: ListOf(
      Part({
        zoneCode,
        regionCodes: ListOf(Ref(RegionCode, privacy('public', 'addr.division')), 1, 500, {
          uniqueItems: true,
          ...words(
            { en: 'Regions', zh: '区划' },
            {
              en: 'A code that ends in 00 or 0000 stands for all below it; the narrowest one decides.',
              zh: '以 00 或 0000 结尾者含其下各级；以最小区划为准。',
            },
          ),
        }),
      }),
      1,
      200,
      words(
        { en: 'Zones', zh: '资费区' },
        { en: 'Destinations that cost the same.', zh: '价格相同的目的地。' },
      ),
    ),
    brackets: ListOf(
      Part({
        zoneCode,
        fromGrams: Whole(
          0,
          199_999,
          { en: 'Above', zh: '下限' },
          {
            en: 'The bracket is for more than this; 0 in the first.',
            zh: '大于该克数；首个区间为 0。',
          },
          gram,
        ),
        toGrams: Whole(
          1,
          200_000,
          { en: 'Up to', zh: '上限' },
          {
            en: 'And up to this, which begins the next bracket.',
            zh: '至该克数（含）；下一区间自此起。',
          },
          gram,
        ),
        firstGrams: Whole(
          1,
          200_000,
          { en: 'First weight', zh: '首重' },
          { en: 'Grams that the first price covers.', zh: '首重价所含克数。' },
          gram,
        ),
        firstPrice: Ref(
          Money,
          words(
            { en: 'First price', zh: '首重价' },
            { en: 'Price up to the first weight.', zh: '首重以内的价格。' },
          ),
        ),
        stepGrams: Whole(
          1,
          200_000,
          { en: 'Step', zh: '续重单位' },
          {
            en: 'Grams of one step; a begun step counts.',
            zh: '续重单位克数，不足一个单位按一个计。',
          },
          gram,
        ),
        stepPrice: Ref(
          Money,
          words(
            { en: 'Price of a step', zh: '续重价' },
            { en: 'For each step above the first weight.', zh: '首重以外每单位的价格。' },
          ),
        ),
      }),
      1,
      1000,
      words(
        { en: 'Brackets', zh: '重量区间' },
        {
          en: 'Of one zone they begin at 0 and neither overlap nor leave gaps.',
          zh: '同一资费区的区间自 0 起，不重叠、不断档。',
        },
      ),
    ),
    volumetricDivisor: Whole(
      4000,
      12_000,
      { en: 'Volumetric divisor', zh: '体积重系数' },
      {
        en: 'Cubic centimetres that count as one kilogram.',
        zh: '折合一千克的立方厘米数。',
      },
    ),
    surcharges: Optional(
      ListOf(
        Part({
          vasCode: Optional(
            Ref(
              VasCode,
              words(
                { en: 'Service', zh: '服务' },
                { en: 'Charged when this service is chosen.', zh: '选择该服务时收取。' },
              ),
            ),
          ),
          component: Optional(
            Ref(
              ChargeComponent,
              words(
                { en: 'Component', zh: '构成' },
                { en: 'Charged always, as this component.', zh: '总是收取，计入该构成。' },
              ),
            ),
          ),
          packClass: Optional(
            Ref(
              PackClass,
              words(
                { en: 'Packaging class', zh: '包装类别' },
                {
                  en: 'With component PACKAGING: charged for this class alone.',
                  zh: '构成为包装时：仅该类别收取。',
                },
              ),
            ),
          ),
          amount: Ref(
            Money,
            words({ en: 'Amount', zh: '金额' }, { en: 'A piece.', zh: '每件金额。' }),
          ),
        }),
        0,
        100,
        words(
          { en: 'Surcharges', zh: '附加费' },
          { en: 'Each for a service or for a component.', zh: '逐项对应一项服务或一项构成。' },
        ),
      ),
    ),
    isPublic: Flag(
      { en: 'Public', zh: '是否公开' },
      { en: 'Whether anybody may see it.', zh: '是否对外公开。' },
    ),
    ...storedMembers,
  },
);
export type Tariff = Static<typeof Tariff>;

const { volumetricDivisor: _, ...withoutDivisor } = tariff;
const [cityFirst, citySecond, province] = tariff.brackets;

export const tariffMessage = defineMessage({
  schema: Tariff,
  requirements: [
    {
      id: 'PRC-005',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Tariff brackets of a zone neither overlap nor leave gaps.',
        zh: '价格区间不得重叠或断档。',
      },
      wire: 'check every tariff',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'two zones': tariff,
      'until the end of the year, for contract customers': {
        ...tariff,
        effectiveToOn: '2026-12-31',
        surcharges: [],
        isPublic: false,
      },
    },
    invalid: {
      'no divisor': { value: withoutDivisor, breaks: { pointer: '', rule: 'required' } },
      'a divisor out of range': {
        value: { ...tariff, volumetricDivisor: 3999 },
        breaks: { pointer: '/volumetricDivisor', rule: 'minimum' },
      },
      'a gap between two brackets': {
        value: { ...tariff, brackets: [cityFirst, { ...citySecond, fromGrams: 30_001 }, province] },
        breaks: { pointer: '/brackets/1/fromGrams', rule: 'PRC-005', requirement: 'PRC-005' },
      },
      'two brackets overlap': {
        value: { ...tariff, brackets: [cityFirst, { ...citySecond, fromGrams: 29_999 }, province] },
        breaks: { pointer: '/brackets/1/fromGrams', rule: 'PRC-005', requirement: 'PRC-005' },
      },
      'light parcels have no price': {
        value: { ...tariff, brackets: [cityFirst, citySecond, { ...province, fromGrams: 1 }] },
        breaks: { pointer: '/brackets/2/fromGrams', rule: 'PRC-005', requirement: 'PRC-005' },
      },
      'a zone without a price': {
        value: { ...tariff, brackets: [cityFirst, citySecond] },
        breaks: { pointer: '/zones/1', rule: 'PRC-005', requirement: 'PRC-005' },
      },
      'a bracket of no zone': {
        value: { ...tariff, brackets: [...tariff.brackets, { ...province, zoneCode: 'ABROAD' }] },
        breaks: { pointer: '/brackets/3/zoneCode', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a region in two zones': {
        value: {
          ...tariff,
          zones: [tariff.zones[0], { zoneCode: 'PROVINCE', regionCodes: ['210000', '210200'] }],
        },
        breaks: { pointer: '/zones/1/regionCodes/1', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'two currencies': {
        value: {
          ...tariff,
          brackets: [
            cityFirst,
            citySecond,
            { ...province, stepPrice: { currency: 'USD', minor: 60 } },
          ],
        },
        breaks: { pointer: '/brackets/2/stepPrice', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a surcharge for nothing': {
        value: { ...tariff, surcharges: [{ amount: { currency: 'CNY', minor: 100 } }] },
        breaks: { pointer: '/surcharges/0', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'it ends before it begins': {
        value: { ...tariff, effectiveToOn: '2026-10-31' },
        breaks: { pointer: '/effectiveToOn', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
