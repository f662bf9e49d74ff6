import { ruleFor } from './rule.ts';

/** Forms that published sources give for the numbers of a courier; they disagree. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  SF: /^SF[A-Z0-9][0-9]{12}$/,
  ZTO: /^7[3-68][0-9]{12}$/,
  STO: /^(77|43)[0-9]{12,15}$/,
  YTO: /^YT[0-9]{13}$/,
  YUNDA: /^([34][0-9]{14}|5[0-9]{12})$/,
  JTSD: /^JT[0-9]{13}$/,
  JD: /^JD[A-Z0-9]{2}[0-9]{11}$/,
  EMS: /^([981][0-9]{12}|[A-Z]{2}[0-9]{9}[A-Z]{2})$/,
};

/** A waybill number that does not look like its courier's only warns: numbers are opaque. */
export const courierPattern = ruleFor<{
  readonly carrierCode?: string;
  readonly waybillNo?: string;
}>({
  name: 'courier-pattern',
  id: 'courier-pattern',
  places: [{ members: ['carrierCode', 'waybillNo'] }],
  judge: ({ carrierCode, waybillNo }, at) =>
    carrierCode === undefined ||
    waybillNo === undefined ||
    PATTERNS[carrierCode]?.test(waybillNo) !== false
      ? []
      : [{ pointer: `${at}/waybillNo`, rule: 'courier-pattern', params: { carrierCode } }],
  severity: 'warning',
  problem: 'RULE_VIOLATION',
  text: {
    en: 'the waybill number does not look like those of its courier',
    zh: '运单号不符合该快递企业的常见格式',
  },
  hint: {
    en: 'Check that number and courier belong together; the number is taken as it is.',
    zh: '请核对单号与快递企业是否对应；单号按原样接受。',
  },
});
