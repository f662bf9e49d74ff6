import { statusOf } from '../transcript/body.ts';
import type { Exchange, Rung } from '../transcript/format.ts';
import type { Blocked, Text } from '../words.ts';

/** A way that was tried, or could not be, and why it did not do. */
export type Tried = { readonly rung: Rung; readonly why: string; readonly zh: string };

/** The same from its reason in both languages. */
export const inVain = (rung: Rung, { en, zh }: Text): Tried => ({ rung, why: en, zh });

/** No way led to the state. */
export type NotReached = { readonly blocked: Blocked; readonly tried: readonly Tried[] };

export const NO_OPERATION = inVain('CONSTRUCT', {
  en: 'no operation of the standard brings this about',
  zh: '标准中没有操作可达成此状态',
});
export const NOT_OURS = inVain('DISCOVER', {
  en: 'what others made is not changed',
  zh: '他方所建之物不予更改',
});
export const LEFT_OUT: Text = {
  en: 'left out by the choice of ways',
  zh: '所选途径不含此项',
};

/** A way that ended at an answer. */
export const failed = (rung: Rung, exchange: Exchange): NotReached => ({
  blocked: 'STATE_NOT_REACHED',
  tried: [
    inVain(rung, {
      en: `${exchange.operation ?? 'a delivery'} answered ${statusOf(exchange)} (exchange ${exchange.seq})`,
      zh: `${exchange.operation ?? '投递'} 返回 ${statusOf(exchange)}（交换 ${exchange.seq}）`,
    }),
  ],
});
