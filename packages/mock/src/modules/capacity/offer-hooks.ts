import { mergeSlots } from '@openwaybill/reference/capacity';
import type { CapacityOffer, CapacityOfferUpdate, CapacitySlot } from '@openwaybill/schemas';
import { ruleViolated } from '../../engine/refusal.ts';
import type { Happening, Hooks, Resource } from '../../resources/hooks.ts';
import { propose } from './propose.ts';
import { AGREED, allMatches, takenOf, usesSlot } from './taken.ts';

/** As many slots as an offer may have. */
const MOST_SLOTS = 500;

const merged = (body: Resource, before: Resource | undefined): readonly CapacitySlot[] => {
  const slots = mergeSlots(before?.slots ?? [], body as CapacityOfferUpdate);
  if (slots.length > MOST_SLOTS) throw ruleViolated('/slots', 'CAP-002');
  return slots;
};

/** What both sides have agreed on cannot be taken back by an update. */
const demandKept = async (
  { unit, owner }: Happening,
  { offerId, slots }: CapacityOffer,
): Promise<void> => {
  const matches = (await allMatches(unit)).filter(
    ({ match, sides }) =>
      sides.offeredBy === owner && match.offerId === offerId && AGREED.includes(match.status),
  );
  const short = slots.findIndex((slot) => takenOf(matches, offerId, slot, AGREED) > slot.quantity);
  if (short >= 0) throw ruleViolated(`/slots/${short}/quantity`, 'CAP-001');
  if (matches.some(({ match }) => !slots.some((slot) => usesSlot(match, slot))))
    throw ruleViolated('/slots', 'CAP-001');
};

/** Slots are merged; what is new may be matched at once. */
export const offerHooks: Hooks = {
  draft: async (happening, next, before) => {
    const offer = { ...next, slots: merged(happening.body, before) };
    await demandKept(happening, offer as unknown as CapacityOffer);
    return offer;
  },
  changed: propose,
};

/** As for an offer, but nobody has promised to take all that was asked for. */
export const demandHooks: Hooks = {
  draft: ({ body }, next, before) => ({ ...next, slots: merged(body, before) }),
  changed: propose,
};
