import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { claimBody, complaintBody } from './bodies.ts';

/** Longer than every default term. */
const LONG = 'P31D';

/** A parcel is damaged: what the courier raises, decides and answers, and by when. */
export const claimsCourse = defineScenario({
  id: 'claims-course',
  title: text('A damaged parcel', '破损的包裹'),
  system: 'courier',
  when: { offers: 'fileClaim' },
  tier: 'C',
  needs: ['SCANS', 'CLOCK'],
  movesClock: true,
  touches: ['CLM-001', 'CLM-002', 'CLM-003', 'CLM-005', 'CLM-006', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    yield step('PREPARE', 'One parcel is damaged, another is lost', '一件破损，一件遗失');
    const damaged = await stage.prepare('parcel', { codes: ['PICKED_UP', 'DAMAGED'] });
    const lost = await stage.prepare('parcel', { codes: ['PICKED_UP', 'LOST'] });
    if ('blocked' in damaged || 'blocked' in lost) return;
    await stage.settle();

    yield step('CALL', 'Claims with and without a declared value', '已保价与未保价的理赔');
    const ids: string[] = [];
    for (const { waybillNo, isInsured } of [
      { waybillNo: damaged.waybillNo, isInsured: true },
      { waybillNo: lost.waybillNo, isInsured: false },
    ]) {
      const made = await claimBody(stage, { waybillNo, kind: isInsured ? 'DAMAGED' : 'LOST' });
      if (made === undefined) return;
      const { declaredValue, ...rest } = made;
      const body = isInsured ? made : { ...rest, isInsured };
      const filed = await stage.call('fileClaim', { body, intent: 'CONTROL' });
      if (isAccepted(filed)) ids.push(made.claimId);
    }

    yield step('CALL', 'Complaints', '投诉');
    const complaints: string[] = [];
    for (const topic of ['DAMAGE', 'OTHER'] as const) {
      const body = await complaintBody(stage, { waybillNo: damaged.waybillNo, topic });
      if (body === undefined) return;
      const opened = await stage.call('openComplaint', { body, intent: 'CONTROL' });
      if (isAccepted(opened)) complaints.push(body.complaintId);
    }

    yield step('ADVANCE', 'Every term ends', '各项期限届满');
    await stage.advance(LONG);
    await stage.settle();
    for (const claimId of ids)
      await stage.call('getClaim', { path: { claimId }, probe: 'claim-due' });
    for (const complaintId of complaints) {
      const path = { complaintId };
      const read = await stage.call('getComplaint', { path, probe: 'complaint-due' });
      if (answerOf(read)?.status !== 'ANSWERED')
        await stage.call('escalateComplaint', {
          path,
          intent: 'PROBE',
          probe: 'complaint-escalation',
        });
    }
  },
});
