import type { ParcelQuery, ParcelQueryResult } from '@openwaybill/schemas';
import { problemAnswer } from '../engine/answer.ts';
import type { Behaviour, Call } from '../engine/call.ts';
import { instantOf, virtualNow } from '../engine/clock.ts';
import { isOwnCarrier, parcelUnder } from '../parcels/hand-over.ts';
import { isProved } from '../parcels/proof.ts';
import { publicEvents } from '../parcels/public-events.ts';
import { showParcel } from '../parcels/show-parcel.ts';
import { isRelay } from '../relay/carrier.ts';
import { queryRelayed } from '../relay/query.ts';
import { materialise } from '../waybills/magic.ts';

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

/** What a caller sees of one parcel: all with a relation or a proof, what is public without. A wrong proof is none. */
const resultOf = async (call: Call, { carrierCode, waybillNo, proof }: Asked): Promise<Result> => {
  const { system, unit, caller } = call;
  if (
    system.options.isMagic === true &&
    caller?.role === 'platform' &&
    isOwnCarrier(system, carrierCode)
  )
    await materialise(system, unit, call.now, caller.partyId, waybillNo);
  const parcel = await parcelUnder(system, unit, carrierCode, waybillNo);
  if (parcel === undefined) return unknown(call);
  const now = instantOf(await virtualNow(unit, parcel.owner, system.options));
  const shown = showParcel(parcel, now, caller?.partyId ?? '');
  if (caller !== undefined) {
    const isRelated = caller.partyId === parcel.owner || (await isProved(unit, parcel, proof));
    if (isRelated) return { status: 200, parcel: shown };
  }
  return shown.stage === 'CLOSED' ? unknown(call) : { status: 200, events: publicEvents(parcel) };
};

export const queryParcels: Behaviour = async (call) => {
  if (isRelay(call.system)) return queryRelayed(call);
  const results: ParcelQueryResult['results'] = [];
  for (const [index, asked] of (call.body as ParcelQuery).parcels.entries())
    results.push({ index, ...(await resultOf(call, asked)) });
  return { status: 200, body: { results } };
};
