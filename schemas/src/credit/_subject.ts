import { Optional, Ref, words } from '../define/index.ts';
import { PointId } from '../service-point/point-id.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { SubjectToken } from './subject-token.ts';

/** The three ways to say whom an entry or a check is about; exactly one stands. */
export const subjectMembers = {
  subjectParty: Optional(
    Ref(
      PartyRef,
      words({ en: 'Organisation', zh: '单位' }, { en: 'The organisation.', zh: '所指单位。' }),
    ),
  ),
  pointId: Optional(
    Ref(
      PointId,
      words({ en: 'Service point', zh: '网点' }, { en: 'The service point.', zh: '所指网点。' }),
    ),
  ),
  subjectToken: Optional(Ref(SubjectToken)),
};
