import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, Optional, privacy, Ref } from '../define/index.ts';
import { ActorKind } from './actor-kind-codes.ts';

/** A person or process that acts for an organisation, known by a pseudonym. */
export const Actor = Closed(
  'Actor',
  { en: 'Actor', zh: '操作者' },
  { en: 'Who acted, under a pseudonym.', zh: '以化名标识的操作者。' },
  {
    actorId: Line(
      64,
      { en: 'Actor id', zh: '操作者标识' },
      {
        en: 'Pseudonymous id of the person or process at its organisation.',
        zh: '操作者在其组织内的化名标识。',
      },
      privacy('pseudonymous', 'opaque-ref', { subject: 'courier-staff' }),
    ),
    kind: Ref(ActorKind),
    alias: Optional(
      Line(
        20,
        { en: 'Alias', zh: '别名' },
        { en: 'Alias to show, not a name.', zh: '展示用别名，非姓名。' },
        privacy('pseudonymous', 'opaque-ref', { subject: 'courier-staff' }),
      ),
    ),
  },
);
export type Actor = Static<typeof Actor>;

export const actorMessage = defineMessage({
  schema: Actor,
  requirements: [],
  examples: {
    valid: { 'a courier': { actorId: 'st-7f3a', kind: 'COURIER', alias: '小风' } },
    invalid: {
      'an empty id': {
        value: { actorId: '', kind: 'COURIER' },
        breaks: { pointer: '/actorId', rule: 'minLength' },
      },
    },
  },
});
