import type { VasChoice, VasChoiceRequest, VasOffer } from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { uuid7 } from '../../engine/invent.ts';
import { stateIllegal } from '../../engine/lifecycle.ts';
import { Refusal } from '../../engine/refusal.ts';
import { isSameValue } from '../../engine/same-value.ts';
import type { System } from '../../engine/system.ts';
import { livePackages, orderOf } from '../../orders/stored-order.ts';
import { changeResource, collectionNamed, listResources } from '../../resources/change.ts';
import type { Unit } from '../../store/unit.ts';

const BEFORE_PICKUP: readonly string[] = ['SUBMITTED', 'ACCEPTED', 'ALLOCATED', 'PICKUP_SCHEDULED'];

/** The services that were chosen for a package, beside those that its order names. */
export const choicesOf = async (
  system: System,
  unit: Unit,
  owner: string,
  { orderNo, packageId }: Pick<VasChoice, 'orderNo' | 'packageId'>,
): Promise<readonly VasChoice[]> =>
  (
    (await listResources(
      unit,
      collectionNamed(system, 'vas-choices'),
      owner,
    )) as readonly VasChoice[]
  ).filter((one) => one.orderNo === orderNo && one.packageId === packageId);

/** A choice is made before pickup, of what is on offer, and with consent where the offer says so. */
export const recordVasChoice: Behaviour = async (call) => {
  const { system, unit, now, operation } = call;
  const owner = callerOf(call).partyId;
  const body = call.body as VasChoiceRequest;
  const stored = await orderOf(unit, owner, body.orderNo);
  if (!livePackages(stored).includes(body.packageId)) throw new Refusal('NOT_FOUND');
  const known = (await choicesOf(system, unit, owner, body)).find(
    ({ vasCode }) => vasCode === body.vasCode,
  );
  if (known !== undefined) {
    const { vasChoiceId, revision, createdAt, updatedAt, ...chosen } = known;
    if (!isSameValue(chosen, body)) throw new Refusal('DUPLICATE');
    return { status: 200, body: known, headers: { 'Idempotency-Replayed': 'true' } };
  }
  const { status } = stored.order;
  if (!BEFORE_PICKUP.includes(status)) throw stateIllegal(status, operation.name);
  const offers = await unit.list({ collection: 'vas-offers' });
  const offer = offers
    .map((row) => row.body as VasOffer)
    .find(({ vasCode }) => vasCode === body.vasCode);
  const refused = (code: 'UNSERVICEABLE' | 'CONSENT_MISSING', pointer: string, rule: string) =>
    new Refusal(code, { issues: [{ pointer, rule, params: {} }] });
  if (offer === undefined) throw refused('UNSERVICEABLE', '/vasCode', 'service-not-offered');
  if (offer.consentNeeded === true && body.consentId === undefined)
    throw refused('CONSENT_MISSING', '/consentId', 'consent-needed');
  const vasChoiceId = uuid7(system.random, Date.parse(now));
  const happening = { system, unit, now, owner, on: operation.name, path: {}, body };
  const collection = collectionNamed(system, 'vas-choices');
  return {
    status: 201,
    body: await changeResource(happening, collection, { vasChoiceId, ...body }, undefined),
  };
};
