import { JUSTIFIED_PURPOSES, PURPOSE_LIMITS, type RevealGrant } from '@openwaybill/schemas';
import { openSealed } from '../consignees/open-sealed.ts';
import { type Action, type ActionContext, needed } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

const JUSTIFICATION = '测试动作触发的揭示请求，用于核对流程。';

/** Whether what came sealed was sealed for this very use. */
const fitsUse = async (
  { system, tenant, to, input }: ActionContext,
  { sealedFields, revealId }: RevealGrant,
): Promise<boolean> => {
  if (sealedFields === undefined) return true;
  const now = await system.transact(tenant, async (_, at) => at);
  const use = {
    issuer: to.partyId,
    recipient: system.options.partyId,
    waybillNo: needed(input.waybillNo),
    purpose: needed(input.purpose),
    revealId,
  };
  return 'fields' in (await openSealed(system, sealedFields, use, now));
};

/**
 * Asks as a process that has authenticated with several factors. A refusal is a result, not a failure, and so are
 * sealed fields that were meant for another use: they are refused.
 */
export const requestReveal: Action = async (context) => {
  const { system, to, input } = context;
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
      ...(JUSTIFIED_PURPOSES.some((one) => one === purpose)
        ? { justification: JUSTIFICATION }
        : {}),
      ...(PURPOSE_LIMITS.some((limit) => limit.purpose === purpose && limit.sealed === true)
        ? { sealToKeyId: system.keys.sealing.kid }
        : {}),
      ...(purpose === 'COMPLIANCE_AUTHORITY' ? { legalBasisRef: '测试调取文书' } : {}),
    },
  });
  if (answer.status >= 300) return { code: answer.body?.code };
  const grant = answer.body as RevealGrant;
  return (await fitsUse(context, grant))
    ? { revealId: grant.revealId }
    : { code: 'RULE_VIOLATION' };
};
