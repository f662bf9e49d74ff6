import type { RequirementId, Text } from '../words.ts';
import type { Hole } from './suite-coverage.ts';

/** Why nothing sees some things of the contract, each by its whole name. */
export type HoleReason = {
  readonly kind: Hole['kind'];
  readonly names: readonly string[];
  readonly why: Text;
  /** What looks at it by other names: a scenario, and requirements that it touches. */
  readonly by?: { readonly scenario: string; readonly requirements: readonly RequirementId[] };
};

/** Commands of a lifecycle in some of its states. */
const given = (
  entity: string,
  commands: readonly string[],
  states: readonly string[],
): readonly string[] =>
  commands.flatMap((command) => states.map((state) => `${entity}: ${command} in ${state}`));

/** Facts of a lifecycle, each with the state that it leads to. */
const happened = (entity: string, facts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(facts).map(([fact, state]) => `${entity}: ${fact} to ${state}`);

const cells = (why: Text, ...names: readonly (readonly string[])[]): HoleReason => ({
  kind: 'cell',
  names: names.flat(),
  why,
});

/** Cells that a scenario goes through, and that are judged by what follows from them. */
const within = (
  scenario: string,
  requirements: readonly RequirementId[],
  ...names: readonly (readonly string[])[]
): HoleReason => ({
  ...cells(
    {
      en: `The scenario ${scenario} goes through it, and what follows is judged (${requirements.join(', ')}).`,
      zh: `由场景 ${scenario} 经过，其后果由 ${requirements.join('、')} 判定。`,
    },
    ...names,
  ),
  by: { scenario, requirements },
});

const DECIDED: Text = {
  en: 'Decided inside the system, by an authority or over amounts, and no scenario causes it.',
  zh: '由系统内部、主管部门或金额差异决定，没有场景可触发。',
};
const UNWALKED: Text = {
  en: 'No walk over this lifecycle gives this command, or brings this about, in that state; the same table is judged in its other states.',
  zh: '对该生命周期的遍历未在此状态发出该命令或触发该事实；同一表格已在其他状态判定。',
};

/** Why nothing sees something of the contract; each name is that of a hole. */
export const HOLE_REASONS: readonly HoleReason[] = [
  {
    kind: 'operation',
    names: [
      'getTestAction',
      'getTestClock',
      'listTestControls',
      'listTestParcels',
      'recordTestScan',
      'resetTestTenant',
      'startTestInterruption',
      'triggerTestAction',
    ],
    why: {
      en: 'What the suite works with: where one fails, the cases that need it say STATE_NOT_REACHED.',
      zh: '检测所用的工具：若失败，依赖它的判例会给出 STATE_NOT_REACHED。',
    },
  },
  within(
    'planned-interruption',
    ['CTY-001', 'CTY-008'],
    happened('interruption-notice', { DRAFT_MADE: 'DRAFT' }),
  ),
  within(
    'settlement-statement',
    ['STL-004', 'STL-005'],
    given('statement', ['open-dispute'], ['ISSUED']),
  ),
  within('registry-licence', ['REG-003'], happened('licence', { LICENCE_GRANTED: 'VALID' })),
  within('emission-footprint', ['EMI-001'], happened('transport-leg', { ARRIVED: 'REPORTED' })),
  cells(
    DECIDED,
    given('cod', ['reconcile-cod'], ['DISCREPANT']),
    given('party', ['put-party'], ['REMOVED']),
    happened('cod', { AMOUNTS_DIFFER: 'DISCREPANT' }),
    happened('party', { PARTY_REMOVED: 'REMOVED' }),
  ),
  cells(
    {
      en: 'Creating again is no command to the waybill: its natural key answers with it (WBL-001, WBL-002).',
      zh: '再次创建并非对运单的命令：自然键使其返回同一运单（WBL-001、WBL-002）。',
    },
    given(
      'waybill',
      ['create-waybill'],
      ['BOUND', 'LABELLED', 'ACTIVE', 'FINALISED', 'VOIDED', 'EXPIRED'],
    ),
  ),
  cells(
    UNWALKED,
    given(
      'locker-deposit',
      ['cancel-reservation'],
      ['DEPOSITED', 'NOTIFIED', 'OVERDUE', 'COLLECTED', 'REMOVED', 'FAULT'],
    ),
    given(
      'locker-deposit',
      ['remind-deposit', 'extend-deposit', 'remove-deposit'],
      ['RESERVED', 'CANCELLED'],
    ),
    given(
      'return',
      ['report-return-inspection'],
      [
        'AUTHORISED',
        'PICKUP_SCHEDULED',
        'DROPPED_OFF',
        'IN_TRANSIT',
        'INSPECTED',
        'REFUNDED',
        'REFUSED',
        'CANCELLED',
      ],
    ),
    given('return', ['cancel-return'], ['INSPECTED', 'REFUNDED', 'REFUSED']),
    given('statement', ['open-dispute'], ['CONFIRMED']),
    given('waybill', ['confirm-print', 'intercept-waybill'], ['BOUND']),
  ),
];
