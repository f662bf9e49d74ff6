import type { QualityFacts } from '../src/index.ts';

const SEEN = { count: 2, seenCount: 1 };

/** What a command line could hand in of the quality of a release. */
export const FACTS: QualityFacts = {
  format: 'openwaybill-qa/1',
  tools: { openwaybill: '0.1.0' },
  lint: {
    ruleCount: 3,
    notAsked: ['linear-regexp'],
    waived: [
      {
        rule: 'names',
        place: 'Waybill /properties/mass',
        message: 'it has a unit that its name does not say',
        waiver: '900-mass-is-mass.md',
      },
    ],
    warnings: [
      { rule: 'example-covered', place: 'Waybill /properties/<b>', message: 'no example shows it' },
    ],
  },
  waivers: [
    {
      rule: 'names',
      pointer: 'Waybill /properties/mass',
      release: '1.0.0',
      reason: { en: 'its unit is in its type', zh: '单位见其类型' },
      decision: '900-mass-is-mass.md',
      approvedBy: ['platform', 'courier'],
      until: '2027-01-01',
    },
  ],
  coverage: {
    requirements: { count: 3, checkedCount: 2, excludedCount: 1 },
    caseCount: 4,
    scenarioCount: 5,
    faultCount: 6,
    operations: SEEN,
    events: SEEN,
    problems: SEEN,
    cells: SEEN,
    clauses: SEEN,
  },
};
