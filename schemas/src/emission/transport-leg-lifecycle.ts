import { defineLifecycle } from '../define/index.ts';

/** A report is corrected by a newer one until it is verified; an older one changes nothing at any time. */
export const transportLegLifecycle = defineLifecycle({
  entity: 'transport-leg',
  title: { en: 'Transport leg', zh: '运输航段' },
  refusals: 'DSC-028',
  states: {
    REPORTED: { en: 'Reported', zh: '已报告', terminal: false },
    VERIFIED: { en: 'Verified', zh: '已核验', terminal: true },
  },
  transitions: [
    // at the courier itself, which works the leg out when it ends
    { kind: 'observation', on: 'ARRIVED', from: [], to: 'REPORTED' },
    { kind: 'command', on: 'report-transport-leg', from: [], to: 'REPORTED' },
    {
      kind: 'command',
      on: 'report-transport-leg',
      from: ['REPORTED'],
      to: 'REPORTED',
      guard: {
        name: 'NEWER_REPORT',
        text: {
          en: 'Its reportRevision is higher than that of the stored report, which it replaces.',
          zh: '其 reportRevision 高于已存报告，并取而代之。',
        },
      },
      requirement: 'EMI-005',
    },
    {
      kind: 'command',
      on: 'report-transport-leg',
      from: ['REPORTED', 'VERIFIED'],
      to: 'SAME',
      guard: {
        name: 'OLDER_REPORT',
        text: {
          en: 'Its reportRevision is not higher than that of the stored report, which is answered as it is.',
          zh: '其 reportRevision 不高于已存报告，原样返回已存报告。',
        },
        problem: 'STATE_ILLEGAL',
      },
      outcome: 'UNCHANGED',
      requirement: 'EMI-005',
    },
    { kind: 'decision', on: 'VERIFIED', from: ['REPORTED'], to: 'VERIFIED' },
  ],
});
