import { defineRequirement } from '../define/index.ts';

/** Requirements about messages of more than one operation, or of another module. */
export const crossBorderRequirements = [
  defineRequirement({
    id: 'XBD-001',
    level: 'MUST NOT',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'An identity number appears in any form outside the sealed payload of a `CUSTOMS_DECLARATION` reveal.',
      zh: '除报关揭示的密封载荷外不得以任何形式携带证件号。',
    },
    wire: 'canary scan',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'XBD-006',
    level: 'MUST',
    roles: ['courier'],
    position: 'server',
    tier: 'C',
    text: {
      en: 'Exchange events name the office by its code.',
      zh: '互换局事件须注明互换局代码。',
    },
    wire: '`facilityId`',
    judgedBy: 'check',
  }),
];
