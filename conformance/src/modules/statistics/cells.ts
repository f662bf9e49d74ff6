import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { causeFact } from '../../models/walk-from.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

/** A figure of a month of the runner's own, under a method that no other run has. */
export const cellsOf = (stage: Stage) => {
  const methodVersion = `run-${stage.invent.uuid()}`;
  return (regionCode: string, value: number, more: object = {}) => ({
    ...exampleBody('reportIndicators'),
    reportedBy: { partyId: stage.partyId(), role: stage.roleOf('runner') ?? 'courier' },
    methodVersion,
    regionCode,
    value,
    personCount: value,
    merchantCount: 5,
    largestMerchantPerMille: 400,
    ...more,
  });
};

/** A city of three districts, one of them with nine persons; and queries over what is no period. */
export const statisticsCells = defineScenario({
  id: 'statistics-cells',
  title: text('Small cells and declared periods', '小单元与申报期间'),
  system: ['hub', 'regulator'],
  when: { claims: 'statistics' },
  tier: 'W',
  touches: ['STA-002', 'STA-003', 'STA-005', 'STA-006', 'DSC-021'],
  run: async function* (stage) {
    const cell = cellsOf(stage);
    const report = (region: string, value: number, probe: string) =>
      stage.call('reportIndicators', { body: cell(region, value), probe });

    yield step('CALL', 'A city and its districts are reported', '上报全市与各区县');
    const city = await report('210200', 1009, 'statistics-cell');
    await report('210202', 700, 'statistics-cell');
    await report('210203', 300, 'statistics-cell');
    await report('210224', 9, 'statistics-nine');
    if (!isAccepted(city)) return;

    yield step('CALL', 'The cube is read', '读取各单元');
    const period = { fromOn: '2026-10-01', toOn: '2026-10-31' };
    const query = { ...period, regionCode: '210200', indicator: 'PARCEL_VOLUME', limit: '200' };
    const listed = await stage.call('listIndicators', {
      query,
      probe: 'statistics-cube',
      intent: 'CONTROL',
    });

    yield step('CALL', 'A range that is no period', '非申报期间的查询');
    await stage.call('listIndicators', {
      query: { ...query, toOn: '2026-10-14' },
      probe: 'statistics-fortnight',
      twinOf: listed.seq,
    });
  },
});

/** A published figure is corrected, and the former one read again. */
export const statisticsRevision = defineScenario({
  id: 'statistics-revision',
  title: text('A revision keeps the former value', '修订保留原值'),
  system: ['hub', 'regulator'],
  when: { claims: 'statistics' },
  tier: 'C',
  needs: ['ACTIONS'],
  touches: ['STA-004'],
  run: async function* (stage) {
    const cell = cellsOf(stage);
    const publish = async (resourceId: string) => {
      await causeFact(stage, {
        collection: 'indicator-reports',
        resourceId,
        fact: 'REPORT_ACCEPTED',
      });
      await stage.settle();
    };
    yield step('CALL', 'A figure is reported and published', '上报并发布指标');
    const first = answerOf(await stage.call('reportIndicators', { body: cell('210204', 500) }));
    if (typeof first?.reportId !== 'string') return;
    await publish(first.reportId);
    const read = (probe: string) =>
      stage.call('getIndicatorReport', { path: { reportId: first.reportId }, probe });
    await read('statistics-former-before');

    yield step('CALL', 'It is corrected', '更正');
    const second = answerOf(
      await stage.call('reportIndicators', {
        body: cell('210204', 600, { revisesReportId: first.reportId }),
      }),
    );
    if (typeof second?.reportId !== 'string') return;
    await publish(second.reportId);
    await read('statistics-former-after');
  },
});
