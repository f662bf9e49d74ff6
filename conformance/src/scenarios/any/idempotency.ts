import { subscriptionBody } from '../../drive/subscription-body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** One command under keys: none, ill-formed, repeated, with another body, at once. */
export const idempotency = defineScenario({
  id: 'idempotency',
  title: text('A command is repeated', '命令重复提交'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  touches: ['DSC-013', 'CTY-012', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    const creation = () => subscriptionBody(stage);
    yield step('CALL', 'The same key and body, then another body', '同键同文，再同键异文');
    const key = stage.invent.uuid();
    const body = creation();
    const first = await stage.call('createEventSubscription', {
      body,
      idempotencyKey: key,
      intent: 'CONTROL',
      probe: 'key-first',
    });
    await stage.call('createEventSubscription', {
      body,
      idempotencyKey: key,
      intent: 'PROBE',
      probe: 'key-again',
    });
    await stage.call('createEventSubscription', {
      body: creation(),
      idempotencyKey: key,
      probe: 'key-other-body',
      twinOf: first.seq,
    });

    yield step('CALL', 'No key, and an ill-formed one', '缺失与格式错误的幂等键');
    await stage.call('createEventSubscription', {
      body: creation(),
      idempotencyKey: null,
      probe: 'key-missing',
      twinOf: first.seq,
    });
    await stage.call('createEventSubscription', {
      body: creation(),
      idempotencyKey: 'first-try',
      probe: 'key-ill-formed',
      twinOf: first.seq,
    });

    yield step('CALL', 'A refusal binds its key', '拒绝同样占用幂等键');
    const bound = stage.invent.uuid();
    const repaired = creation();
    await stage.call('createEventSubscription', {
      body: { ...repaired, eventTypes: 'all' },
      idempotencyKey: bound,
      probe: 'key-refused',
      twinOf: first.seq,
    });
    await stage.call('createEventSubscription', {
      body: repaired,
      idempotencyKey: bound,
      probe: 'key-refused-repaired',
      twinOf: first.seq,
    });

    yield step('CALL', 'The same key twice at once', '同键并发');
    const racing = stage.invent.uuid();
    const raced = creation();
    await stage.together(
      [1, 2].map(
        () => () =>
          stage.call('createEventSubscription', {
            body: raced,
            idempotencyKey: racing,
            intent: 'PROBE',
            probe: 'key-race',
          }),
      ),
    );
    await stage.call('listEventSubscriptions', { query: { limit: '200' }, probe: 'key-list' });
  },
});
