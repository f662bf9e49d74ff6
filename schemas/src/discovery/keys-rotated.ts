import type { Static } from '@sinclair/typebox';
import {
  defineEvent,
  ListOf,
  ORGANISATION_ROLES,
  Ref,
  Resource,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { KeyId } from '../vocabulary/key-id.ts';

export const KeyRotation = Resource(
  'KeyRotation',
  { en: 'Rotation of keys', zh: '密钥轮换' },
  {
    en: 'That the key set changed; the keys are read there.',
    zh: '公钥集已变更；公钥请重新查询。',
  },
  {
    keyIds: ListOf(Ref(KeyId), 1, 50, {
      uniqueItems: true,
      ...words(
        { en: 'Key ids', zh: '密钥标识' },
        { en: 'Of the keys that hold from now on.', zh: '当前有效的密钥标识。' },
      ),
    }),
  },
);
export type KeyRotation = Static<typeof KeyRotation>;

/** Its subject is the first of the key ids. */
export const keysRotated = defineEvent({
  type: 'org.openwaybill.discovery.keys.rotated',
  since: '1.0',
  title: { en: 'The keys were rotated', zh: '密钥已轮换' },
  from: SERVING_ROLES,
  to: ORGANISATION_ROLES,
  data: KeyRotation,
  subject: 'keyIds',
  requirements: [],
  examples: {
    valid: { 'the new key beside the old one': { keyIds: ['sig-2026-09', 'sig-2026-03'] } },
    invalid: {
      'no key': { value: { keyIds: [] }, breaks: { pointer: '/keyIds', rule: 'minItems' } },
      'the key itself comes along': {
        value: { keyIds: ['sig-2026-09'], keys: [] },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
