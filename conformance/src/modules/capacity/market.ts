import { exampleBody } from '../../drive/example.ts';
import type { Identity } from '../../drive/identity.ts';
import type { CallInput, Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';

const DAY = 86_400_000;
/** Far enough ahead that no clock of a run comes near, and wide enough that no two scenarios meet. */
const FIRST_DAY = 400;
const DAYS = 30_000;

// biome-ignore lint/suspicious/noExplicitAny: a scenario puts its own members into it
type Body = any;

/** A day on which nobody else offers or wants anything. */
export const inventDay = async (stage: Stage): Promise<string> =>
  new Date((await stage.now()) + (FIRST_DAY + Math.floor(stage.invent.fresh() * DAYS)) * DAY)
    .toISOString()
    .slice(0, 10);

export const slotOn = (dayOn: string, quantity: number, more: object = {}) => ({
  dayOn,
  from: '08:00',
  to: '18:00',
  quantity,
  unit: 'PARCEL',
  ...more,
});

/** An offer of slots, at a price a unit. */
export const offerOf = (slots: readonly object[], minor = 45): Body => ({
  ...exampleBody('putCapacityOffer'),
  slots,
  price: { currency: 'CNY', minor },
});

/** A demand of so much on a day, until the day before. */
export const demandOf = async (stage: Stage, dayOn: string, quantity: number): Promise<Body> => ({
  ...exampleBody('putCapacityDemand'),
  slots: [slotOn(dayOn, quantity)],
  price: { currency: 'CNY', minor: 90 },
  deadlineAt: new Date((await stage.now()) + (FIRST_DAY - 1) * DAY).toISOString(),
});

/** Ids in their order, so that who is first is known. */
export const inventIds = (stage: Stage, count: number): readonly string[] =>
  Array.from({ length: count }, () => stage.invent.uuid()).sort();

export const putOffer = (
  stage: Stage,
  offerId: string,
  body: unknown,
  more: CallInput = {},
): Promise<Exchange> =>
  stage.callAs('courier', 'putCapacityOffer', { path: { offerId }, body, ...more });

export const putDemand = (
  stage: Stage,
  demandId: string,
  body: unknown,
  as: Identity = 'runner',
): Promise<Exchange> => stage.callAs(as, 'putCapacityDemand', { path: { demandId }, body });

export type SeenMatch = {
  readonly matchId: string;
  readonly demandId: string;
  readonly revision: number;
};

const MOST = '200';

/** Matches of the courier that are proposed, under a probe. */
export const listMatches = async (
  stage: Stage,
  probe: string,
  as: Identity = 'courier',
): Promise<readonly SeenMatch[]> => {
  await stage.settle();
  const listed = await stage.callAs(as, 'listMatches', { query: { limit: MOST }, probe });
  const items: unknown = answerOf(listed)?.items;
  return Array.isArray(items) ? items : [];
};

/** A match of the runner's demand with an offer of a courier, on a day of its own. */
export const matched = async (stage: Stage): Promise<SeenMatch | undefined> => {
  if (!stage.has('courier')) return undefined;
  const dayOn = await inventDay(stage);
  const [offerId = '', demandId = ''] = inventIds(stage, 2);
  const offered = await putOffer(stage, offerId, offerOf([slotOn(dayOn, 100)]));
  const wanted = await putDemand(stage, demandId, await demandOf(stage, dayOn, 60));
  if (!isAccepted(offered) || !isAccepted(wanted)) return undefined;
  const all = await listMatches(stage, 'capacity-looked-up', 'runner');
  return all.find((one) => one.demandId === demandId);
};

/** One side decides. */
export const decide = (
  stage: Stage,
  as: Identity,
  matchId: string,
  body: unknown,
  more: CallInput = {},
): Promise<Exchange> => stage.callAs(as, 'decideMatch', { path: { matchId }, body, ...more });
