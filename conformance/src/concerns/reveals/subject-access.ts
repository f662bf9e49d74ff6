import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { askFor, inventedPerson, parcelFor } from './ask.ts';

/** A person asks for everything that is held of it, and gets one document that proves itself. */
export const subjectAccess = defineScenario({
  id: 'subject-access',
  title: text('A person asks for everything about itself', '本人查阅全部个人信息'),
  system: 'platform',
  when: { offers: 'getSubjectAccess' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['RVL-010'],
  run: async function* (stage) {
    const name = stage.nameOf('consignee');
    if (!stage.has('core') || name === undefined) {
      stage.leaveOut(text('The person itself', '收件人本人'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of the person, and a request about it', '该人的包裹及揭示申请');
    const parcel = await parcelFor(stage, { ...inventedPerson(stage, 'access'), name });
    if (parcel === undefined) return;
    await stage.call('getKeys');
    await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      intent: 'CONTROL',
      probe: 'access-granted',
    });

    yield step('CALL', 'The document', '个人信息副本');
    const path = { consigneeRef: parcel.consigneeRef };
    await stage.callAs('consignee', 'getSubjectAccess', {
      path,
      intent: 'CONTROL',
      probe: 'access-document',
    });
  },
});
