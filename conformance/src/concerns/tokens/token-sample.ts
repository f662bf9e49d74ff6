import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import { inventedPerson, type Registered, register } from '../reveals/ask.ts';

/**
 * Registrations of one person, four more than a lookup may answer. As a sample of randomness they show a counter, a
 * digest, a clock or a poor alphabet; they are no proof of 128 bits, and nothing here says so.
 */
export const SAMPLE = 104;

const PURPOSE = 'SERVICE_AFTER_SALES';

/**
 * Invented people, of whom two are to be unknown to the system. Numbers of fiction are few, and others register people
 * at it as well: one of these may be known there rightly, and hardly two.
 */
const STRANGERS = ['sampled', 'nobody-registered', 'in-reserve'] as const;

/** The orders that a lookup tells of. */
export const orderNosIn = (exchange: Exchange): readonly unknown[] => {
  const { orderNos } = answerOf(exchange) ?? {};
  return Array.isArray(orderNos) ? orderNos : [];
};

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
    const look = (kind: 'NAME' | 'PHONE', value: string, probe: string) =>
      stage.callAs('merchant', 'lookUpConsignee', {
        body: { kind, value, purpose: PURPOSE },
        intent: 'CONTROL',
        probe,
      });
    yield step('CALL', 'People whom nobody registered', '未登记之人');
    const strangers = STRANGERS.map((label) => inventedPerson(stage, label));
    const unknown: Registered[] = [];
    for (const stranger of strangers) {
      const found = [
        ...orderNosIn(await look('PHONE', stranger.mobile, 'lookup-unknown')),
        ...orderNosIn(await look('NAME', stranger.name, 'lookup-unknown')),
      ];
      if (found.length === 0) unknown.push(stranger);
    }
    const [person = strangers[0], nobody] = unknown;
    if (person === undefined) return;
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
    if (nobody === undefined) return;
    await log('lookup-log-before');
    await look('PHONE', person.mobile, 'lookup-own');
    await look('NAME', person.name, 'lookup-own');
    await look('NAME', person.name.slice(0, 1), 'lookup-part');
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
