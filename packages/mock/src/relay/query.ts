import type { ParcelQuery, ParcelQueryResult } from '@openwaybill/schemas';
import { addressOf } from '../engine/address.ts';
import { problemAnswer } from '../engine/answer.ts';
import { ANYBODY, type Answer, type Behaviour, type Call } from '../engine/call.ts';
import { upstreamUnavailable } from '../engine/refusal.ts';
import { publicEventsOf } from '../parcels/public-events.ts';
import { askParty, carrierOf } from './carrier.ts';
import { mayRead, type RelayedParcel, relayedParcel, showRelayed } from './relayed-parcel.ts';

type Asked = ParcelQuery['parcels'][number];
type Result = Omit<ParcelQueryResult['results'][number], 'index'>;

const unknown = ({ system, now }: Call): Result => {
  const { status, body } = problemAnswer(
    { code: 'NOT_FOUND', details: {} },
    system.random,
    Date.parse(now),
  );
  return { status, problem: body as NonNullable<Result['problem']> };
};

/** What anybody may see; nothing of a parcel of which nobody has told. */
const inPublic = (call: Call, parcel: RelayedParcel): Result =>
  parcel.events.length === 0 || showRelayed(parcel, call.now).stage === 'CLOSED'
    ? unknown(call)
    : { status: 200, events: publicEventsOf(parcel.folded) };

/** Whether the courier takes a proof: it alone knows the order. */
const isProved = async (call: Call, asked: Asked): Promise<boolean> => {
  const courier = await call.system.transact(ANYBODY, async (unit) => {
    const known = await carrierOf(call.system, unit, asked.carrierCode);
    return known && addressOf(unit, known);
  });
  if (courier === undefined) return false;
  const answer = await askParty(call.system, courier, {
    method: 'POST',
    path: '/v1/parcel-queries',
    body: { parcels: [asked] },
  });
  if (answer.status !== 200) throw upstreamUnavailable();
  const { results } = answer.body as ParcelQueryResult;
  return results[0]?.parcel !== undefined;
};

/** Answers from what was told here, and asks the courier about proofs; a wrong proof is none. */
export const queryRelayed: Behaviour = async (call) => {
  const { system, unit, caller } = call;
  const { parcels } = call.body as ParcelQuery;
  const known = await Promise.all(
    parcels.map(async (asked) => {
      const parcel = await relayedParcel(system, unit, asked.carrierCode, asked.waybillNo);
      const isRelated =
        parcel !== undefined &&
        caller !== undefined &&
        (await mayRead(unit, parcel, caller.partyId));
      return { asked, parcel, isRelated };
    }),
  );
  const answer = async (
    provedBy: (asked: Asked) => boolean | Promise<boolean>,
  ): Promise<Answer> => {
    const results: ParcelQueryResult['results'] = [];
    for (const [index, { asked, parcel, isRelated }] of known.entries()) {
      if (parcel === undefined) results.push({ index, ...unknown(call) });
      else if (isRelated || (await provedBy(asked)))
        results.push({ index, status: 200, parcel: showRelayed(parcel, call.now) });
      else results.push({ index, ...inPublic(call, parcel) });
    }
    return { status: 200, body: { results } };
  };
  const wantsCarrier =
    caller !== undefined &&
    known.some(
      ({ asked, parcel, isRelated }) =>
        parcel !== undefined && !isRelated && asked.proof !== undefined,
    );
  if (!wantsCarrier) return answer(() => false);
  const after = () => answer((asked) => asked.proof !== undefined && isProved(call, asked));
  return { status: 202, after };
};
