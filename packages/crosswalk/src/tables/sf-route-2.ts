import type { Table } from '../row.ts';
import { sfRoute } from './sf-route.ts';

/** SF Express routes after their drift: 44 says that a courier is being assigned, and nothing more. */
export const sfRoute2: Table = {
  ...sfRoute,
  version: '2',
  rows: sfRoute.rows.map((row) =>
    row.code === '44' ? { code: '44', eventCode: 'INFO', confidence: 'MEDIUM' } : row,
  ),
};
