import { defineCodeList } from '../define/index.ts';

/** Scores 1 to 4, 5 to 9, 10 to 16 and 17 to 25. */
export const RiskLevel = defineCodeList({
  name: 'RiskLevel',
  version: '2026-11',
  title: { en: 'Risk level', zh: '风险等级' },
  description: { en: 'Level of the highest score of an assessment.', zh: '评估最高分对应的等级。' },
  growth: 'closed',
  codes: {
    LOW: { en: 'Low', zh: '低' },
    MEDIUM: { en: 'Medium', zh: '中' },
    HIGH: { en: 'High', zh: '高' },
    CRITICAL: { en: 'Critical', zh: '严重' },
  },
});
