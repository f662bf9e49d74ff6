import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';
import { registrationOf } from './registration.ts';

/** Parameters by which a merchant might find out whether it guessed a name, and what it guesses. */
const GUESSED_BY = ['name', 'q', 'filter', 'sort'] as const;

/** A merchant looks for its own consignee by what it registered, and by something else. */
export const viewsOfMerchant = defineScenario({
  id: 'views-of-merchant',
  title: text('No list that tells plaintext', '列表与检索不泄露明文'),
  system: 'platform',
  when: { offers: 'registerConsignee' },
  tier: 'W',
  touches: ['VEW-004', 'RVL-009'],
  run: async function* (stage) {
    if (!stage.has('merchant')) {
      stage.leaveOut(text('Lists of a merchant', '商家列表'), 'NO_FACILITY');
      return;
    }
    yield step('CALL', 'A merchant registers a person', '商家登记一人');
    const body = registrationOf(stage, 'listed');
    const registered = await stage.callAs('merchant', 'registerConsignee', {
      body,
      intent: 'CONTROL',
      probe: 'merchant-registered',
    });
    const consigneeRef = answerOf(registered)?.consignee?.consigneeRef;
    if (typeof consigneeRef !== 'string') return;

    yield step('CALL', 'Lists by a right and by a wrong guess', '以正确与错误的猜测查询');
    for (const name of GUESSED_BY)
      for (const [guess, value] of [
        ['right', body.contact.name],
        ['wrong', stage.person('not-listed').name],
      ] as const) {
        const query = { [name]: name === 'sort' ? 'name' : value };
        await stage.callAs('merchant', 'listRevealAuditEntries', {
          query,
          intent: 'PROBE',
          probe: `merchant-list-${guess}-${name}`,
        });
        await stage.callAs('merchant', 'getConsigneeView', {
          path: { consigneeRef },
          query,
          intent: 'PROBE',
          probe: `merchant-view-${guess}-${name}`,
        });
      }
  },
});

/** The pairs of probes whose answers must not differ. */
export const GUESSES: readonly (readonly [string, string])[] = GUESSED_BY.flatMap((name) =>
  ['list', 'view'].map(
    (what) => [`merchant-${what}-right-${name}`, `merchant-${what}-wrong-${name}`] as const,
  ),
);
