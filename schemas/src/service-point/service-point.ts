import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { GeoPoint } from '../vocabulary/geo-point.ts';
import { Gln } from '../vocabulary/gln.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { PublicAddress } from '../vocabulary/public-address.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { villageStation } from './_examples.ts';
import { OpeningHours } from './opening-hours.ts';
import { PointId } from './point-id.ts';
import {
  PointCapability,
  PointStatus,
  ServicePointKind,
  ServicePointTier,
} from './service-point-codes.ts';

const code = privacy('public', 'code');

/** The person who answers for the point stands in its filing and nowhere else. */
export const ServicePoint = Resource(
  'ServicePoint',
  { en: 'Service point', zh: '服务点' },
  {
    en: 'A public place where parcels are handed over: where it is, what it does, who runs it.',
    zh: '交接快件的公共场所：位置、能力与运营方。',
  },
  {
    pointId: Ref(PointId),
    kind: Ref(ServicePointKind, code),
    tier: Ref(ServicePointTier, code),
    name: Line(
      60,
      { en: 'Name', zh: '名称' },
      { en: 'As shown to the public.', zh: '对公众展示的名称。' },
      privacy('public', 'business-text'),
    ),
    address: Ref(PublicAddress),
    geo: Ref(
      GeoPoint,
      words(
        { en: 'Position', zh: '坐标' },
        { en: 'Of the entrance, with its coordinate system.', zh: '入口位置，注明坐标系。' },
      ),
    ),
    gln: Optional(Ref(Gln)),
    operator: Ref(PartyRef, {
      ...words(
        { en: 'Operator', zh: '运营方' },
        { en: 'Organisation that runs the point.', zh: '运营该服务点的组织。' },
      ),
      ...privacy('public', 'org-name'),
    }),
    carrierCodes: ListOf(Ref(CarrierCode, code), 1, 40, {
      uniqueItems: true,
      ...words(
        { en: 'Couriers', zh: '快递企业' },
        { en: 'Couriers whose parcels are handled here.', zh: '在此办理的快递企业。' },
      ),
    }),
    capabilities: ListOf(Ref(PointCapability, code), 0, 50, {
      uniqueItems: true,
      ...words(
        { en: 'Capabilities', zh: '能力' },
        { en: 'What can be done here.', zh: '可提供的服务。' },
      ),
    }),
    openingHours: ListOf(
      Ref(OpeningHours),
      0,
      21,
      words(
        { en: 'Opening hours', zh: '营业时间' },
        {
          en: 'Periods of a week, which do not overlap; none where it is always open.',
          zh: '一周内互不重叠的时段；全天开放者为空。',
        },
      ),
    ),
    dailyCapacityCount: Optional(
      Whole(
        1,
        1_000_000,
        { en: 'Daily capacity', zh: '日处理能力' },
        { en: 'Parcels that it can take in on one day.', zh: '每日可接收的件数。' },
        privacy('public', 'measure'),
      ),
    ),
    isPublicFacility: Flag(
      { en: 'Public facility', zh: '公共设施' },
      {
        en: 'Whether it is listed as public infrastructure and open to every courier.',
        zh: '是否列为公共设施并向各快递企业开放。',
      },
      privacy('public', 'flag'),
    ),
    status: Ref(PointStatus, code),
    ...storedMembers,
  },
);
export type ServicePoint = Static<typeof ServicePoint>;

export const servicePoint = defineMessage({
  schema: ServicePoint,
  requirements: [],
  examples: {
    valid: {
      'a village station': villageStation,
      'a suspended outlet in the city': {
        ...villageStation,
        kind: 'TERMINAL_OUTLET',
        tier: 'URBAN',
        gln: '2102020000003',
        openingHours: [],
        dailyCapacityCount: 3000,
        isPublicFacility: false,
        status: 'SUSPENDED',
        revision: 2,
      },
    },
    invalid: {
      'a village without its code': {
        value: {
          ...villageStation,
          address: {
            region: { countryCode: 'CN', regionCode: '210213', regionCodeVersion: 'NBS-2023' },
            line: '样例村 1 号',
          },
        },
        breaks: { pointer: '/address/region', rule: 'SVP-002', requirement: 'SVP-002' },
      },
      'a status of no list': {
        value: { ...villageStation, status: 'BUSY' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
    },
  },
});
