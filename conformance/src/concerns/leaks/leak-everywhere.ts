import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

/** A person in every place of a request where none belongs; nothing of the person may come back, now or later. */
export const leakEverywhere = defineScenario({
  id: 'leak-everywhere',
  title: text('A person where none belongs', '出现在不应出现之处的个人信息'),
  system: 'any',
  when: { offers: 'proposeAgreement' },
  tier: 'W',
  touches: [
    'MSK-001',
    'MSK-002',
    'MSK-003',
    'MSK-004',
    'MSK-007',
    'LOG-001',
    'CSN-015',
    'CSN-016',
    'WHK-001',
    'ENU-002',
  ],
  run: async function* (stage) {
    yield step('PREPARE', 'A subscription and terms', '订阅与协议条款');
    await stage.prepare('subscription');
    const terms = stage.invent.proposal();
    const proposed = await stage.call('proposeAgreement', { body: terms, intent: 'CONTROL' });
    if (!isAccepted(proposed)) return;
    const agreementId = String(answerOf(proposed)?.agreementId);
    const { name, mobile, road, building, unitRoom, idNumber, note, title } =
      stage.person('nowhere');

    yield step(
      'CALL',
      'A person in members, parameters and headers',
      '成员、参数与标头中的个人信息',
    );
    const person = {
      contact: { name, mobile },
      address: { road, building, unitRoom },
      idNumber,
      note,
      title,
    };
    await stage.call('proposeAgreement', {
      body: { ...terms, ...person },
      twinOf: proposed.seq,
      probe: 'leak-members',
    });
    await stage.call('proposeAgreement', {
      body: { ...terms, effectiveFromOn: mobile },
      twinOf: proposed.seq,
      probe: 'leak-in-a-date',
    });
    await stage.call('listAgreements', {
      query: { phone: mobile, q: name },
      headers: { 'X-Recipient': encodeURIComponent(name) },
      twinOf: proposed.seq,
      probe: 'leak-parameters',
    });
    await stage.call('getAgreement', {
      path: { agreementId: encodeURIComponent(mobile) },
      twinOf: proposed.seq,
      probe: 'leak-path',
    });

    yield step('CALL', 'What comes back later', '其后的回应');
    await stage.call('getAgreement', { path: { agreementId }, probe: 'leak-read' });
    await stage.call('listAgreements', { query: { limit: '200' }, probe: 'leak-list' });
    await stage.callAs('nobody', 'getHealth', { probe: 'leak-health' });
    await stage.callAs('nobody', 'getCapabilities', { probe: 'leak-capabilities' });
    await stage.prepare('event');
    await stage.settle();
  },
});
