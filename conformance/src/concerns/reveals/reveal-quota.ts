import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted, statusOf } from '../../transcript/body.ts';
import { askFor, inventedPerson, parcelFor, sealedTo } from './ask.ts';

/** Where the document names no quota, those of the standard. */
const DEFAULTS = { actorHourlyCount: 60, organisationHourlyCount: 100, parcelGrantCount: 3 };
/** A quota that cannot be reached with decency is not tried. */
const MOST = 250;
const MAX_ITEMS = 20;

type Quotas = typeof DEFAULTS;

const quotasOf = (stage: Stage): Quotas => {
  const { limits } = stage.claim.document as {
    readonly limits: { readonly reveal?: Partial<Quotas> };
  };
  return { ...DEFAULTS, ...limits.reveal };
};

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
    const most = Math.min(quotasOf(stage).actorHourlyCount, MOST);
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

/** Who delivers asks for one parcel more often than it may; and an organisation by many actors. */
export const revealQuotas = defineScenario({
  id: 'reveal-quotas',
  title: text('More reveals than a parcel or an organisation may have', '超出包裹与单位配额的揭示'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-006', 'RVL-007', 'RVL-009', 'CSN-008'],
  run: async function* (stage) {
    const quotas = quotasOf(stage);
    if (!stage.has('core') || !stage.has('other-merchant')) {
      stage.leaveOut(text('Reveals of others', '其他单位的揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of another merchant', '另一商家的包裹');
    const parcel = await parcelFor(stage, inventedPerson(stage, 'quotas'), {
      merchant: 'other-merchant',
    });
    if (parcel === undefined) return;

    yield step(
      'CALL',
      'One parcel, as often as the quota has, and once more',
      '同一包裹达到配额后再请求',
    );
    const body = askFor(parcel, 'FULFIL_DELIVER', ['NAME'], sealedTo(stage, 'core'));
    let granted: number | undefined;
    for (let count = 0; count < quotas.parcelGrantCount; count += 1) {
      const one = await stage.callAs('core', 'requestReveal', { body, intent: 'CONTROL' });
      if (!isAccepted(one)) return;
      granted = one.seq;
    }
    await stage.callAs('core', 'requestReveal', {
      body,
      ...(granted === undefined ? {} : { twinOf: granted }),
      probe: 'reveal-over-parcel-quota',
    });

    yield step('CALL', 'One organisation by many actors, and one more', '一家单位多名操作人');
    const consigneeRef = String(answerOf(parcel.registered)?.consignee?.consigneeRef);
    const ask = (actor: number) =>
      askFor({ ...parcel, consigneeRef }, 'SERVICE_NAME_CHECK', ['NAME'], {
        actor: { actorId: `emp_crowd_${actor}`, kind: 'SYSTEM' },
      });
    const most = quotas.organisationHourlyCount;
    if (most > MOST) return;
    let first: number | undefined;
    for (let count = 0; count < most; count += MAX_ITEMS) {
      const items = Array.from({ length: Math.min(MAX_ITEMS, most - count) }, () => ask(count));
      const batch = await stage.callAs('other-merchant', 'requestRevealBatch', {
        body: { items },
        intent: 'CONTROL',
      });
      first ??= batch.seq;
    }
    await stage.callAs('other-merchant', 'requestReveal', {
      body: ask(most),
      ...(first === undefined ? {} : { twinOf: first }),
      probe: 'reveal-over-organisation-quota',
    });
  },
});
