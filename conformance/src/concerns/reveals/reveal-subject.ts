import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { askFor, inventedPerson, parcelFor } from './ask.ts';

/** A person looks up who asked for its data, and objects. */
export const revealSubject = defineScenario({
  id: 'reveal-subject',
  title: text('What the person sees of reveals', '本人可见的揭示记录'),
  system: 'platform',
  when: { offers: 'listRevealAuditEntries' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-006', 'RVL-010', 'CSN-008', 'CSN-013'],
  run: async function* (stage) {
    const name = stage.nameOf('consignee');
    if (!stage.has('core') || name === undefined) {
      stage.leaveOut(text('The person itself', '收件人本人'), 'NO_FACILITY');
      return;
    }
    yield step(
      'PREPARE',
      'A parcel of the person as whom the runner speaks',
      '检测方所扮收件人的包裹',
    );
    const parcel = await parcelFor(stage, { ...inventedPerson(stage, 'subject'), name });
    if (parcel === undefined) return;
    const query = { consigneeRef: parcel.consigneeRef };
    await stage.callAs('consignee', 'listRevealAuditEntries', { query, probe: 'subject-before' });

    yield step('CALL', 'Something is granted, and something refused', '一项准予一项拒绝');
    const granted = await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      intent: 'CONTROL',
      probe: 'subject-granted',
    });
    await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['ADDRESS']),
      twinOf: granted.seq,
      probe: 'subject-refused',
    });

    yield step('CALL', 'The person reads the log', '本人查询记录');
    await stage.callAs('consignee', 'listRevealAuditEntries', { query, probe: 'subject-after' });
  },
});
