import { PURPOSE_LIMITS, type RevealGrant } from '@openwaybill/schemas';
import { type Action, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

const JUSTIFICATION = '测试动作触发的揭示请求，用于核对流程。';

/** Asks as a process that has authenticated with several factors. A refusal is a result, not a failure. */
export const requestReveal: Action = async ({ system, to, input }) => {
  const purpose = needed(input.purpose);
  const answer = await callWithRetries(system, to, {
    method: 'POST',
    path: '/v1/consignee-reveals',
    headers: { 'Cache-Control': 'no-store' },
    body: {
      consigneeRef: needed(input.consigneeRef),
      waybillNo: needed(input.waybillNo),
      purpose,
      fields: needed(input.fields),
      actor: { actorId: 'mock-process', kind: 'SYSTEM' },
      authentication: 'MFA',
      ...(/^(SERVICE_CLAIM|COMPLIANCE_|CUSTOMS_)/.test(purpose)
        ? { justification: JUSTIFICATION }
        : {}),
      ...(PURPOSE_LIMITS.some((limit) => limit.purpose === purpose && limit.sealed === true)
        ? { sealToKeyId: system.keys.sealing.kid }
        : {}),
      ...(purpose === 'COMPLIANCE_AUTHORITY' ? { legalBasisRef: '测试调取文书' } : {}),
    },
  });
  return answer.status < 300
    ? { revealId: (answer.body as RevealGrant).revealId }
    : { code: answer.body?.code };
};
