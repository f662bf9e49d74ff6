import { exampleBody } from '../../drive/example.ts';
import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

/** Nobody else of a run is called so. */
export const RESPONSIBLE = { name: '令狐样例', mobile: '+8619900000987' } as const;

/** An outlet is filed, looked at and inspected; who answers for it stays between courier and regulator. */
export const filing = defineScenario({
  id: 'service-point-filing',
  title: text('A filing and an inspection', '备案与检查'),
  system: 'regulator',
  when: { claims: 'service-point' },
  tier: 'W',
  touches: ['SVP-003', 'SVP-004', 'SVP-006', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    const subscribed = await stage.prepare('subscription');
    if ('blocked' in subscribed) return;

    yield step('CALL', 'An outlet is filed', '提交备案');
    const submitted = await stage.call('submitOutletFiling', {
      body: {
        ...exampleBody('submitOutletFiling'),
        pointId: stage.invent.uuid(),
        filedAt: new Date(await stage.now()).toISOString(),
        responsiblePerson: RESPONSIBLE,
      },
      probe: 'service-point-filed',
    });
    if (!isAccepted(submitted)) return;
    const filingId = String(answerOf(submitted)?.filingId);
    const read = () =>
      stage.call('getOutletFiling', { path: { filingId }, probe: 'service-point-filing-read' });
    await read();
    if (stage.has('second'))
      await stage.callAs('second', 'getOutletFiling', {
        path: { filingId },
        probe: 'service-point-filing-of-others',
      });

    if (stage.offers('ACTIONS')) {
      yield step('CALL', 'It is accepted and published', '受理并公布');
      for (const fact of ['FILING_ACCEPTED', 'FILING_PUBLISHED']) {
        await causeFact(stage, { collection: 'outlet-filings', resourceId: filingId, fact });
        await read();
      }

      yield step('CALL', 'An inspection is published', '公开检查结果');
      await causeFact(stage, { collection: 'inspections', fact: 'INSPECTION_PUBLISHED' });
    }
    await stage.settle();
    await stage.call('listInspections', { probe: 'service-point-inspections' });
  },
});
