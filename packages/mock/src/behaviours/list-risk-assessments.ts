import type { Behaviour } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';

/** Those of this party itself; they are about no counterparty. */
export const listRiskAssessments: Behaviour = (call) =>
  pageAnswer(call, { collection: 'risk-assessment', owner: '' }, (row) => row.body);
