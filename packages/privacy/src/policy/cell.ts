import {
  type CellCondition,
  type ConsigneeView,
  POLICY,
  type PolicyCell,
  type StageColumn,
  type ViewEntry,
  type Viewer,
  type ViewerEntry,
  type ViewName,
} from '@openwaybill/schemas';
import { secondsOf } from '@openwaybill/validate';

/** Where a parcel stands for the policy. */
export type PolicyMoment = {
  readonly stage: ConsigneeView['stage'];
  /** A claim, return or complaint is open, within its periods. */
  readonly isAfterSales?: boolean;
};

/** The column of the matrix: an open case takes the place of the stage. */
export const columnOf = ({ stage, isAfterSales = false }: PolicyMoment): StageColumn =>
  isAfterSales ? 'AFTER_SALES' : stage;

/** What a viewer has in a column, conditions of its row included. */
export const cellOf = (viewer: Viewer, column: StageColumn): PolicyCell => {
  const cell: PolicyCell = POLICY.matrix[viewer][column];
  const { when = [] }: ViewerEntry = POLICY.viewers[viewer];
  return when.length === 0 ? cell : { ...cell, when: [...when, ...(cell.when ?? [])] };
};

/** What the server's own records say of a cell's conditions, and how long the status has held. */
export type CellFacts = {
  readonly holds: (condition: CellCondition) => boolean;
  readonly ageMilliseconds: number;
};

/** For how long a cell counts from the moment that the status began; nothing where it is as long as the stage. */
export const lifeOfCell = ({ within }: PolicyCell): number | undefined =>
  within === undefined ? undefined : secondsOf(within) * 1000;

/** Whether a cell counts at a moment; where it does not, there is nothing. */
export const isOpen = (cell: PolicyCell, { holds, ageMilliseconds }: CellFacts): boolean =>
  (cell.when ?? []).every(holds) && ageMilliseconds <= (lifeOfCell(cell) ?? ageMilliseconds);

/** The views that the operation of a consignee answers by name. */
export type ServedView = Extract<
  ConsigneeView['view'],
  'REFERENCE' | 'ROUTING' | 'TAIL' | 'MASKED'
>;

/** The view that a code of the wire names; nothing where no view has it. */
export const viewOf = (code: string | undefined): ViewName | undefined =>
  (Object.entries(POLICY.views) as readonly (readonly [ViewName, ViewEntry])[]).find(
    ([, view]) => view.code !== undefined && view.code === code,
  )?.[0];

const WIDEST_FIRST = ['masked', 'tail', 'routing', 'reference'] as const;

/**
 * The one view that `getConsigneeView` serves in a cell; nothing where it answers as to an unknown reference. A cell
 * with released views alone serves the reference; after the end no operation takes a reference.
 */
export const servedView = (cell: PolicyCell, column: StageColumn): ServedView | undefined => {
  if (column === 'CLOSED') return undefined;
  const shown = WIDEST_FIRST.find((view) => cell.shows.includes(view));
  if (shown !== undefined) return POLICY.views[shown].code;
  return cell.released === undefined ? undefined : 'REFERENCE';
};
