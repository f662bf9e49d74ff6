import type { Requirement } from '../define/index.ts';

/** What the fold demands of every party that shows a status; no single message is bound by it alone. */
export const foldRequirements: readonly Requirement[] = [
  {
    id: 'TRK-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    text: {
      en: 'The status depends only on the set of events, not on their order of arrival.',
      zh: '状态仅取决于事件集合，与到达顺序无关。',
    },
    wire: 'same scans in permuted order; `getParcel`',
    judgedBy: 'check',
  },
  {
    id: 'TRK-002',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    text: {
      en: 'An observation is never refused for its meaning; an illegal one is stored with `anomaly: true`.',
      zh: '不得因语义拒绝观测，非法者标注异常并存储。',
    },
    wire: 'scan after DELIVERED; `listParcelEvents`',
    judgedBy: 'check',
  },
  {
    id: 'TRK-005',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    text: {
      en: 'A correction removes its target from the fold; the target stays readable.',
      zh: '更正使原事件退出折叠，但仍可读取。',
    },
    wire: 'correct DELIVERED; read both',
    judgedBy: 'check',
  },
  {
    id: 'TRK-006',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    text: {
      en: 'On the return leg forward scans leave the status RETURNING, and a delivery scan gives RETURNED.',
      zh: '逆向途中的扫描不得使包裹“复活”。',
    },
    wire: 'return scenario',
    judgedBy: 'check',
  },
  {
    id: 'TRK-007',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    text: {
      en: 'After a terminal status only a correction changes the status.',
      zh: '终态后仅更正可改变状态。',
    },
    wire: 'later scan; status unchanged',
    judgedBy: 'check',
  },
  {
    id: 'TRK-008',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    text: {
      en: 'A skipped milestone gives `gap: true`, not an anomaly and not an invented event.',
      zh: '跳过节点须标注缺口，不得虚构事件。',
    },
    wire: 'PICKED_UP then DELIVERED',
    judgedBy: 'check',
  },
  {
    id: 'TRK-015',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'C',
    text: {
      en: 'Equal `occurredAt` is ordered by rank.',
      zh: '同一时刻按等级排序。',
    },
    wire: 'ARRIVED_DELIVERY_BRANCH and OUT_FOR_DELIVERY at one instant',
    judgedBy: 'check',
  },
];
