import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { askFor, inventedPerson, parcelFor } from '../reveals/ask.ts';

/** A person erases itself at the platform: nobody can tell afterwards that it was there, and the log still verifies. */
export const erasePerson = defineScenario({
  id: 'erase-person',
  title: text('A person erases itself', '本人删除个人信息'),
  system: 'platform',
  when: { offers: 'eraseConsignee' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['RET-002'],
  run: async function* (stage) {
    const name = stage.nameOf('consignee');
    if (name === undefined || !stage.has('core')) {
      stage.leaveOut(text('The person itself', '收件人本人'), 'NO_FACILITY');
      return;
    }
    yield step('PREPARE', 'A parcel of the person, and entries about it', '该人的包裹及审计条目');
    const person = { ...inventedPerson(stage, 'erased'), name };
    const parcel = await parcelFor(stage, person);
    if (parcel === undefined) return;
    const { consigneeRef, registered } = parcel;
    const merchants = String(answerOf(registered)?.consignee?.consigneeRef);
    await stage.callAs('core', 'getConsigneeView', {
      path: { consigneeRef },
      intent: 'CONTROL',
      probe: 'erase-before',
    });
    const granted = await stage.callAs('core', 'requestReveal', {
      body: askFor(parcel, 'SERVICE_NAME_CHECK', ['NAME']),
      intent: 'CONTROL',
    });
    await stage.call('getKeys');
    const before = await stage.call('getAuditCheckpoint', { probe: 'erase-checkpoint' });

    yield step('CALL', 'The erasure', '删除');
    const erased = await stage.callAs('consignee', 'eraseConsignee', {
      path: { consigneeRef },
      intent: 'CONTROL',
      probe: 'erase-receipt',
    });
    await stage.settle();
    if (!isAccepted(erased)) return;

    yield step(
      'CALL',
      'Every surface, beside a reference of nobody',
      '逐一读取，并与不存在的引用对照',
    );
    for (const [ref, probe] of [
      [consigneeRef, 'erase-after'],
      [stage.invent.consigneeRef(), 'erase-unknown'],
    ] as const) {
      await stage.callAs('core', 'getConsigneeView', {
        path: { consigneeRef: ref },
        intent: 'PROBE',
        probe: `${probe}-view`,
      });
      await stage.callAs('core', 'listRevealAuditEntries', {
        query: { consigneeRef: ref },
        intent: 'PROBE',
        probe: `${probe}-log`,
      });
      await stage.callAs('core', 'requestReveal', {
        body: askFor({ ...parcel, consigneeRef: ref }, 'SERVICE_NAME_CHECK', ['NAME']),
        intent: 'PROBE',
        probe: `${probe}-reveal`,
      });
    }
    await stage.callAs('merchant', 'getConsigneeView', {
      path: { consigneeRef: merchants },
      intent: 'PROBE',
      probe: 'erase-after-merchant',
    });
    await stage.callAs('core', 'getReveal', {
      path: { revealId: String(answerOf(granted)?.revealId) },
      intent: 'PROBE',
      probe: 'erase-after-grant',
    });
    await stage.callAs('merchant', 'lookUpConsignee', {
      body: { kind: 'PHONE', value: person.mobile, purpose: 'SERVICE_AFTER_SALES' },
      intent: 'CONTROL',
      probe: 'erase-after-lookup',
    });

    yield step('CALL', 'The log before and after', '删除前后的审计日志');
    const after = await stage.call('getAuditCheckpoint', { probe: 'erase-checkpoint' });
    const size = (exchange: typeof before) =>
      String(answerOf(exchange)?.checkpoint).split('\n')[1] ?? '0';
    await stage.call('getAuditConsistency', {
      query: { from: size(before), to: size(after) },
      probe: 'erase-consistency',
    });
  },
});
