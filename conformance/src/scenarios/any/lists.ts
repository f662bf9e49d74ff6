import { holds } from '../../applicability.ts';
import { subscriptionBody } from '../../drive/subscription-body.ts';
import { TWINS } from '../../negatives/twins.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const ITEMS = 5;
/** The most lanes of one question, whatever a batch may hold. */
const MOST_LANES = 100;

/** A list is walked in small pages while it grows; limits at and beyond their bounds. */
export const lists = defineScenario({
  id: 'lists',
  title: text('Lists', '列表'),
  system: 'any',
  when: { offers: 'listEventSubscriptions' },
  tier: 'W',
  touches: ['DSC-002', 'DSC-016', 'DSC-021', 'DSC-024'],
  run: async function* (stage) {
    const opened: string[] = [];
    const open = async () => {
      const body = subscriptionBody(stage);
      const created = await stage.call('createEventSubscription', {
        body,
        intent: 'PREPARE',
        probe: 'list-item',
      });
      if (isAccepted(created)) opened.push(body.subscriptionId);
    };
    for (let count = 0; count < ITEMS; count += 1) await open();

    yield step('CALL', 'A walk in pages of two, while the list grows', '每页两条遍历增长中的列表');
    let cursor: string | undefined;
    for (let page = 0; page < 100; page += 1) {
      const read = await stage.call('listEventSubscriptions', {
        query: { limit: '2', ...(cursor === undefined ? {} : { cursor }) },
        probe: 'walk',
      });
      cursor = answerOf(read)?.nextCursor;
      if (typeof cursor !== 'string') break;
      if (page > 0) continue;
      // one comes, and one of those that were not shown yet is changed
      await open();
      const last = await stage.call('getEventSubscription', {
        path: { subscriptionId: opened[ITEMS - 1] ?? '' },
      });
      await stage.call('updateEventSubscription', {
        path: { subscriptionId: opened[ITEMS - 1] ?? '' },
        body: { eventTypes: ['org.openwaybill.continuity.interruption.noticed'] },
        ifMatch: answerOf(last)?.revision,
        intent: 'PREPARE',
      });
    }

    yield step('CALL', 'Limits', '分页上限');
    const twin = await stage.call('listEventSubscriptions', {
      query: { limit: '1' },
      intent: 'CONTROL',
      probe: 'limit-1',
    });
    await stage.call('listEventSubscriptions', { query: { limit: '200' }, probe: 'limit-200' });
    const asked = holds({ offers: 'checkServiceability' }, stage.claim)
      ? await TWINS.checkServiceability?.(stage)
      : undefined;
    if (asked !== undefined) {
      const { lanes } = asked.body as { readonly lanes: readonly unknown[] };
      const length = Math.min(stage.claim.document.limits.maxBatchItemCount, MOST_LANES);
      await stage.call('checkServiceability', {
        body: { lanes: Array.from({ length }, () => lanes[0]) },
        intent: 'CONTROL',
        probe: 'batch-claimed',
      });
    }
    for (const limit of ['0', '201', 'many'])
      await stage.call('listEventSubscriptions', {
        query: { limit },
        probe: `limit-${limit}`,
        twinOf: twin.seq,
      });
    await stage.call('listEventSubscriptions', {
      query: [
        ['limit', '1'],
        ['limit', '2'],
      ],
      probe: 'limit-twice',
      twinOf: twin.seq,
    });
  },
});
