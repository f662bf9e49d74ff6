import { Refusal } from '../engine/refusal.ts';
import { causeNoticeFact, NOTICES } from '../notices/cause-notice-fact.ts';
import { collectionNamed } from '../resources/change.ts';
import { causeFact as cause } from '../resources/fact.ts';
import { type Action, ActionFailed, needed } from './action.ts';

/** What this system decides or observes of itself happens now to a resource of the one who asks. */
export const causeFact: Action = async ({ system, tenant, input }) => {
  const { collection, resourceId, fact } = input;
  try {
    if (collection === NOTICES) {
      const noticeId = needed(resourceId);
      await system.transact(tenant, (unit, now) =>
        causeNoticeFact(system, unit, now, tenant, noticeId, needed(fact)),
      );
      return { resourceId: noticeId };
    }
    const resource = await system.transact(tenant, (unit, now) =>
      cause(system, unit, now, {
        collection: needed(collection),
        owner: tenant,
        ...(resourceId === undefined ? {} : { id: resourceId }),
        fact: needed(fact),
      }),
    );
    return { resourceId: String(resource[collectionNamed(system, needed(collection)).id]) };
  } catch (error) {
    if (error instanceof Refusal) throw new ActionFailed(error.code);
    throw error;
  }
};
