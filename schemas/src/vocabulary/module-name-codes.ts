import { defineCodeList } from '../define/index.ts';

/** The folder names, in the order of the document; names and so in lower case. */
export const ModuleName = defineCodeList({
  name: 'ModuleName',
  version: '2026-11',
  title: { en: 'Module', zh: '模块' },
  description: { en: 'Module of the standard.', zh: '标准的模块。' },
  growth: 'closed',
  codes: {
    order: { en: 'Order', zh: '订单' },
    waybill: { en: 'Waybill and label', zh: '运单与面单' },
    tracking: { en: 'Tracking', zh: '物流轨迹' },
    consignee: { en: 'Consignee privacy', zh: '收件人隐私' },
    continuity: { en: 'Data interruption and risk', zh: '数据中断与风险评估' },
    agreement: { en: 'Data-sharing agreement', zh: '数据共享协议' },
    discovery: { en: 'Discovery, keys, health, test control', zh: '能力发现' },
    pricing: { en: 'Separated pricing and value-added services', zh: '价格分离与增值服务' },
    'service-point': { en: 'Service points', zh: '末端服务点' },
    locker: { en: 'Intelligent lockers', zh: '智能快件箱' },
    vehicle: { en: 'Delivery vehicles and passes', zh: '配送车辆与通行' },
    capacity: { en: 'Capacity matching', zh: '运力供需匹配' },
    warehouse: { en: 'Warehousing and forward stock', zh: '仓储与前置仓' },
    packaging: { en: 'Green packaging', zh: '绿色包装' },
    emission: { en: 'Clean transport and energy', zh: '清洁运输与能耗' },
    'cross-border': { en: 'Cross-border', zh: '跨境' },
    settlement: { en: 'Settlement and cash on delivery', zh: '结算与代收货款' },
    returns: { en: 'Returns', zh: '退货与逆向物流' },
    claims: { en: 'Exceptions and claims', zh: '异常与理赔' },
    credit: { en: 'Credit and blacklist', zh: '信用与黑名单' },
    statistics: { en: 'Statistics and monitoring', zh: '统计监测' },
    registry: { en: 'Party and licence register', zh: '主体与许可登记' },
  },
});
