import { projectSchema } from '@openwaybill/privacy';
import {
  Consignee,
  Consignor,
  nameIn,
  POLICY,
  parcelStatusEntries,
  type Registry,
  renamed,
  VERSION,
  type ViewName,
} from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

const VIEWS = (Object.keys(POLICY.views) as readonly ViewName[]).filter(
  (view) => POLICY.views[view].members.length > 0,
);

/** The closed schema of every view that has members, for the person who receives and the one who sends. */
const schemasOf = (registry: Registry): readonly (readonly [string, string])[] =>
  [Consignee, Consignor].flatMap((person) => {
    // the two are no messages: no contract holds them
    const source = renamed(person, VERSION, registry.version);
    return VIEWS.map((view) => {
      const schema = projectSchema(source, view, registry);
      return [`policy/schemas/${nameIn(String(schema.$id))}.json`, jsonText(schema)] as const;
    });
  });

/** Roles, purposes and stages to views, as data, with the statuses that each stage is made of. */
export const policy: Emitter = (registry) =>
  new Map([
    [
      'policy/views.json',
      jsonText({
        $id: `https://openwaybill.org/policy/${registry.version}/views.json`,
        version: registry.version,
        ...POLICY,
        statuses: Object.fromEntries(
          Object.entries(parcelStatusEntries).map(([status, { stage, closedAfterDays }]) => [
            status,
            { stage, ...(closedAfterDays === undefined ? {} : { closedAfterDays }) },
          ]),
        ),
      }),
    ],
    ...schemasOf(registry),
  ]);
