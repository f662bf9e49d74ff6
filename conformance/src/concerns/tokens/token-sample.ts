import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import { inventedPerson, register } from '../reveals/ask.ts';

/**
 * Registrations of one person, four more than a lookup may answer. As a sample of randomness they show a counter, a
 * digest, a clock or a poor alphabet; they are no proof of 128 bits, and nothing here says so.
 */
export const SAMPLE = 104;

const PURPOSE = 'SERVICE_AFTER_SALES';

/** One person under many references, and what looking the person up tells to whom. */
export const tokenSample = defineScenario({
  id: 'token-sample',
  title: text('Many references to one person', '同一人的大量引用'),
  system: 'platform',
  when: { offers: 'registerConsignee' },
  tier: 'W',
  touches: ['TOK-001', 'TOK-002', 'TOK-007', 'TOK-009'],
  run: async function* (stage) {
    if (!stage.has('merchant') || !stage.has('other-merchant')) {
      stage.leaveOut(text('Two merchants', '两个商家'), 'NO_FACILITY');
      return;
    }
    const person = inventedPerson(stage, 'sampled');
    yield step('CALL', 'One person for many orders', '同一人用于多个订单');
    for (let count = 0; count < SAMPLE; count += 1) {
      const made = await register(stage, 'merchant', stage.invent.orderNo(), person, {
        probe: 'token-sample',
      });
      if (!isAccepted(made)) return;
    }

    yield step('CALL', 'Lookups by whom it belongs to, and by another', '本商家与其他商家查找');
    const log = (probe: string) =>
      stage.callAs('merchant', 'listRevealAuditEntries', { query: { limit: '200' }, probe });
    const look = (kind: 'NAME' | 'PHONE', value: string, probe: string, by = 'merchant' as const) =>
      stage.callAs(by, 'lookUpConsignee', {
        body: { kind, value, purpose: PURPOSE },
        intent: 'CONTROL',
        probe,
      });
    await log('lookup-log-before');
    await look('PHONE', person.mobile, 'lookup-own');
    await look('NAME', person.name, 'lookup-own');
    await look('NAME', person.name.slice(0, 1), 'lookup-part');
    const nobody = inventedPerson(stage, 'nobody-registered');
    await look('PHONE', nobody.mobile, 'lookup-unknown');
    for (const [value, probe] of [
      [person.mobile, 'lookup-foreign'],
      [nobody.mobile, 'lookup-foreign-unknown'],
    ] as const)
      await stage.callAs('other-merchant', 'lookUpConsignee', {
        body: { kind: 'PHONE', value, purpose: PURPOSE },
        intent: 'CONTROL',
        probe,
      });
    await log('lookup-log-after');
  },
});
