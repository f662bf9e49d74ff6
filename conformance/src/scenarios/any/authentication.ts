import { defineScenario, step, text } from '../scenario.ts';

/** A read that needs a token, with tokens that must not do; and the operations that need none. */
export const authentication = defineScenario({
  id: 'authentication',
  title: text('Who calls', '身份认证'),
  system: 'any',
  tier: 'W',
  touches: ['DSC-001', 'DSC-024', 'DSC-031', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'A right token, and others', '正确的令牌与其他令牌');
    const twin = await stage.call('listEventSubscriptions', {
      intent: 'CONTROL',
      probe: 'token-right',
    });
    const tokens: readonly (readonly [string, string | null])[] = [
      ['token-none', null],
      ['token-unknown', 'x'.repeat(40)],
    ];
    for (const [probe, token] of tokens)
      await stage.call('listEventSubscriptions', {
        token,
        probe,
        twinOf: twin.seq,
      });
  },
});
