import { refuse } from '../engine/refuse.ts';
import type { System } from '../engine/system.ts';
import { findParcel } from '../parcels/stored-parcel.ts';
import type { ControlRoute } from './route.ts';

type Stepping = { readonly code: string; readonly with?: Readonly<Record<string, unknown>> };

const unknownParcel = () =>
  refuse('NOT_FOUND', {
    pointer: '/waybillNo',
    seen: { en: 'there is no such parcel of this tenant', zh: '该租户没有此快件' },
    remedy: {
      en: 'Name one that GET /_mock/timeline lists.',
      zh: '请使用 GET /_mock/timeline 所列的单号。',
    },
  });

/** One observation by hand: the operation `recordTestScan`, as the tenant would call it, refusals included. */
const step = async (
  system: System,
  tenant: string,
  waybillNo: string,
  { code, with: details = {} }: Stepping,
): Promise<Response> => {
  const { answer, at } = await system.transact(tenant, async (unit, now) => {
    const parcel = await findParcel(unit, waybillNo);
    if (parcel?.owner !== tenant) throw unknownParcel();
    const { carrierCode } = parcel;
    const body = { ...details, carrierCode, waybillNo, eventCode: code };
    return {
      answer: await system.perform(unit, now, tenant, 'recordTestScan', { body }),
      at: Date.parse(now),
    };
  });
  // what it set going has left before the answer comes
  await system.advance(tenant, at);
  return Response.json(answer.body, {
    status: answer.status,
    headers: {
      'Content-Type': answer.status < 400 ? 'application/json' : 'application/problem+json',
    },
  });
};

/** What a scanner would see, without a scanner. */
export const parcelRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/_mock/parcels/{waybillNo}/step',
    body: {
      type: 'object',
      required: ['code'],
      properties: {
        code: { type: 'string' },
        with: { type: 'object', additionalProperties: true },
      },
    },
    answer: ({ system, tenant, path, body }) =>
      step(system, tenant.partyId, path.waybillNo ?? '', body),
  },
];
