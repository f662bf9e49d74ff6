import { defineOperation } from '../define/index.ts';
import { SubjectAccess } from './subject-access.ts';

export const getSubjectAccess = defineOperation({
  name: 'get-subject-access',
  since: '1.0',
  title: { en: 'Read everything about oneself', zh: '查阅本人信息' },
  description: {
    en: 'One document for the person, with proofs that anybody can verify. Entries that an authority has deferred follow when the deferral ends.',
    zh: '供本人的单一文档，附任何人可验证的证明。依法暂缓的条目在暂缓结束后列入。',
  },
  servedBy: ['platform'],
  calledBy: ['consignee'],
  method: 'GET',
  path: '/v1/consignees/{consigneeRef}/subject-access',
  answer: { status: 200, body: SubjectAccess },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
