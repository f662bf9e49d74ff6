import { defineOperation } from '../define/index.ts';
import { BondedMove, BondedMoveReport } from './bonded-move.ts';

export const reportBondedMove = defineOperation({
  name: 'report-bonded-move',
  since: '1.0',
  title: { en: 'Report a bonded move', zh: '申报保税进出区' },
  servedBy: ['customs-agent'],
  calledBy: ['warehouse'],
  method: 'POST',
  path: '/v1/bonded-moves',
  request: BondedMoveReport,
  answer: { status: 201, body: BondedMove },
  problems: [],
  requirements: [],
  examples: {},
});
