import type { Static } from '@sinclair/typebox';
import {
  defineEvent,
  Optional,
  ORGANISATION_ROLES,
  Ref,
  Resource,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { AgreementId } from '../vocabulary/agreement-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Revision } from '../vocabulary/revision.ts';
import { AgreementStatus } from './agreement-codes.ts';

export const AgreementStatusChange = Resource(
  'AgreementStatusChange',
  { en: 'Change of an agreement', zh: '协议状态变更' },
  { en: 'That an agreement went on to another state.', zh: '协议进入另一状态。' },
  {
    agreementId: Ref(AgreementId),
    fromStatus: Optional(
      Ref(
        AgreementStatus,
        words({ en: 'From', zh: '原状态' }, { en: 'Absent at creation.', zh: '创建时不出现。' }),
      ),
    ),
    toStatus: Ref(
      AgreementStatus,
      words({ en: 'To', zh: '新状态' }, { en: 'State from now on.', zh: '当前状态。' }),
    ),
    revision: Ref(Revision),
    occurredAt: Ref(Instant),
  },
);
export type AgreementStatusChange = Static<typeof AgreementStatusChange>;

const change: AgreementStatusChange = {
  agreementId: 'agr_2Jx8mQ4tVb7LkD0sYw9cRA',
  fromStatus: 'SIGNED',
  toStatus: 'EFFECTIVE',
  revision: 1,
  occurredAt: '2026-12-01T00:00:00+08:00',
};
const { toStatus: _, ...withoutTarget } = change;

export const agreementStatusChanged = defineEvent({
  type: 'org.openwaybill.agreement.status.changed',
  since: '1.0',
  title: { en: 'The status of an agreement changed', zh: '协议状态已变更' },
  description: {
    en: 'Goes to the other party also before the agreement is effective and after its end.',
    zh: '在协议生效前与终止后亦发送给对方。',
  },
  from: SERVING_ROLES,
  to: ORGANISATION_ROLES,
  data: AgreementStatusChange,
  subject: 'agreementId',
  lifecycle: 'agreement',
  requirements: [],
  examples: {
    valid: {
      'effective on its first day': change,
      'a proposal came in': {
        agreementId: change.agreementId,
        toStatus: 'PROPOSED',
        revision: 1,
        occurredAt: '2026-11-01T09:00:00+08:00',
      },
    },
    invalid: {
      'the new state is missing': {
        value: withoutTarget,
        breaks: { pointer: '', rule: 'required' },
      },
      'a state is unknown': {
        value: { ...change, toStatus: 'ACTIVE' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
