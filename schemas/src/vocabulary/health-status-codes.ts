import { defineCodeList } from '../define/index.ts';

/** Public, so it says no more. */
export const HealthStatus = defineCodeList({
  name: 'HealthStatus',
  version: '2026-11',
  title: { en: 'Health status', zh: '健康状态' },
  description: { en: 'Whether a system or a module works.', zh: '系统或模块是否正常。' },
  growth: 'closed',
  codes: {
    OK: { en: 'OK', zh: '正常' },
    DEGRADED: { en: 'Degraded', zh: '降级' },
    INTERRUPTED: { en: 'Interrupted', zh: '中断' },
  },
});
