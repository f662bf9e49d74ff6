import { defineEvent } from '../define/index.ts';
import { MatchProposal } from './match-proposal.ts';

/** Sent to both sides, each of whom sees the other's id and not its name. */
export const matchProposed = defineEvent({
  type: 'org.openwaybill.capacity.match.proposed',
  since: '1.0',
  title: { en: 'A match was proposed', zh: '匹配已提议' },
  from: ['hub'],
  to: ['platform', 'merchant', 'courier', 'service-point', 'warehouse', 'locker'],
  data: MatchProposal,
  subject: 'matchId',
  lifecycle: 'match',
  states: ['PROPOSED'],
  requirements: [],
});
