import { type LogEntry, readLog } from '../engine/command-log.ts';
import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import type { ControlRoute } from './route.ts';

/** The command log of a tenant after a position, oldest first. */
export const commandsAfter = (
  system: System,
  tenant: string,
  after = 0,
): Promise<readonly LogEntry[]> => system.transact(tenant, (unit) => readLog(unit, tenant, after));

/** A log as text: one JSON object a line. */
export const ndjsonOf = (entries: readonly unknown[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

const positionOf = (text: string): number => {
  if (/^[0-9]{1,12}$/.test(text)) return Number(text);
  throw refuse('PARAMETER_INVALID', {
    pointer: '/after',
    seen: { en: 'after is no position of the log', zh: 'after 不是日志位置' },
    remedy: {
      en: 'Write the seq of the last entry that you have, as ?after=12.',
      zh: '请写已读最后一条的 seq，如 ?after=12。',
    },
  });
};

/** The command log. */
export const logRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_mock/log',
    answer: async ({ system, tenant, query }) =>
      new Response(
        ndjsonOf(
          await commandsAfter(system, tenant.partyId, positionOf(query.get('after') ?? '0')),
        ),
        { headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' } },
      ),
  },
];
