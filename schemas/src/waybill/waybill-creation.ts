import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, Optional, privacy, Ref, words } from '../define/index.ts';
import { AllocationMode } from '../vocabulary/allocation-mode-codes.ts';
import { BranchCode } from '../vocabulary/branch-code.ts';
import { CarrierAccountId } from '../vocabulary/carrier-account-id.ts';
import { LabelFormat } from '../vocabulary/label-format-codes.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { teaCreation } from './_examples.ts';
import { Attempt } from './attempt.ts';
import { NumberScheme } from './waybill-codes.ts';

/** The order holds the consignee; this names only the package. */
export const WaybillCreation = Closed(
  'WaybillCreation',
  { en: 'Creation of a waybill', zh: '运单创建' },
  { en: 'Binds a number to a package and asks for its label.', zh: '为包裹绑定单号并请求面单。' },
  {
    orderNo: Ref(OrderNo),
    packageId: Ref(PackageId),
    attempt: Optional(
      Ref(
        Attempt,
        words(
          { en: 'Attempt', zh: '尝试号' },
          {
            en: 'Absent means 1; raised only to replace a voided or expired waybill.',
            zh: '未给出即为 1；仅在替换已作废或过期运单时递增。',
          },
        ),
      ),
    ),
    allocationMode: Ref(AllocationMode),
    waybillNo: Optional(
      Ref(
        WaybillNo,
        words(
          { en: 'Waybill number', zh: '运单号' },
          {
            en: 'Needed for SUPPLIED; for POOL the choice of a reserved number.',
            zh: '自带单号时必须给出；号段预取时可指定预留单号。',
          },
        ),
      ),
    ),
    numberScheme: Optional(Ref(NumberScheme)),
    parentWaybillNo: Optional(
      Ref(
        WaybillNo,
        words(
          { en: 'Mother waybill', zh: '母单号' },
          { en: 'Number of the mother parcel.', zh: '母件的运单号。' },
        ),
      ),
    ),
    carrierAccountId: Ref(CarrierAccountId),
    branchCode: Optional(Ref(BranchCode)),
    labelFormat: Ref(LabelFormat),
    templateId: Optional(
      Line(
        64,
        { en: 'Template', zh: '面单模板' },
        { en: "The courier's name of a layout.", zh: '快递企业的面单模板标识。' },
        privacy('business', 'technical'),
      ),
    ),
  },
);
export type WaybillCreation = Static<typeof WaybillCreation>;

const { packageId: _, ...withoutPackage } = teaCreation;
const supplied: WaybillCreation = { ...teaCreation, allocationMode: 'SUPPLIED' };

export const waybillCreation = defineMessage({
  schema: WaybillCreation,
  requirements: [],
  examples: {
    valid: {
      'a number with the waybill': teaCreation,
      'a number from the reserve': { ...teaCreation, allocationMode: 'POOL' },
      'a supplied number of the postal union': {
        ...supplied,
        waybillNo: 'RB123456785GB',
        numberScheme: 'S10',
      },
      'an odd supplied number': { ...supplied, waybillNo: 'X-0000-0000-Y' },
    },
    invalid: {
      'no package': { value: withoutPackage, breaks: { pointer: '', rule: 'required' } },
      'the hundredth attempt': {
        value: { ...teaCreation, attempt: 100 },
        breaks: { pointer: '/attempt', rule: 'maximum' },
      },
      'an unknown mode': {
        value: { ...teaCreation, allocationMode: 'GUESS' },
        breaks: { pointer: '/allocationMode', rule: 'enum' },
      },
      'lower case in a number': {
        value: { ...supplied, waybillNo: 'zz010000000016' },
        breaks: { pointer: '/waybillNo', rule: 'pattern' },
      },
      'supplied, but no number': {
        value: supplied,
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a wrong check digit of the postal union': {
        value: { ...supplied, waybillNo: 'RB123456786GB', numberScheme: 'S10' },
        breaks: { pointer: '/waybillNo', rule: 'check-digit', requirement: 'WBL-005' },
      },
      'a number of another shape than declared': {
        value: { ...supplied, waybillNo: 'ZZ010000000016', numberScheme: 'SSCC' },
        breaks: { pointer: '/waybillNo', rule: 'WBL-005', requirement: 'WBL-005' },
      },
    },
  },
});
