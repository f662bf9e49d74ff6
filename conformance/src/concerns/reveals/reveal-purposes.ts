import type { RevealRequest } from '@openwaybill/schemas';
import type { Identity } from '../../drive/identity.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';
import { askFor, inventedPerson, parcelFor, sealedTo } from './ask.ts';

type Field = RevealRequest['fields'][number];
type Row = {
  readonly who: Identity;
  readonly purpose: RevealRequest['purpose'];
  readonly most: readonly Field[];
};

const FIELDS: readonly Field[] = ['NAME', 'PHONE', 'ADDRESS', 'DELIVERY_NOTE'];

/** What the table of purposes allows of a parcel that was just accepted, for callers of no special assignment. */
const TABLE: readonly Row[] = [
  { who: 'core', purpose: 'FULFIL_LABEL', most: ['NAME', 'PHONE', 'ADDRESS'] },
  { who: 'core', purpose: 'FULFIL_CONTACT', most: ['PHONE'] },
  { who: 'core', purpose: 'SERVICE_ADDRESS_CHANGE', most: ['ADDRESS'] },
  { who: 'core', purpose: 'SERVICE_NAME_CHECK', most: ['NAME'] },
  { who: 'merchant', purpose: 'SERVICE_ADDRESS_CHANGE', most: ['ADDRESS'] },
];

/** Each purpose with all that it allows, with one field more, and with every other field alone. */
export const revealPurposes = defineScenario({
  id: 'reveal-purposes',
  title: text('What each purpose allows', '各目的所允许的字段'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-002', 'RVL-003', 'RVL-006', 'RVL-009', 'RVL-011', 'CSN-007', 'CSN-008'],
  run: async function* (stage) {
    if (!stage.has('core') || !stage.has('merchant')) {
      stage.leaveOut(text('Reveals of a headquarters', '总部揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of a person whom the runner invented', '虚构收件人的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'purposes'));
    if (parcel === undefined) return;
    const ofMerchant = String(answerOf(parcel.registered)?.consignee?.consigneeRef);

    for (const { who, purpose, most } of TABLE) {
      yield step('CALL', `The fields of ${purpose}`, `${purpose} 的字段`);
      const consigneeRef = who === 'merchant' ? ofMerchant : parcel.consigneeRef;
      const seal = sealedTo(stage, who);
      const ask = (fields: readonly Field[]) =>
        askFor({ ...parcel, consigneeRef }, purpose, fields, seal);
      const granted = await stage.callAs(who, 'requestReveal', {
        body: ask(most),
        intent: 'CONTROL',
        probe: 'reveal-all-allowed',
      });
      const others = FIELDS.filter((field) => !most.includes(field));
      const [first] = others;
      if (first !== undefined)
        await stage.callAs(who, 'requestReveal', {
          body: ask([...most, first]),
          twinOf: granted.seq,
          probe: 'reveal-one-too-many',
        });
      for (const field of others)
        await stage.callAs(who, 'requestReveal', {
          body: ask([field]),
          twinOf: granted.seq,
          probe: 'reveal-not-allowed',
        });
    }
  },
});
