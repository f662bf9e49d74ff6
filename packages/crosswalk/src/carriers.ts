import type { CarrierCode } from './tracking-event.ts';

/** Courier codes of Kuaidi100 (`com`). */
export const KUAIDI100_CARRIERS = {
  shunfeng: 'SF',
  zhongtong: 'ZTO',
  yuantong: 'YTO',
  shentong: 'STO',
  yunda: 'YUNDA',
  jtexpress: 'JTSD',
  jd: 'JD',
  ems: 'EMS',
  debangkuaidi: 'DBL',
  huitongkuaidi: 'BEST',
} as const satisfies Record<string, CarrierCode>;

/** Courier codes of Kdniao. */
export const KDNIAO_CARRIERS = {
  SF: 'SF',
  ZTO: 'ZTO',
  YTO: 'YTO',
  STO: 'STO',
  YD: 'YUNDA',
  JD: 'JD',
  EMS: 'EMS',
  YZPY: 'CNPOST',
  HTKY: 'BEST',
} as const satisfies Record<string, CarrierCode>;

/** A courier as the standard writes it, and as the key of an observation does. */
export type Carrier = { readonly code: CarrierCode; readonly key: string };

/** A courier that the standard has no code for is `OTHER`; its own word then keeps observations apart. */
export const carrierOf = (codes: Readonly<Record<string, CarrierCode>>, word: string): Carrier => {
  const code = Object.hasOwn(codes, word) ? codes[word] : undefined;
  return code === undefined ? { code: 'OTHER', key: `OTHER ${word}` } : { code, key: code };
};
