import {
  POLICY,
  type PurposeLimit,
  type StageColumn,
  type Viewer,
  type ViewerEntry,
} from '@openwaybill/schemas';

/** Whether a row of the table of purposes is one of a viewer. */
export const isForViewer = (limit: PurposeLimit, viewer: Viewer): boolean => {
  const { role, facet, withPurpose }: ViewerEntry = POLICY.viewers[viewer];
  if (role === undefined || !limit.roles.includes(role)) return false;
  if (facet !== undefined && limit.facets !== undefined && !limit.facets.includes(facet))
    return false;
  const needed = Object.values(POLICY.viewers as Readonly<Record<string, ViewerEntry>>).some(
    (one) => one.withPurpose === limit.purpose,
  );
  return !needed || withPurpose === limit.purpose;
};

/** Whether a row of the table of purposes holds in a column; "every stage" holds while a case is open, too. */
export const holdsIn = (limit: PurposeLimit, column: StageColumn): boolean =>
  column === 'AFTER_SALES'
    ? limit.afterSales === true || limit.stages.includes('CLOSED')
    : limit.stages.includes(column);
