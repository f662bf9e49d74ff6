import { defineRequirement } from '../define/index.ts';

/** Statistics that tell about nobody. */
export const disclosureControlRequirements = [
  defineRequirement({
    id: 'SDC-001',
    level: 'MUST',
    roles: ['courier', 'platform', 'hub'],
    position: 'server',
    tier: 'W',
    class: 'statistics',
    text: {
      en: 'Cells under the thresholds are suppressed, with complementary suppression.',
      zh: '低于门槛的单元须抑制，并作互补抑制。',
    },
    wire: '9 and 10 persons; totals minus parts',
    judgedBy: 'check',
    when: { offers: 'reportIndicators' },
  }),
  defineRequirement({
    id: 'SDC-002',
    level: 'MUST NOT',
    roles: ['courier', 'platform', 'hub'],
    position: 'server',
    tier: 'W',
    class: 'statistics',
    text: {
      en: 'Overlapping ranges allow a difference.',
      zh: '相互重叠的区间不得可供求差。',
    },
    wire: 'day d, day d+1, both',
    judgedBy: 'check',
    when: { offers: 'reportIndicators' },
  }),
];
