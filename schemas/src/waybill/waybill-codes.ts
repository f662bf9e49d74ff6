import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { interceptLifecycle } from './intercept-lifecycle.ts';
import { waybillLifecycle } from './waybill-lifecycle.ts';

/** The states of the waybill, as codes. */
export const WaybillStatus = statesAsCodes('WaybillStatus', waybillLifecycle);

/** The states of the intercept, as codes. */
export const InterceptState = statesAsCodes('InterceptState', interceptLifecycle);

/** What a request to void came to. */
export const VoidOutcome = defineCodeList({
  name: 'VoidOutcome',
  version: '2026-11',
  title: { en: 'Outcome of voiding', zh: '作废结果' },
  description: {
    en: 'Whether a waybill could still be voided.',
    zh: '运单是否仍可作废。',
  },
  growth: 'closed',
  codes: {
    VOIDED: { en: 'Voided', zh: '已作废' },
    TOO_LATE: { en: 'Too late', zh: '已晚' },
  },
});

/** Numbering schemes whose check digit counts once a supplied number is declared to be of them. */
export const NumberScheme = defineCodeList({
  name: 'NumberScheme',
  version: '2026-11',
  title: { en: 'Numbering scheme', zh: '编号体系' },
  description: {
    en: 'What a supplied number is declared to be.',
    zh: '所提供单号声明遵循的编号体系。',
  },
  growth: 'closed',
  codes: {
    S10: { en: 'UPU S10', zh: '万国邮联 S10' },
    SSCC: { en: 'GS1 SSCC', zh: '系列货运包装箱代码' },
  },
});

/** Zones of GB/T 41833-2022, as secondary sources give them. */
export const LabelArea = defineCodeList({
  name: 'LabelArea',
  version: '2026-11',
  title: { en: 'Area of a label', zh: '面单分区' },
  description: { en: 'One zone of a printed label.', zh: '印制面单的一个分区。' },
  growth: 'closed',
  source: 'GB/T 41833-2022 (unconfirmed)',
  codes: {
    CODE: { en: 'Barcode', zh: '条码区' },
    DESTINATION: { en: 'Destination', zh: '目的地区' },
    CONSIGNEE: { en: 'Consignee', zh: '收件人区' },
    SENDER: { en: 'Sender', zh: '寄件人区' },
    CONTENTS: { en: 'Contents', zh: '内件区' },
    SIGN: { en: 'Signature', zh: '签收区' },
  },
});
