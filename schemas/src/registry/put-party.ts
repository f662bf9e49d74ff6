import { defineOperation, ORGANISATION_ROLES } from '../define/index.ts';
import { PartyEntry, PartyRegistration } from './party-registration.ts';

export const putParty = defineOperation({
  name: 'put-party',
  since: '1.0',
  title: { en: 'Register a party', zh: '登记主体' },
  description: {
    en: 'A party registers itself and keeps its entry up to date; nobody else may.',
    zh: '由主体自行登记与更新，他人不得代为。',
  },
  servedBy: ['hub', 'regulator'],
  calledBy: ORGANISATION_ROLES,
  method: 'PUT',
  path: '/v1/parties/{partyId}',
  request: PartyEntry,
  answer: { status: 200, also: [201], body: PartyRegistration },
  lifecycle: 'party',
  problems: ['STATE_ILLEGAL', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
