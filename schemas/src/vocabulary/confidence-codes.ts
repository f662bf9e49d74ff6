import { defineCodeList } from '../define/index.ts';

/** Of a mapping or a forecast. */
export const Confidence = defineCodeList({
  name: 'Confidence',
  version: '2026-11',
  title: { en: 'Confidence', zh: '置信度' },
  description: { en: 'How sure the sender is.', zh: '发送方的把握程度。' },
  growth: 'closed',
  codes: {
    HIGH: { en: 'High', zh: '高' },
    MEDIUM: { en: 'Medium', zh: '中' },
    LOW: { en: 'Low', zh: '低' },
  },
});
