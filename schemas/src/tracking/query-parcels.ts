import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  defineOperation,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { Problem } from '../vocabulary/problem.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { parcelAtBranch } from './_examples.ts';
import { EventCode } from './event-codes.ts';
import { Parcel } from './parcel.ts';
import { ParcelProof } from './parcel-proof.ts';

/** As many parcels as one query may ask for. */
const MAX_PARCELS = 40;

/** Asks for several parcels, each with or without a proof. */
export const ParcelQuery = Closed(
  'ParcelQuery',
  { en: 'Query for parcels', zh: '包裹批量查询' },
  {
    en: 'Asks for up to 40 parcels; a proof shows the relation of the caller to one.',
    zh: '查询至多 40 件包裹；凭据表明调用方与包裹的关系。',
  },
  {
    parcels: ListOf(
      Part({
        carrierCode: Ref(CarrierCode),
        waybillNo: Ref(WaybillNo),
        proof: Optional(Ref(ParcelProof)),
      }),
      1,
      MAX_PARCELS,
      words(
        { en: 'Parcels', zh: '包裹' },
        { en: 'What is asked for, one by one.', zh: '逐件请求。' },
      ),
    ),
  },
);
export type ParcelQuery = Static<typeof ParcelQuery>;

/** All that an anonymous caller sees of an event. */
export const PublicParcelEvent = Closed(
  'PublicParcelEvent',
  { en: 'Public view of an event', zh: '公开轨迹' },
  {
    en: 'What a caller without relation, proof or token sees of an event.',
    zh: '无关系、无凭据或无令牌的调用方所见的事件内容。',
  },
  {
    eventCode: Ref(EventCode),
    cityName: Optional(
      Line(
        30,
        { en: 'City', zh: '城市' },
        {
          en: 'City of the location; absent where the event has none.',
          zh: '地点所在城市；事件无地点时无此项。',
        },
        privacy('pseudonymous', 'addr.division'),
      ),
    ),
  },
);
export type PublicParcelEvent = Static<typeof PublicParcelEvent>;

/** The public view, with its examples. */
export const publicParcelEventMessage = defineMessage({
  schema: PublicParcelEvent,
  requirements: [],
  examples: {
    valid: {
      'scan in a city': { eventCode: 'ARRIVED_HUB', cityName: '大连市' },
      'scan without a place': { eventCode: 'WEIGHED' },
    },
    invalid: {
      'district is too fine': {
        value: { eventCode: 'ARRIVED_HUB', cityName: '大连市', districtName: '中山区' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'city alone': { value: { cityName: '大连市' }, breaks: { pointer: '', rule: 'required' } },
    },
  },
});

/** One result a parcel. */
export const ParcelQueryResult = Closed(
  'ParcelQueryResult',
  { en: 'Result of a query for parcels', zh: '包裹批量查询结果' },
  { en: 'One result a parcel, in request order.', zh: '每件一个结果，按请求顺序。' },
  {
    results: ListOf(
      Part({
        index: Whole(
          0,
          MAX_PARCELS - 1,
          { en: 'Index', zh: '序号' },
          {
            en: 'Place of the parcel in the request, from 0.',
            zh: '包裹在请求中的序号，从 0 起。',
          },
          privacy('public', 'technical'),
        ),
        status: Whole(
          200,
          599,
          { en: 'Status', zh: '状态码' },
          {
            en: 'The HTTP status that the parcel alone would have got.',
            zh: '该包裹单独查询时的 HTTP 状态码。',
          },
          privacy('public', 'technical'),
        ),
        parcel: Optional(Ref(Parcel)),
        events: Optional(
          ListOf(
            Ref(PublicParcelEvent),
            0,
            1000,
            words(
              { en: 'Public events', zh: '公开轨迹' },
              {
                en: 'Stands for the parcel where the caller showed no relation to it.',
                zh: '调用方未表明与包裹的关系时，以此代替包裹。',
              },
            ),
          ),
        ),
        problem: Optional(Ref(Problem)),
      }),
      1,
      MAX_PARCELS,
      words({ en: 'Results', zh: '结果' }, { en: 'One a parcel.', zh: '每件一个。' }),
    ),
  },
);
export type ParcelQueryResult = Static<typeof ParcelQueryResult>;

const asked = { carrierCode: 'ZZ', waybillNo: 'ZZ010000000016' } as const;

/** Read-only, so it may be executed again; the key is needed all the same. */
export const queryParcels = defineOperation({
  name: 'query-parcels',
  since: '1.0',
  title: { en: 'Query parcels', zh: '批量查询包裹' },
  description: {
    en: 'Without relation to a parcel and without proof, also without a token, the answer holds event codes and cities and nothing else; in stage CLOSED it is NOT_FOUND.',
    zh: '与包裹无关系且无凭据，或无令牌时，结果仅含事件代码与城市；阶段为已关闭时视为不存在。',
  },
  servedBy: ['courier', 'hub'],
  calledBy: ['platform', 'merchant', 'isv', 'hub'],
  method: 'POST',
  path: '/v1/parcel-queries',
  request: ParcelQuery,
  answer: { status: 200, body: ParcelQueryResult },
  problems: ['BATCH_TOO_LARGE', 'CHECK_DIGIT_INVALID'],
  token: 'optional',
  requirements: [
    {
      id: 'TRK-011',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'The anonymous view of a parcel has event code and city only.',
        zh: '公开查询仅含事件与城市。',
      },
      wire: 'query without proof',
      judgedBy: 'check',
    },
    {
      id: 'TRK-012',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A wrong proof gives the same answer as no proof.',
        zh: '错误凭据与无凭据应答一致。',
      },
      wire: 'differential query',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'one parcel with a proof, one without': {
          parcels: [
            { ...asked, proof: { consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4' } },
            { carrierCode: 'ZZ', waybillNo: 'ZZ010000000023' },
          ],
        },
        'order number as proof': { parcels: [{ ...asked, proof: { orderNo: 'PO20261122001' } }] },
      },
      invalid: {
        'no parcel': { value: { parcels: [] }, breaks: { pointer: '/parcels', rule: 'minItems' } },
        'proof of nothing': {
          value: { parcels: [{ ...asked, proof: {} }] },
          breaks: { pointer: '/parcels/0/proof', rule: 'minProperties' },
        },
        'two proofs': {
          value: {
            parcels: [
              {
                ...asked,
                proof: { consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4', orderNo: 'PO20261122001' },
              },
            ],
          },
          breaks: { pointer: '/parcels/0/proof', rule: 'maxProperties' },
        },
        'reference with a wrong check character': {
          value: {
            parcels: [{ ...asked, proof: { consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5' } }],
          },
          breaks: { pointer: '/parcels/0/proof/consigneeRef', rule: 'check-digit' },
        },
      },
    },
    answer: {
      valid: {
        'with and without a relation': {
          results: [
            { index: 0, status: 200, parcel: parcelAtBranch },
            {
              index: 1,
              status: 200,
              events: [{ eventCode: 'PICKED_UP', cityName: '大连市' }, { eventCode: 'WEIGHED' }],
            },
          ],
        },
      },
      invalid: {
        'results are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'public event tells its instant': {
          value: {
            results: [
              {
                index: 0,
                status: 200,
                events: [
                  {
                    eventCode: 'PICKED_UP',
                    cityName: '大连市',
                    occurredAt: '2026-11-22T10:00:00+08:00',
                  },
                ],
              },
            ],
          },
          breaks: {
            pointer: '/results/0/events/0',
            rule: 'additionalProperties',
            requirement: 'TRK-011',
          },
        },
      },
    },
  },
});
