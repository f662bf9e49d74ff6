import type { RiskAssessment } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { recordRow } from '../store/resource.ts';

/** Its sender numbers it; the answer is what was stored. */
export const submitRiskAssessment: Behaviour = async (call) => {
  const assessment = call.body as RiskAssessment;
  const { partyId } = callerOf(call);
  const id = `${partyId}/${assessment.assessmentId}/${assessment.revision}`;
  call.unit.put(recordRow('received-risk-assessment', id, partyId, call.now, assessment));
  return { status: 201, body: assessment };
};
