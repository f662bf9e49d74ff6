import type { Static } from '@sinclair/typebox';
import {
  defineOperation,
  Line,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { AddressMasked } from '../vocabulary/address-masked.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { ContactMasked } from '../vocabulary/contact-masked.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PhoneMasked } from '../vocabulary/phone-masked.ts';
import { Region } from '../vocabulary/region.ts';
import { Stage } from '../vocabulary/stage-codes.ts';
import { View } from '../vocabulary/view-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';

export const ConsigneeView = Resource(
  'ConsigneeView',
  { en: 'View of a consignee', zh: '收件人视图' },
  {
    en: 'What the caller may see of a consignee in the present stage; each view has its own members.',
    zh: '调用方在当前阶段可见的收件人信息；各视图成员不同。',
  },
  {
    consigneeRef: Ref(ConsigneeRef),
    view: Ref(View),
    stage: Ref(Stage),
    validUntilAt: Ref(
      Instant,
      words(
        { en: 'Valid until', zh: '有效期至' },
        { en: 'When the caller has to ask again.', zh: '届时调用方须重新查询。' },
      ),
    ),
    region: Optional(
      Ref(
        Region,
        words(
          { en: 'Region', zh: '区域' },
          {
            en: 'Country and six-digit code with its version; in the view ROUTING.',
            zh: '国家、六位代码及其版本；用于 ROUTING 视图。',
          },
        ),
      ),
    ),
    routing: Optional(
      Part(
        {
          sortingCode: Line(
            32,
            { en: 'Sorting code', zh: '三段码' },
            { en: 'Code by which the parcel is sorted.', zh: '用于分拣的代码。' },
            privacy('business', 'technical'),
          ),
        },
        words(
          { en: 'Routing', zh: '路由' },
          { en: 'What sorting needs; in the view ROUTING.', zh: '分拣所需；用于 ROUTING 视图。' },
        ),
      ),
    ),
    waybillNo: Optional(Ref(WaybillNo)),
    phoneMasked: Optional(Ref(PhoneMasked)),
    contactMasked: Optional(Ref(ContactMasked)),
    addressMasked: Optional(Ref(AddressMasked)),
  },
);
export type ConsigneeView = Static<typeof ConsigneeView>;

const reference: ConsigneeView = {
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  view: 'REFERENCE',
  stage: 'AT_POINT',
  validUntilAt: '2026-11-02T10:00:00+08:00',
};

export const getConsigneeView = defineOperation({
  name: 'get-consignee-view',
  since: '1.0',
  title: { en: 'See a consignee', zh: '查看收件人视图' },
  description: {
    en: 'The server chooses the view from role, facet and stage; no parameter names a view. Where only a grant or a contact releases more, the view is REFERENCE.',
    zh: '视图由服务端按角色、分面和阶段决定；没有可指定视图的参数。仅经授权或联系绑定方可获知更多时，视图为 REFERENCE。',
  },
  servedBy: ['platform'],
  calledBy: [
    'courier',
    'merchant',
    'isv',
    'locker',
    'service-point',
    'warehouse',
    'hub',
    'customs-agent',
    'insurer',
  ],
  method: 'GET',
  path: '/v1/consignees/{consigneeRef}',
  answer: { status: 200, body: ConsigneeView },
  problems: ['NOT_FOUND'],
  requirements: [
    {
      id: 'CSN-003',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A foreign `consigneeRef` answers exactly as an unknown one.',
        zh: '他方引用与不存在的引用应答一致。',
      },
      wire: 'differential probe',
      judgedBy: 'check',
    },
    {
      id: 'CSN-005',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'The view is chosen by the server; a query member or header cannot widen it.',
        zh: '视图由服务端决定，调用方不得扩大。',
      },
      wire: 'add `view=DOOR`, `fields=`, `expand=`',
      judgedBy: 'check',
    },
    {
      id: 'CSN-006',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'The stage comes from events, not from the caller.',
        zh: '阶段由事件得出，不取自调用方声明。',
      },
      wire: 'claim a stage; compare',
      judgedBy: 'check',
    },
    {
      id: 'CSN-017',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'During an interruption no view is wider than before.',
        zh: '中断期间视图不得放宽。',
      },
      wire: 'repeat the view probes under a notice',
      judgedBy: 'check',
    },
  ],
  examples: {
    answer: {
      valid: {
        'a reference and no more': reference,
        'routing for the trunk': {
          ...reference,
          view: 'ROUTING',
          stage: 'IN_TRANSIT',
          region: { countryCode: 'CN', regionCode: '210204', regionCodeVersion: 'NBS-2023' },
          routing: { sortingCode: 'DL-204-07' },
        },
        'the tail of the phone': {
          ...reference,
          view: 'TAIL',
          waybillNo: 'ZZ0000000001',
          phoneMasked: '*******0001',
        },
        'masked name, phone and address': {
          ...reference,
          view: 'MASKED',
          stage: 'IN_TRANSIT',
          contactMasked: { nameMasked: '张**', phoneMasked: '*******0001' },
          addressMasked: {
            provinceName: '辽宁省',
            cityName: '大连市',
            districtName: '沙河口区',
            tail: '****',
            regionCode: '210204',
            regionCodeVersion: 'NBS-2023',
          },
        },
      },
      invalid: {
        'stage is missing': {
          value: {
            consigneeRef: reference.consigneeRef,
            view: 'REFERENCE',
            validUntilAt: reference.validUntilAt,
          },
          breaks: { pointer: '', rule: 'required' },
        },
        'a plain name comes along': {
          value: { ...reference, name: '张三丰' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'the phone keeps too many digits': {
          value: {
            ...reference,
            view: 'TAIL',
            waybillNo: 'ZZ0000000001',
            phoneMasked: '199****0001',
          },
          breaks: { pointer: '/phoneMasked', rule: 'pattern' },
        },
        'the view of the trunk has no sorting code': {
          value: {
            ...reference,
            view: 'ROUTING',
            stage: 'IN_TRANSIT',
            region: { countryCode: 'CN', regionCode: '210204', regionCodeVersion: 'NBS-2023' },
          },
          breaks: { pointer: '', rule: 'CSN-005', requirement: 'CSN-005' },
        },
        'a reference shows the tail of a phone': {
          value: { ...reference, phoneMasked: '*******0001' },
          breaks: { pointer: '/phoneMasked', rule: 'CSN-005', requirement: 'CSN-005' },
        },
      },
    },
  },
});
