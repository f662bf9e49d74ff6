import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
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
import { CarrierCode } from '../vocabulary/carrier-code-codes.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { Dimensions } from '../vocabulary/dimensions.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { VasCode } from '../vocabulary/vas-code-codes.ts';
import { Warnings } from '../vocabulary/warnings.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';
import { emptyLabel, teaWaybill } from './_examples.ts';
import { Attempt } from './attempt.ts';
import { LabelData } from './label-data.ts';
import { WaybillStatus } from './waybill-codes.ts';

const routingCode = (en: string, zh: string) =>
  Line(
    32,
    { en, zh },
    { en: `${en} of the parcel, in the courier's words.`, zh: `快递企业给出的${zh}。` },
    privacy('business', 'technical'),
  );

/** Numbers are recycled, so the key is courier, number and day together. */
export const Waybill = Resource(
  'Waybill',
  { en: 'Waybill', zh: '运单' },
  { en: 'A number bound to a package, and its progress.', zh: '绑定到包裹的单号及其进展。' },
  {
    waybillNo: Ref(WaybillNo),
    carrierCode: Ref(CarrierCode),
    allocatedOn: Ref(
      CivilDate,
      words(
        { en: 'Allocated on', zh: '取号日期' },
        { en: 'Day on which the number was given out.', zh: '单号分配的日期。' },
      ),
    ),
    orderNo: Ref(OrderNo),
    packageId: Ref(PackageId),
    attempt: Ref(Attempt),
    parentWaybillNo: Optional(
      Ref(
        WaybillNo,
        words(
          { en: 'Mother waybill', zh: '母单号' },
          { en: 'Number of the mother parcel.', zh: '母件的运单号。' },
        ),
      ),
    ),
    childWaybillNos: Optional(
      ListOf(
        Ref(WaybillNo),
        0,
        100,
        words(
          { en: 'Child waybills', zh: '子单号' },
          { en: 'Numbers of the child parcels.', zh: '子件的运单号。' },
        ),
      ),
    ),
    status: Ref(WaybillStatus),
    routing: Part(
      {
        sortingCode: routingCode('Sorting code', '分拣码'),
        destinationHub: Optional(routingCode('Destination hub', '目的分拨')),
        destinationBranch: Optional(routingCode('Destination branch', '目的网点')),
        routeLabel: Optional(routingCode('Route label', '路由标签')),
      },
      words(
        { en: 'Routing', zh: '路由（三段码）' },
        { en: 'Where the parcel is sorted to.', zh: '包裹的分拣去向。' },
      ),
    ),
    label: Optional(
      Ref(
        LabelData,
        words(
          { en: 'Label', zh: '面单' },
          {
            en: 'In the answer to a creation and to its repeat, and in no other.',
            zh: '仅出现在创建及其重复请求的应答中。',
          },
        ),
      ),
    ),
    printCount: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Prints', zh: '打印次数' },
      { en: 'How often a print was confirmed.', zh: '已确认的打印次数。' },
    ),
    weightGrams: Optional(Ref(WeightGrams)),
    billedWeightGrams: Optional(
      Ref(
        WeightGrams,
        words(
          { en: 'Billed weight', zh: '计费重量' },
          { en: 'Weight that is charged, in grams.', zh: '计费重量，单位为克。' },
        ),
      ),
    ),
    dimensions: Optional(Ref(Dimensions)),
    vas: Optional(
      ListOf(
        Ref(VasCode),
        0,
        20,
        words(
          { en: 'Value-added services', zh: '增值服务' },
          { en: 'Services chosen for this parcel.', zh: '该包裹选用的增值服务。' },
        ),
      ),
    ),
    warnings: Optional(Ref(Warnings)),
    ...storedMembers,
  },
);
export type Waybill = Static<typeof Waybill>;

const { routing: _, ...withoutRouting } = teaWaybill;

export const waybill = defineMessage({
  schema: Waybill,
  requirements: [],
  examples: {
    valid: {
      'as created, with its label': { ...teaWaybill, label: emptyLabel },
      'as read, printed once': {
        ...teaWaybill,
        printCount: 1,
        billedWeightGrams: 2000,
        vas: ['INSURE'],
        revision: 3,
      },
    },
    invalid: {
      'no routing': { value: withoutRouting, breaks: { pointer: '', rule: 'required' } },
      'printed less than never': {
        value: { ...teaWaybill, printCount: -1 },
        breaks: { pointer: '/printCount', rule: 'minimum' },
      },
      'a day that does not exist': {
        value: { ...teaWaybill, allocatedOn: '2026-02-30' },
        breaks: { pointer: '/allocatedOn', rule: 'format' },
      },
      'a name on the waybill': {
        value: { ...teaWaybill, consigneeName: '张三丰' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
