import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { lockerDepositLifecycle } from './locker-deposit-lifecycle.ts';

/** Measures differ between makers, so that a size is a class and no length. */
export const CellSize = defineCodeList({
  name: 'CellSize',
  version: '2026-11',
  title: { en: 'Size of a cell', zh: '格口尺寸' },
  description: { en: 'Class of size of a cell.', zh: '格口的尺寸等级。' },
  growth: 'closed',
  codes: {
    S: { en: 'Small', zh: '小' },
    M: { en: 'Medium', zh: '中' },
    L: { en: 'Large', zh: '大' },
    XL: { en: 'Extra large', zh: '特大' },
  },
});

/** What the cell keeps, not what the parcel wants. */
export const CellTemperature = defineCodeList({
  name: 'CellTemperature',
  version: '2026-11',
  title: { en: 'Temperature of a cell', zh: '格口温区' },
  description: { en: 'Range of temperature that a cell keeps.', zh: '格口保持的温区。' },
  growth: 'closed',
  codes: {
    AMBIENT: { en: 'Ambient', zh: '常温' },
    CHILLED: { en: 'Chilled', zh: '冷藏' },
    FROZEN: { en: 'Frozen', zh: '冷冻' },
  },
});

/** A role and never a person. */
export const CollectedBy = defineCodeList({
  name: 'CollectedBy',
  version: '2026-11',
  title: { en: 'Collected by', zh: '取件人' },
  description: { en: 'Who opened the cell.', zh: '开启格口的一方。' },
  growth: 'closed',
  codes: {
    CONSIGNEE: { en: 'Consignee', zh: '收件人' },
    AGENT: { en: 'Agent', zh: '代取人' },
    COURIER: { en: 'Courier', zh: '快递员' },
    ADMIN: { en: 'Administrator', zh: '管理员' },
  },
});

/** The states of reservation and deposit, as codes. */
export const DepositStatus = statesAsCodes('DepositStatus', lockerDepositLifecycle);
