import type { MockOptions } from '../engine/options.ts';
import { refuse } from '../engine/refuse.ts';

const HEADER = 'Mock-Sign-Time';

/** By which clock deliveries to a tenant say when they were signed: real time, or its virtual time. */
export type SignTimes = {
  /** Heeds the header of a request of the tenant: it holds from then on. */
  readonly heed: (tenant: string, headers: Headers) => void;
  /** The second at which a delivery is signed, since 1970; `now` is the virtual instant. */
  readonly secondAt: (tenant: string, now: string) => number;
};

const CLOCKS: readonly (string | null)[] = ['virtual', 'real'];

/** Signing times of one process; they are no part of the state. */
export const createSignTimes = ({
  wallClock,
  signTime = 'REAL',
}: Pick<MockOptions, 'wallClock' | 'signTime'>): SignTimes => {
  const asked = new Map<string, 'VIRTUAL' | 'REAL'>();
  return {
    heed: (tenant, headers) => {
      const wanted = headers.get(HEADER);
      if (wanted === null) return;
      if (!CLOCKS.includes(wanted))
        throw refuse('PARAMETER_INVALID', {
          pointer: `/${HEADER}`,
          seen: { en: `${HEADER} names no clock`, zh: `${HEADER} 不是时钟名称` },
          remedy: { en: 'Write virtual, or real.', zh: '请写 virtual 或 real。' },
        });
      asked.set(tenant, wanted === 'virtual' ? 'VIRTUAL' : 'REAL');
    },
    secondAt: (tenant, now) => {
      const clock = asked.get(tenant) ?? signTime;
      return Math.floor((clock === 'VIRTUAL' ? Date.parse(now) : wallClock()) / 1000);
    },
  };
};
