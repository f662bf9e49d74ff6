import { defineCodeList } from './code-list.ts';
import type { Text } from './text.ts';

/** The thirteen roles of the standard. Their titles are printed wherever a role is named. */
export const ROLES = {
  platform: { en: 'E-commerce platform', zh: '电商平台' },
  courier: { en: 'Courier', zh: '快递企业' },
  merchant: { en: 'Merchant', zh: '商家' },
  isv: { en: "Merchant's software vendor", zh: '服务商' },
  'service-point': { en: 'Service point operator', zh: '末端网点运营方' },
  locker: { en: 'Locker operator', zh: '智能快件箱运营企业' },
  warehouse: { en: 'Warehouse operator', zh: '仓储企业' },
  'packaging-operator': { en: 'Reusable packaging operator', zh: '循环包装运营方' },
  hub: { en: 'Integrated information platform', zh: '快递物流信息综合服务平台' },
  'customs-agent': { en: 'Customs declarant', zh: '报关企业' },
  insurer: { en: 'Insurer', zh: '保险机构' },
  regulator: { en: 'Regulator', zh: '监管部门' },
  consignee: { en: 'Consignee', zh: '收件人' },
} as const satisfies Record<string, Text>;

export type Role = keyof typeof ROLES;

/** The same thirteen as a code list, for messages that name a role. */
export const Role = defineCodeList({
  name: 'Role',
  version: '2026-11',
  title: { en: 'Role', zh: '角色' },
  description: {
    en: 'What a party is in an exchange. Every message is from one role to one role.',
    zh: '当事方在交换中的身份；每条消息都由一个角色发给另一个角色。',
  },
  growth: 'closed',
  codes: ROLES,
});

/** Every role that serves operations, the two that serve little more than an event inbox included. */
export const SERVING_ROLES = [
  'platform',
  'courier',
  'service-point',
  'locker',
  'warehouse',
  'packaging-operator',
  'hub',
  'customs-agent',
  'insurer',
  'regulator',
] as const satisfies readonly Role[];

/** Every role that calls operations: all of them. */
export const CALLING_ROLES = Object.keys(ROLES) as readonly Role[];

/** Every role that is an organisation: all but the consignee, who is a person. */
export const ORGANISATION_ROLES = CALLING_ROLES.filter((role) => role !== 'consignee');
