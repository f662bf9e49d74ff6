import { freshBody } from '../../drive/example.ts';
import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';

/** A leg is reported, repeated, and reported again as it was before. */
export const legReport = defineScenario({
  id: 'emission-leg-report',
  title: text('Old reports of a leg', '航段的旧版上报'),
  system: ['hub', 'regulator'],
  when: { claims: 'emission' },
  tier: 'W',
  touches: ['EMI-005', 'DSC-021'],
  run: async function* (stage) {
    const report = freshBody(stage, 'reportTransportLeg', 'legId');
    const as = stage.has('courier') ? 'courier' : 'runner';
    const send = (more: object, probe: string) =>
      stage.callAs(as, 'reportTransportLeg', { body: { ...report, ...more }, probe });
    const read = (probe: string) =>
      stage.callAs(as, 'getTransportLeg', { path: { legId: report.legId }, probe });

    yield step('CALL', 'A leg is reported, and reported better', '上报航段并更正');
    const first = await send({ reportRevision: 4 }, 'emission-reported');
    if (!isAccepted(first)) return;
    await send({ reportRevision: 5, co2eGrams: report.co2eGrams + 7 }, 'emission-corrected');
    await read('emission-leg-before');

    yield step('CALL', 'The same report again', '相同版本重复上报');
    await send({ reportRevision: 5, co2eGrams: report.co2eGrams + 7 }, 'emission-equal');
    await read('emission-leg-after-equal');

    yield step('CALL', 'An older report, with other figures', '旧版本上报');
    await send({ reportRevision: 3, co2eGrams: 1 }, 'emission-older');
    await read('emission-leg-after-older');
    if (!stage.offers('ACTIONS')) return;

    yield step(
      'CALL',
      'The leg is verified, and reported again as before',
      '航段核验后再次上报旧版',
    );
    const { legId } = report;
    await causeFact(
      stage,
      { collection: 'transport-legs', resourceId: legId, fact: 'VERIFIED' },
      as,
    );
    await read('emission-leg-verified');
    await send({ reportRevision: 3, co2eGrams: 1 }, 'emission-older-than-verified');
    await read('emission-leg-after-verified');
  },
});
