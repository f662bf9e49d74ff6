import { defineRequirement } from '../define/index.ts';

/** About the whole table of the lifecycle: what it does not name. */
export const orderRefusesUnnamedCommands = defineRequirement({
  id: 'ORD-008',
  level: 'MUST',
  roles: ['courier'],
  position: 'server',
  tier: 'W',
  text: {
    en: 'Commands that the lifecycle does not name are refused with STATE_ILLEGAL and leave the order unchanged.',
    zh: '生命周期未列出的命令须拒绝且状态不变。',
  },
  wire: 'derived probes per state',
  judgedBy: 'derived',
});

/** About the rows of the table that follow from parcels. */
export const orderFollowsParcels = defineRequirement({
  id: 'ORD-015',
  level: 'MUST',
  roles: ['courier'],
  position: 'server',
  tier: 'C',
  text: {
    en: "The order status follows from the parcels' statuses by the table.",
    zh: '订单状态须由包裹状态按表推导。',
  },
  wire: 'scans by test control; getOrder',
  judgedBy: 'check',
});
