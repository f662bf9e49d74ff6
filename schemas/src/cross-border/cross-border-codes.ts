import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { customsDeclarationLifecycle } from './customs-declaration-lifecycle.ts';

/** The procedure decides what the authority asks for, so an unknown one is refused and never guessed. */
export const CustomsMode = defineCodeList({
  name: 'CustomsMode',
  version: '2026-11',
  title: { en: 'Customs procedure', zh: '海关监管方式' },
  description: {
    en: 'Under which procedure goods are declared. An unknown one is refused with CODE_UNKNOWN.',
    zh: '货物申报所适用的监管方式；未知者以 CODE_UNKNOWN 拒绝。',
  },
  growth: { fallback: 'IGNORE' },
  codes: {
    M9610: { en: 'Direct purchase', zh: '直购出口进口' },
    M1210: { en: 'Bonded e-commerce', zh: '保税电商' },
    M9710: { en: 'Business to business, direct export', zh: '跨境 B2B 直接出口' },
    M9810: { en: 'Export to an overseas warehouse', zh: '出口海外仓' },
    B2C_IMPORT_BONDED: { en: 'Bonded import to consumers', zh: '保税进口' },
    POSTAL: { en: 'Postal item', zh: '邮件' },
  },
});

/** Which way the border is crossed. */
export const TradeDirection = defineCodeList({
  name: 'TradeDirection',
  version: '2026-11',
  title: { en: 'Direction of trade', zh: '进出口方向' },
  description: { en: 'Which way the border is crossed.', zh: '货物进出境的方向。' },
  growth: 'closed',
  codes: {
    EXPORT: { en: 'Export', zh: '出口' },
    IMPORT: { en: 'Import', zh: '进口' },
  },
});

/** The authority answers each by itself. */
export const DeclaredDocument = defineCodeList({
  name: 'DeclaredDocument',
  version: '2026-11',
  title: { en: 'Declared document', zh: '申报单证' },
  description: {
    en: 'A document that the authority takes and answers by itself.',
    zh: '海关单独接收并回执的单证。',
  },
  growth: 'closed',
  codes: {
    ORDER: { en: 'Order', zh: '订单' },
    PAYMENT: { en: 'Payment', zh: '支付单' },
    WAYBILL: { en: 'Waybill', zh: '运单' },
    WAYBILL_STATUS: { en: 'Status of the waybill', zh: '运单状态' },
  },
});

/** States of a customs declaration. */
export const CustomsDeclarationStatus = statesAsCodes(
  'CustomsDeclarationStatus',
  customsDeclarationLifecycle,
);
