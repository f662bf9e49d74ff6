import { CALLING_ROLES, defineOperation } from '../define/index.ts';
import { PartyRegistration } from './party-registration.ts';

export const getParty = defineOperation({
  name: 'get-party',
  since: '1.0',
  title: { en: 'Read a party', zh: '查询主体' },
  servedBy: ['hub', 'regulator'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/parties/{partyId}',
  answer: { status: 200, body: PartyRegistration },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
