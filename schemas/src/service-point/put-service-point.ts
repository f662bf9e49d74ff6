import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { villageStation } from './_examples.ts';
import { ServicePoint } from './service-point.ts';

const { pointId, revision, createdAt, updatedAt, extensions, ...entered } = ServicePoint.properties;

/** Derived from the stored point, so that both always have the same members. */
export const ServicePointEntry = Closed(
  'ServicePointEntry',
  { en: 'Entry of a service point', zh: '服务点登记' },
  {
    en: 'Everything about a point that its operator states; it replaces what was stated before.',
    zh: '运营方申报的服务点全部信息；整体替换先前申报。',
  },
  entered,
);
export type ServicePointEntry = Static<typeof ServicePointEntry>;

const {
  pointId: _id,
  revision: _revision,
  createdAt: _created,
  updatedAt: _updated,
  ...station
} = villageStation;
const { geo, ...nowhere } = station;
const { crs: _crs, ...withoutSystem } = geo;

export const putServicePoint = defineOperation({
  name: 'put-service-point',
  since: '1.0',
  title: { en: 'Register a service point', zh: '登记服务点' },
  description: {
    en: 'Creates the point, or replaces what was stated of it.',
    zh: '登记服务点，或整体替换先前登记。',
  },
  servedBy: ['hub', 'courier'],
  calledBy: ['service-point', 'courier'],
  method: 'PUT',
  path: '/v1/service-points/{pointId}',
  request: ServicePointEntry,
  answer: { status: 200, also: [201], body: ServicePoint },
  problems: [
    'CHECK_DIGIT_INVALID',
    'RULE_VIOLATION',
    'PLAINTEXT_PERSONAL_DATA',
    'MASKED_VALUE_AS_INPUT',
  ],
  requirements: [
    {
      id: 'SVP-002',
      level: 'MUST',
      roles: ['courier', 'hub'],
      position: 'server',
      tier: 'W',
      clause: 'SC-7',
      text: {
        en: 'A tier agrees with the region code: VILLAGE has a village code, TOWN a town code.',
        zh: '层级须与区划代码一致。',
      },
      wire: 'region against tier',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a village station': station,
        'a node of a township': { ...station, kind: 'RURAL_TOWN_NODE', tier: 'TOWN' },
      },
      invalid: {
        'no coordinate system': {
          value: { ...nowhere, geo: withoutSystem },
          breaks: { pointer: '/geo', rule: 'required', requirement: 'SVP-001' },
        },
        'a village without its code': {
          value: {
            ...station,
            address: {
              region: {
                countryCode: 'CN',
                regionCode: '210213',
                townCode: '210213101',
                regionCodeVersion: 'NBS-2023',
              },
              line: '样例村 1 号',
            },
          },
          breaks: { pointer: '/address/region', rule: 'SVP-002', requirement: 'SVP-002' },
        },
        'a town without its code': {
          value: {
            ...station,
            tier: 'TOWN',
            address: {
              region: { countryCode: 'CN', regionCode: '210213', regionCodeVersion: 'NBS-2023' },
              line: '样例镇 1 号',
            },
          },
          breaks: { pointer: '/address/region', rule: 'SVP-002', requirement: 'SVP-002' },
        },
        'periods that overlap': {
          value: {
            ...station,
            openingHours: [
              { weekday: 1, opensAt: '08:30', closesAt: '12:00' },
              { weekday: 1, opensAt: '11:30', closesAt: '18:00' },
            ],
          },
          breaks: { pointer: '/openingHours/1', rule: 'DSC-023' },
        },
        'a slip in the location number': {
          value: { ...station, gln: '2102020000004' },
          breaks: { pointer: '/gln', rule: 'check-digit' },
        },
        'a courier twice': {
          value: { ...station, carrierCodes: ['ZZ', 'ZZ'] },
          breaks: { pointer: '/carrierCodes', rule: 'uniqueItems' },
        },
        'the person who answers for it': {
          value: { ...station, responsiblePerson: { name: '张三丰', mobile: '+8619900000001' } },
          breaks: { pointer: '', rule: 'additionalProperties', requirement: 'SVP-003' },
        },
      },
    },
  },
});
