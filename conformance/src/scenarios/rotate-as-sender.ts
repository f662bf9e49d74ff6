import { act } from '../drive/prepare.ts';
import type { EventDraft, Stage } from '../drive/stage.ts';
import type { Step } from '../words.ts';
import { step } from './scenario.ts';

/** The runner replaces its key as a sender does: announced, then signing with both keys, then with the new one. */
export async function* rotateAsSender(
  stage: Stage,
  event: () => Promise<EventDraft>,
): AsyncGenerator<Step, void> {
  yield step('DELIVER', 'The sender replaces its key', '发送方轮换密钥');
  // a system that is driven learns so where the runner is reached
  if (stage.offers('ACTIONS')) await act(stage, 'REPLAY_EVENTS', {});
  await stage.settle();
  await stage.deliver(
    {
      type: 'org.openwaybill.discovery.keys.rotated',
      data: { keyIds: await stage.publishNextKey() },
    },
    { probe: 'rotation-announced', signature: 'BOTH_KEYS' },
  );
  await stage.settle();
  await stage.deliver(await event(), { probe: 'rotation-both-keys', signature: 'BOTH_KEYS' });
  await stage.deliver(await event(), { probe: 'rotation-new-key', signature: 'NEXT_KEY' });
  await stage.settle();
}
