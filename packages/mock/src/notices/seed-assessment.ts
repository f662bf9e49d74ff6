import type { RiskAssessment } from '@openwaybill/schemas';
import { DAY, instantOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import type { System } from '../engine/system.ts';
import { resourceRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

const day = (at: number): string => instantOf(at).slice(0, 10);

/** A party has assessed its risks before it announces anything: one assessment of this year, with a drill. */
export const seedAssessment = async (system: System, unit: Unit, now: string): Promise<void> => {
  const known = await unit.list({ collection: 'risk-assessment', owner: '', limit: 1 });
  if (known.length > 0) return;
  const at = Date.parse(now);
  const assessment: RiskAssessment = {
    assessmentId: uuid7(system.random, at),
    period: { fromOn: day(at - 30 * DAY), toOn: day(at + 300 * DAY) },
    scenarios: [
      {
        scenarioId: 'S-01',
        title: '接口机房断电',
        likelihood: 2,
        impact: 4,
        score: 8,
        dependency: '主机房',
        mitigation: '异地热备，每季切换一次。',
        ownerDesk: '数据接口值班台',
        dueOn: day(at + 120 * DAY),
      },
    ],
    singlePointsOfFailure: ['事件签名密钥'],
    lastDrillOn: day(at - 20 * DAY),
    recoveryTimeObjectiveSeconds: 3600,
    recoveryPointObjectiveSeconds: 0,
    riskLevel: 'MEDIUM',
    revision: 1,
    createdAt: now,
    updatedAt: now,
  };
  unit.put(resourceRow('risk-assessment', assessment.assessmentId, '', assessment));
};
