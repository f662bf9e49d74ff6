import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, statusOf } from '../../transcript/body.ts';
import { askFor, inventedPerson, parcelFor } from './ask.ts';

/** Where the document names no quota of an actor, that of the standard. */
const DEFAULT = 60;
/** A quota that cannot be reached with decency is not tried. */
const MOST = 250;
const MAX_ITEMS = 20;

/** One actor asks until it may not any more; then a batch of two actors, and one of too many items. */
export const revealQuota = defineScenario({
  id: 'reveal-quota',
  title: text('More reveals than an actor may have', '超出操作人配额的揭示'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-006', 'RVL-007', 'RVL-009', 'CSN-008'],
  run: async function* (stage) {
    if (!stage.has('merchant')) {
      stage.leaveOut(text('Reveals of a merchant', '商家揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of a person whom the runner invented', '虚构收件人的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'quota'));
    if (parcel === undefined) return;
    const consigneeRef = String(answerOf(parcel.registered)?.consignee?.consigneeRef);
    const { limits } = stage.claim.document as {
      readonly limits: { readonly reveal?: { readonly actorHourlyCount?: number } };
    };
    const most = Math.min(limits.reveal?.actorHourlyCount ?? DEFAULT, MOST);
    const ask = (actorId: string) =>
      askFor({ ...parcel, consigneeRef }, 'SERVICE_NAME_CHECK', ['NAME'], {
        actor: { actorId, kind: 'SYSTEM' },
      });

    yield step('CALL', 'As many as the quota has, and one more', '达到配额后再请求一次');
    let first: number | undefined;
    for (let count = 0; count < most; count += 1) {
      const granted = await stage.callAs('merchant', 'requestReveal', {
        body: ask('emp_busy'),
        intent: 'CONTROL',
        probe: 'reveal-within-quota',
      });
      first ??= granted.seq;
      if (statusOf(granted) === 429) return;
    }
    await stage.callAs('merchant', 'requestReveal', {
      body: ask('emp_busy'),
      ...(first === undefined ? {} : { twinOf: first }),
      probe: 'reveal-over-quota',
    });

    yield step('CALL', 'A batch of two actors, and one of too many items', '两人批量与超量批量');
    const mixed = await stage.callAs('merchant', 'requestRevealBatch', {
      body: { items: [ask('emp_busy'), ask('emp_idle')] },
      intent: 'CONTROL',
      probe: 'reveal-batch',
    });
    await stage.callAs('merchant', 'requestRevealBatch', {
      body: { items: Array.from({ length: MAX_ITEMS + 1 }, () => ask('emp_idle')) },
      twinOf: mixed.seq,
      probe: 'reveal-batch-too-large',
    });
  },
});
