import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { waybillLifecycle } from './waybill-lifecycle.ts';

export const WaybillStatus = statesAsCodes('WaybillStatus', waybillLifecycle);

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
