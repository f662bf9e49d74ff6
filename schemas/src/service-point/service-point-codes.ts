import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { outletFilingLifecycle } from './outlet-filing-lifecycle.ts';

/** An unknown kind is shown as an outlet. */
export const ServicePointKind = defineCodeList({
  name: 'ServicePointKind',
  version: '2026-11',
  title: { en: 'Kind of service point', zh: '服务点种类' },
  description: {
    en: 'What kind of terminal place or node it is.',
    zh: '末端场所或节点的种类。',
  },
  growth: { fallback: 'TERMINAL_OUTLET' },
  codes: {
    TERMINAL_OUTLET: { en: 'Terminal outlet', zh: '末端网点' },
    PUBLIC_DELIVERY_POINT: { en: 'Public delivery point', zh: '公共投递点' },
    COMMUNITY_STATION: { en: 'Community service station', zh: '社区综合服务站' },
    CAMPUS_STATION: { en: 'Campus station', zh: '高校站' },
    COUNTY_CENTRE: { en: 'County distribution centre', zh: '县级配送中心' },
    RURAL_TOWN_NODE: { en: 'Node of a township', zh: '乡镇节点' },
    VILLAGE_STATION: { en: 'Village station', zh: '村级服务点' },
    PARK: { en: 'Express logistics park', zh: '快递物流园区' },
  },
});

/** The three tiers of the rural network, and the city. */
export const ServicePointTier = defineCodeList({
  name: 'ServicePointTier',
  version: '2026-11',
  title: { en: 'Tier of a service point', zh: '服务点层级' },
  description: {
    en: 'Level of the delivery network that the point belongs to.',
    zh: '服务点所属的配送网络层级。',
  },
  growth: 'closed',
  codes: {
    URBAN: { en: 'Urban', zh: '城市' },
    COUNTY: { en: 'County', zh: '县' },
    TOWN: { en: 'Town', zh: '乡镇' },
    VILLAGE: { en: 'Village', zh: '村' },
  },
});

/** One that a reader does not know is of no use to it. */
export const PointCapability = defineCodeList({
  name: 'PointCapability',
  version: '2026-11',
  title: { en: 'Capability of a service point', zh: '服务点能力' },
  description: { en: 'What can be done at the point.', zh: '服务点可提供的服务。' },
  growth: { fallback: 'IGNORE' },
  codes: {
    PICKUP: { en: 'Collection from senders', zh: '揽收' },
    DROP_OFF: { en: 'Drop-off', zh: '寄件' },
    COD: { en: 'Cash on delivery', zh: '代收货款' },
    RETURN: { en: 'Returns', zh: '退货' },
    LOCKER: { en: 'Locker', zh: '快件箱' },
    COLD_BOX: { en: 'Cold box', zh: '冷柜' },
    FARM_PRODUCE: { en: 'Farm produce', zh: '农产品' },
    FINANCE: { en: 'Simple financial services', zh: '便民金融' },
    PACK_RECYCLING: { en: 'Recycling of packaging', zh: '包装回收' },
  },
});

/** Set by the operator; it has no lifecycle, since a closed point may open again. */
export const PointStatus = defineCodeList({
  name: 'PointStatus',
  version: '2026-11',
  title: { en: 'Status of a point', zh: '营业状态' },
  description: { en: 'Whether the point or locker is in use.', zh: '服务点或快件箱是否营业。' },
  growth: 'closed',
  codes: {
    OPEN: { en: 'Open', zh: '营业' },
    SUSPENDED: { en: 'Suspended', zh: '暂停' },
    CLOSED: { en: 'Closed', zh: '关闭' },
  },
});

/** Random inspection is the rule, targeted the exception. */
export const InspectionKind = defineCodeList({
  name: 'InspectionKind',
  version: '2026-11',
  title: { en: 'Kind of inspection', zh: '检查种类' },
  description: { en: 'How the point was chosen.', zh: '检查对象的选取方式。' },
  growth: 'closed',
  codes: {
    RANDOM: { en: 'Random inspection', zh: '随机抽查' },
    TARGETED: { en: 'Targeted inspection', zh: '重点检查' },
  },
});

/** What is made public. */
export const InspectionResult = defineCodeList({
  name: 'InspectionResult',
  version: '2026-11',
  title: { en: 'Result of an inspection', zh: '检查结果' },
  description: { en: 'What the inspection found.', zh: '检查的结论。' },
  growth: 'closed',
  codes: {
    PASSED: { en: 'Passed', zh: '合格' },
    RECTIFY: { en: 'To be put right in time', zh: '限期整改' },
    FAILED: { en: 'Failed', zh: '不合格' },
  },
});

/** The states of the filing, as codes. */
export const OutletFilingStatus = statesAsCodes('OutletFilingStatus', outletFilingLifecycle);
