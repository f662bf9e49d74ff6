import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Stage } from './stage.ts';

const MOST_PAGES = 200;

/** Reads `replayEvents` to its end, and answers the cursor to go on from. */
export const walkReplay = async (
  stage: Stage,
  probe: string,
  from?: string,
): Promise<string | undefined> => {
  let cursor = from;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await stage.call('replayEvents', {
      query: { limit: '200', ...(cursor === undefined ? {} : { cursor }) },
      probe,
    });
    if (!isAccepted(read)) return cursor;
    const { nextCursor, complete } = answerOf(read) ?? {};
    cursor = String(nextCursor);
    if (complete !== false) return cursor;
  }
  return cursor;
};
