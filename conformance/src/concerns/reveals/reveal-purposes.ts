import type { AgreementProposal, RevealRequest } from '@openwaybill/schemas';
import { agreed } from '../../drive/agreed.ts';
import type { Identity } from '../../drive/identity.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
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

/** What the purpose of a merchant that delivers by itself allows, where its agreement has it. */
const SELF_SHIP: Row = {
  who: 'merchant',
  purpose: 'FULFIL_SELF_SHIP',
  most: ['NAME', 'PHONE', 'ADDRESS'],
};

/** One purpose: all that it allows, one field more, and every other field alone. */
const askForAll = async (
  stage: Stage,
  { who, purpose, most }: Row,
  parcel: Parameters<typeof askFor>[0],
): Promise<Exchange> => {
  const seal = sealedTo(stage, who);
  const ask = (fields: readonly Field[]) => askFor(parcel, purpose, fields, seal);
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
  return granted;
};

/** Terms of a merchant beside its first ones: that it delivers by itself, and what it is shown for that. */
const selfShipping = (stage: Stage): AgreementProposal => {
  const right = stage.invent.proposal();
  const [system] = right.parties;
  if (system === undefined) throw new Error('a proposal names the system first');
  return {
    ...right,
    parties: [
      system,
      {
        party: { partyId: stage.partyId('merchant'), role: 'merchant' },
        capacity: 'CONTROLLER',
      },
    ],
    purposes: ['FULFIL_SELF_SHIP'],
    grants: [{ messageName: 'RevealGrant', pointer: '', toRole: 'merchant', maxClass: 'personal' }],
    impactAssessment: { reference: 'PIA-SELF-SHIP', assessedOn: right.effectiveFromOn },
  };
};

/** Each purpose with all that it allows, with one field more, and with every other field alone. */
export const revealPurposes = defineScenario({
  id: 'reveal-purposes',
  title: text('What each purpose allows', '各目的所允许的字段'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-001', 'RVL-002', 'RVL-003', 'RVL-006', 'RVL-009', 'RVL-011', 'CSN-007', 'CSN-008'],
  run: async function* (stage) {
    if (!stage.has('core') || !stage.has('merchant')) {
      stage.leaveOut(text('Reveals of a headquarters', '总部揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of a person whom the runner invented', '虚构收件人的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'purposes'));
    if (parcel === undefined) return;
    const ofMerchant = String(answerOf(parcel.registered)?.consignee?.consigneeRef);

    for (const row of TABLE) {
      yield step('CALL', `The fields of ${row.purpose}`, `${row.purpose} 的字段`);
      const consigneeRef = row.who === 'merchant' ? ofMerchant : parcel.consigneeRef;
      await askForAll(stage, row, { ...parcel, consigneeRef });
    }

    yield step('CALL', 'A merchant that delivers by itself', '商家自发货');
    const ofSelf = { ...parcel, consigneeRef: ofMerchant };
    const agreementId = await agreed(stage, selfShipping(stage), 'self-ship-agreement', 'merchant');
    if (agreementId === undefined) return;
    const granted = await askForAll(stage, SELF_SHIP, ofSelf);
    await stage.callAs('merchant', 'suspendAgreement', {
      path: { agreementId },
      intent: 'PREPARE',
    });
    await stage.callAs('merchant', 'requestReveal', {
      body: askFor(ofSelf, SELF_SHIP.purpose, SELF_SHIP.most),
      twinOf: granted.seq,
      probe: 'reveal-self-ship-not-agreed',
    });
  },
});
