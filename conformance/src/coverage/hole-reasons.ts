import type { Text } from '../words.ts';
import type { Hole } from './suite-coverage.ts';

const CLOCK: Text = {
  en: 'Only the clock leads there, over a time that would end whatever else the run needs.',
  zh: '只有时间推移才会到达，而所需时长会使本次运行的其他前提失效。',
};
const DECIDED: Text = {
  en: 'Decided inside the system, by an authority or over amounts, and no test command causes it.',
  zh: '由系统内部、主管部门或金额差异决定，没有测试命令可触发。',
};
const ELSEWHERE = (scenario: string, ids: string): Text => ({
  en: `The scenario ${scenario} goes through it, and its own checks look (${ids}).`,
  zh: `由场景 ${scenario} 经过，并由其自身的检查判定（${ids}）。`,
});
const NOT_WALKED: Text = {
  en: 'The walk over this lifecycle does not give this command there; the same rule of the table is judged in its other states.',
  zh: '对该生命周期的遍历未在此状态发出该命令；同一规则已在其他状态判定。',
};

/** Why nothing sees something of the contract, by its kind and name. */
export const HOLE_REASONS: readonly {
  readonly kind: Hole['kind'];
  readonly names: RegExp;
  readonly why: Text;
}[] = [
  {
    kind: 'operation',
    names:
      /^(getTestAction|getTestClock|listTestControls|listTestParcels|recordTestScan|resetTestTenant|startTestInterruption|triggerTestAction)$/,
    why: {
      en: 'What the suite works with: where one fails, the cases that need it say STATE_NOT_REACHED.',
      zh: '检测所用的工具：若失败，依赖它的判例会给出 STATE_NOT_REACHED。',
    },
  },
  {
    kind: 'cell',
    names: /^agreement: .+ (in|to) (EFFECTIVE|SUSPENDED)$/,
    why: ELSEWHERE('agreement-life', 'AGR-003, AGR-006, AGR-007'),
  },
  { kind: 'cell', names: /^(agreement|quote|waybill): .+ (in|to) EXPIRED$/, why: CLOCK },
  {
    kind: 'cell',
    names: /^reveal: .+ (in|to) EXPIRED$/,
    why: ELSEWHERE('reveal-life', 'RVL-005'),
  },
  {
    kind: 'cell',
    names: /^event-subscription: .+ to ABORTED$/,
    why: ELSEWHERE('delivery-retries', 'DSC-010, WHK-002'),
  },
  {
    kind: 'cell',
    names: /^interruption-notice: /,
    why: ELSEWHERE('planned-interruption, unplanned-interruption', 'CTY-001 … CTY-012'),
  },
  {
    kind: 'cell',
    names:
      /^(cod|dispute|statement|indicator-report|licence|order|party|transport-leg): .+ (in|to) [A-Z_]+$/,
    why: DECIDED,
  },
  {
    kind: 'cell',
    names: /^waybill: create-waybill in /,
    why: {
      en: 'Creating again is no command to the waybill: its natural key answers with it (WBL-001, WBL-002).',
      zh: '再次创建并非对运单的命令：自然键使其返回同一运单（WBL-001、WBL-002）。',
    },
  },
  {
    kind: 'cell',
    names: /^waybill: .+ in RESERVED$/,
    why: {
      en: 'A reserved number is no waybill that could be addressed (WBL-009 looks at the pool).',
      zh: '预留的号码尚非可寻址的运单（号池由 WBL-009 判定）。',
    },
  },
  { kind: 'cell', names: /^(locker-deposit|return|waybill): /, why: NOT_WALKED },
];
