import type { Static } from '@sinclair/typebox';
import { defineEvent, ORGANISATION_ROLES, Ref, Resource, SERVING_ROLES } from '../define/index.ts';
import { Revision } from '../vocabulary/revision.ts';

export const CapabilitiesChange = Resource(
  'CapabilitiesChange',
  { en: 'Change of capabilities', zh: '能力变更' },
  {
    en: 'That the capability document has another revision; what changed is read there.',
    zh: '能力文档已有新版本；变化内容请重新查询。',
  },
  { revision: Ref(Revision) },
);
export type CapabilitiesChange = Static<typeof CapabilitiesChange>;

export const capabilitiesChanged = defineEvent({
  type: 'org.openwaybill.discovery.capabilities.changed',
  since: '1.0',
  title: { en: 'The capabilities changed', zh: '能力已变更' },
  from: SERVING_ROLES,
  to: ORGANISATION_ROLES,
  data: CapabilitiesChange,
  subject: 'revision',
  requirements: [],
  examples: {
    valid: { 'the fourth revision': { revision: 4 } },
    invalid: {
      'revision is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
      'no revision has the number zero': {
        value: { revision: 0 },
        breaks: { pointer: '/revision', rule: 'minimum' },
      },
    },
  },
});
