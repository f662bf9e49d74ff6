import type { LabelData } from '@openwaybill/schemas';
import { base64 } from '@openwaybill/validate';
import { digestOf } from '../../engine/idempotency.ts';
import { remembered } from '../../engine/remembered.ts';
import type { System } from '../../engine/system.ts';

/** A label as it was drawn. */
export type DrawnLabel = Pick<LabelData, 'content' | 'contentSha256'>;

/** Labels that are remembered: a label is fetched or printed soon after its waybill was made. */
const MOST = 64;

const drawn = new WeakMap<System, Map<string, Promise<DrawnLabel>>>();

/** A label by everything that decides its bytes. Drawing one takes longer than all else about a waybill, so none is drawn again. */
export const drawnLabel = (
  system: System,
  decidedBy: unknown,
  draw: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<DrawnLabel> => {
  const known = remembered(drawn, system, () => new Map<string, Promise<DrawnLabel>>());
  const key = JSON.stringify(decidedBy);
  const made = remembered(known, key, async () => {
    const bytes = await draw();
    return { content: base64(bytes), contentSha256: await digestOf(system.options, bytes) };
  });
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return made.catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
};
