import { POLICY, parcelStatusEntries } from '@openwaybill/schemas';
import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';

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
  ]);
