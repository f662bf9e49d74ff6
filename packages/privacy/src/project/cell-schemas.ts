import {
  POLICY,
  type PolicyCell,
  type PurposeLimit,
  type Release,
  type StageColumn,
  type Viewer,
} from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate';
import { cellOf, servedView, viewOf } from '../policy/cell.ts';
import { holdsIn, isForViewer } from '../policy/purpose.ts';
import type { Schemas } from '../schema-walk.ts';
import { projectSchema } from './view.ts';

/** What a purpose gives a viewer in a column, beside what is served without one. */
export type Released = {
  readonly view: Release['view'];
  readonly fields: PurposeLimit['fields'];
};

/** The views that a row of the table of purposes releases in a cell; none where it is refused. */
export const releasedIn = (
  viewer: Viewer,
  column: StageColumn,
  limit: PurposeLimit,
): readonly Released[] => {
  if (!isForViewer(limit, viewer) || !holdsIn(limit, column)) return [];
  const { released = [] }: PolicyCell = cellOf(viewer, column);
  const named = released.filter(({ purpose }) => purpose === limit.purpose);
  const views = named.length > 0 ? named.map(({ view }) => view) : besideOf(limit);
  return views.map((view) => ({ view, fields: limit.fields }));
};

/** A purpose beside the cells releases its fields, and a capability where it may reach the person. */
const besideOf = ({ purpose, about, fields, phone }: PurposeLimit): readonly Released['view'][] => {
  const isBeside = (POLICY.besideTheCells as readonly string[]).includes(purpose);
  if (!isBeside && about !== 'consignor') return [];
  return [
    ...(fields.length > 0 ? (['reveal'] as const) : []),
    ...(phone === 'VIRTUAL' ? (['contact'] as const) : []),
  ];
};

const membersOf = (fields: PurposeLimit['fields']): readonly string[] | undefined =>
  fields === 'AS_ORDERED' ? undefined : fields.flatMap((field) => POLICY.fieldMembers[field]);

/** Every closed schema that may leave in a cell: those of ordinary answers, and those of one purpose. */
export const schemasOfCell = (
  source: JsonSchema,
  viewer: Viewer,
  column: StageColumn,
  limit: PurposeLimit | undefined,
  registry: Schemas,
): readonly JsonSchema[] => {
  const view = viewOf(servedView(cellOf(viewer, column), column));
  const released = limit === undefined ? [] : releasedIn(viewer, column, limit);
  return [
    ...(view === undefined ? [] : [projectSchema(source, view, registry)]),
    ...released.flatMap((one) =>
      one.view === 'contact'
        ? []
        : [
            projectSchema(
              source,
              one.view,
              registry,
              one.view === 'reveal' ? membersOf(one.fields) : undefined,
            ),
          ],
    ),
  ];
};
