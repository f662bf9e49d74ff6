import { PRIVACY_CLASSES } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate/light';
import type { Change } from './change.ts';
import { fromTo, isSame } from './words.ts';

/** What is written into logs, least first, and how long things are kept, shortest first: more shows more. */
const LOG = ['never', 'masked', 'allowed'];
const RETENTION = ['transient', 'day', 'delivery', 'claim', 'record', 'contract'];

type Mark = Readonly<Record<string, unknown>>;

const markOf = (node: JsonSchema): Mark => (node['x-privacy'] ?? {}) as Mark;

/** Above nought: now more is hidden. Below: less is, or it cannot be known. */
const hiddenMore = (facet: string, before: unknown, now: unknown): number => {
  const inOrder = (order: readonly string[]): number =>
    order.indexOf(String(now)) - order.indexOf(String(before));
  switch (facet) {
    case 'class':
      return inOrder(PRIVACY_CLASSES);
    case 'mask':
      return before === undefined ? 1 : -1;
    case 'log':
      return now === undefined ? -1 : before === undefined ? 1 : -inOrder(LOG);
    case 'retention':
      return now === undefined ? -1 : before === undefined ? 1 : -inOrder(RETENTION);
    default:
      return 0;
  }
};

/** What differs in the privacy of one place: its class, mask, log, time of keeping, kind and subject. */
export const comparePrivacy = (
  before: JsonSchema,
  now: JsonSchema,
  place: Pick<Change, 'subject' | 'pointer'>,
): readonly Change[] => {
  const [old, young] = [markOf(before), markOf(now)];
  const facets = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  return facets.flatMap((facet): readonly Change[] => {
    if (isSame(old[facet], young[facet])) return [];
    const difference = hiddenMore(facet, old[facet], young[facet]);
    return [
      {
        rule: difference === 0 ? 'CMP-018' : difference > 0 ? 'CMP-101' : 'CMP-100',
        ...place,
        at: `x-privacy.${facet}`,
        what: fromTo(`x-privacy ${facet}`, old[facet], young[facet]),
      },
    ];
  });
};

/** Whether an event may carry a member of this place (nothing above class `pseudonymous`). */
export const isFitForEvents = (node: JsonSchema): boolean =>
  PRIVACY_CLASSES.indexOf(markOf(node).class as never) <= PRIVACY_CLASSES.indexOf('pseudonymous');
