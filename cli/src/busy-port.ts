import type { Complaint } from './complaint.ts';
import { EXIT } from './exit-codes.ts';

/** A port that is taken is never moved silently; `option` names it. */
export const busyPort = (error: unknown, option = '--port'): Complaint | undefined => {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const port = 'port' in error ? String(error.port) : '';
  const remedy = { en: `name another one with ${option}`, zh: `请用 ${option} 指定其他端口` };
  if (error.code === 'EADDRINUSE')
    return {
      code: EXIT.environment,
      seen: { en: `port ${port} is taken`, zh: `端口 ${port} 已被占用` },
      wanted: { en: 'a free port is needed', zh: '需要空闲端口' },
      remedy,
    };
  if (error.code === 'EACCES')
    return {
      code: EXIT.environment,
      seen: {
        en: `port ${port} may not be opened by this user`,
        zh: `当前用户无权打开端口 ${port}`,
      },
      wanted: { en: 'a port above 1023 is needed', zh: '需要大于 1023 的端口' },
      remedy,
    };
  return undefined;
};
