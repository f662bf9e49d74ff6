import { defineCodeList } from '../define/index.ts';

/** Events are never deleted. */
export const CorrectionReason = defineCodeList({
  name: 'CorrectionReason',
  version: '2026-11',
  title: { en: 'Reason of a correction', zh: '更正原因' },
  description: { en: 'Why an earlier event is corrected.', zh: '更正先前事件的原因。' },
  growth: 'closed',
  codes: {
    DID_NOT_OCCUR: { en: 'Did not occur', zh: '未发生' },
    INCORRECT_DATA: { en: 'Incorrect data', zh: '数据有误' },
  },
});
