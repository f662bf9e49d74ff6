import { defineLifecycle } from '../define/index.ts';

/** A corrected report is a report of its own: what was published once can be read for ever. */
export const indicatorReportLifecycle = defineLifecycle({
  entity: 'indicator-report',
  title: { en: 'Indicator report', zh: '指标报告' },
  refusals: 'DSC-028',
  states: {
    SUBMITTED: { en: 'Submitted', zh: '已上报', terminal: false },
    PUBLISHED: { en: 'Published', zh: '已发布', terminal: false },
    REVISED: { en: 'Revised', zh: '已修订', terminal: true },
    RETURNED: { en: 'Returned', zh: '已退回', terminal: true },
  },
  transitions: [
    { kind: 'command', on: 'report-indicators', from: [], to: 'SUBMITTED' },
    { kind: 'decision', on: 'REPORT_ACCEPTED', from: ['SUBMITTED'], to: 'PUBLISHED' },
    { kind: 'decision', on: 'REPORT_REFUSED', from: ['SUBMITTED'], to: 'RETURNED' },
    {
      kind: 'decision',
      on: 'REVISION_PUBLISHED',
      from: ['PUBLISHED'],
      to: 'REVISED',
      guard: {
        name: 'REVISED_BY_ANOTHER',
        text: {
          en: 'A report whose revisesReportId names this one is PUBLISHED.',
          zh: '以 revisesReportId 指明本报告的报告已发布。',
        },
        problem: 'STATE_ILLEGAL',
      },
      requirement: 'STA-004',
    },
  ],
});
