import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, words } from '../define/index.ts';
import { ModuleName } from '../module-name.ts';
import { EventType } from '../vocabulary/event-type.ts';
import { OperationId } from '../vocabulary/operation-id.ts';
import { PartyId } from '../vocabulary/party-id.ts';

/** What an interruption reaches. */
export const InterruptionScope = Closed(
  'InterruptionScope',
  { en: 'Scope of an interruption', zh: '中断范围' },
  {
    en: 'What an interruption reaches. Operations of continuity, agreement and discovery are never refused.',
    zh: '中断所及范围。数据中断、数据共享协议与能力发现模块的操作从不中断。',
  },
  {
    modules: ListOf(
      Ref(ModuleName),
      1,
      22,
      words({ en: 'Modules', zh: '模块' }, { en: 'Modules concerned.', zh: '所涉模块。' }),
    ),
    operationIds: Optional(
      ListOf(
        Ref(OperationId),
        0,
        50,
        words(
          { en: 'Operations', zh: '操作' },
          {
            en: 'Narrows the scope to these operations; absent means all of the modules.',
            zh: '将范围限定于这些操作；缺省表示模块的全部操作。',
          },
        ),
      ),
    ),
    eventTypes: Optional(
      ListOf(
        Ref(EventType),
        0,
        50,
        words(
          { en: 'Event types', zh: '事件类型' },
          {
            en: 'Narrows the scope to these events; absent means all of the modules.',
            zh: '将范围限定于这些事件；缺省表示模块的全部事件。',
          },
        ),
      ),
    ),
    counterparties: Optional(
      ListOf(
        Ref(PartyId),
        0,
        200,
        words(
          { en: 'Counterparties', zh: '对手方' },
          {
            en: 'Who is concerned; absent means all. A receiver sees only itself.',
            zh: '所涉对手方；缺省表示全部。收方仅见自身。',
          },
        ),
      ),
    ),
  },
);
export type InterruptionScope = Static<typeof InterruptionScope>;

/** The scope, with its examples. */
export const interruptionScopeMessage = defineMessage({
  schema: InterruptionScope,
  requirements: [],
  examples: {
    valid: {
      'a whole module': { modules: ['order'] },
      'one operation and no event, for one party': {
        modules: ['tracking'],
        operationIds: ['getParcel'],
        eventTypes: [],
        counterparties: ['ZZ'],
      },
    },
    invalid: {
      'module of no chapter': {
        value: { modules: ['orders'] },
        breaks: { pointer: '/modules/0', rule: 'enum' },
      },
      'event type without its host': {
        value: { modules: ['tracking'], eventTypes: ['tracking.event.recorded'] },
        breaks: { pointer: '/eventTypes/0', rule: 'pattern' },
      },
    },
  },
});
