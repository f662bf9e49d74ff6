import type { PrivacyBreachNotice, WaybillStatusChange } from '@openwaybill/schemas';
import { observation } from '../../drive/observation.ts';
import { act } from '../../drive/prepare.ts';
import type { Stage } from '../../drive/stage.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import { askFor, inventedPerson, type Parcel, parcelFor, revealIdOf, sealedTo } from './ask.ts';

/** A grant with uses left, for whoever carries the parcel. */
const grantFor = (stage: Stage, parcel: Parcel): Promise<Exchange> =>
  stage.callAs('core', 'requestReveal', {
    body: askFor(parcel, 'FULFIL_DELIVER', ['ADDRESS'], sealedTo(stage, 'core')),
    intent: 'CONTROL',
  });

const readAgain = (stage: Stage, grant: Exchange, probe: string): Promise<Exchange> =>
  stage.callAs('core', 'readReveal', {
    path: { revealId: revealIdOf(grant) },
    twinOf: grant.seq,
    probe,
  });

const voided = (
  stage: Stage,
  { waybillNo, orderNo }: Parcel,
  occurredAt: string,
): WaybillStatusChange => ({
  waybillNo,
  carrierCode: TEST_CARRIER,
  orderNo,
  packageId: stage.invent.packageId(),
  fromStatus: 'BOUND',
  toStatus: 'VOIDED',
  revision: 2,
  occurredAt,
});

const breach = (stage: Stage, discoveredAt: string): PrivacyBreachNotice => ({
  breachId: stage.invent.uuid(),
  discoveredAt,
  categories: ['personal'],
  affectedCount: 3,
  measures: '已停用相关接口凭据',
});

/** Grants that nobody needs any more: a case is opened, the waybill is voided, the courier reports a breach. */
export const revealWithdrawn = defineScenario({
  id: 'reveal-withdrawn',
  title: text('What ends a grant before its time', '提前终止授权的事由'),
  system: 'platform',
  when: { offers: 'requestReveal' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-004'],
  run: async function* (stage) {
    if (!stage.has('core') || stage.sealingKeyId('core') === undefined) {
      stage.leaveOut(text('Reveals of a headquarters', '总部揭示'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'Parcels of a person whom the runner invented', '虚构收件人的包裹');
    const person = inventedPerson(stage, 'withdrawn');
    const [complained, cancelled, leaked] = [
      await parcelFor(stage, person),
      await parcelFor(stage, person),
      await parcelFor(stage, person),
    ];
    if (complained === undefined || cancelled === undefined || leaked === undefined) return;
    const now = async () => new Date(await stage.now()).toISOString();

    yield step('CALL', 'A complaint while the parcel is on its way', '在途投诉');
    await stage.deliver(await observation(stage, complained.waybillNo, 'PICKED_UP'));
    const carried = await grantFor(stage, complained);
    const opened = await act(stage, 'OPEN_AFTER_SALES', { waybillNo: complained.waybillNo });
    await stage.settle();
    if (statusOf(opened) === 202) await readAgain(stage, carried, 'reveal-after-complaint');

    yield step('DELIVER', 'The waybill is voided', '运单作废');
    const bound = await grantFor(stage, cancelled);
    await stage.deliver({
      type: 'org.openwaybill.waybill.status.changed',
      subject: cancelled.waybillNo,
      data: voided(stage, cancelled, await now()),
    });
    await stage.settle();
    await readAgain(stage, bound, 'reveal-after-voiding');

    yield step('DELIVER', 'The courier reports a breach', '快递企业通报泄露');
    const trusted = await grantFor(stage, leaked);
    const notice = breach(stage, await now());
    await stage.deliver({
      type: 'org.openwaybill.consignee.breach.reported',
      subject: notice.breachId,
      data: notice,
    });
    await stage.settle();
    await readAgain(stage, trusted, 'reveal-after-breach');
  },
});
