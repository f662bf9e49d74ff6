import { defineRequirement } from '../define/index.ts';

/** Interruptions. */
export const degradedRequirements = [
  defineRequirement({
    id: 'DGR-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'An interruption notice precedes a planned start, reaches the counterparties, carries nothing above `business`, and is signed in class `signed-messages`.',
      zh: '中断通知须先于计划开始时刻，送达各相对方，不含高于 `business` 的内容；属 `signed-messages` 类的须签名。',
    },
    wire: 'schedule, receive, scan',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DGR-002',
    level: 'MUST NOT',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'An interruption widens a view, skips a gate or prints plaintext.',
      zh: '中断期间不得扩大视图、跳过闸口或打印明文。',
    },
    wire: 'VEW and LBL subset during an interruption',
    judgedBy: 'check',
    when: { any: [{ offers: 'getOrder' }, { offers: 'getConsigneeView' }] },
  }),
];
