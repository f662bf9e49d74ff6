import type { ConsigneeView } from '@openwaybill/schemas';
import type { ServedView } from './cell.ts';

/** What a view has of another one: nothing that is in no wider view may be served under a cap. */
const WITHIN: Readonly<Record<ServedView, readonly ServedView[]>> = {
  REFERENCE: ['REFERENCE'],
  ROUTING: ['REFERENCE', 'ROUTING'],
  TAIL: ['REFERENCE', 'TAIL'],
  MASKED: ['REFERENCE', 'ROUTING', 'TAIL', 'MASKED'],
};

const isServed = (view: ConsigneeView['view']): view is ServedView => Object.hasOwn(WITHIN, view);

/** The view that is left where an agreement has a widest view: it limits and never widens. */
export const capped = (view: ServedView, widest: ConsigneeView['view'] | undefined): ServedView =>
  widest === undefined || !isServed(widest) || WITHIN[widest].includes(view) ? view : 'REFERENCE';
