import { isOfPolicy, type Waiver, withWaivers } from '../waivers.ts';
import type { Finding } from './change.ts';

/** What a waiver names a finding by: `OrderSubmission /payMode`, or what differs where there is no place. */
export const placeOf = ({ subject, pointer, at }: Finding): string =>
  pointer === '' && at !== undefined && subject.kind !== 'schema'
    ? `${subject.name} ${at}`
    : `${subject.name} ${pointer}`.trim();

/** The findings of a diff with their waivers, and the waivers of the policy that are no help to this release. */
export const applyWaivers = (
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  release: string,
  today: string,
) =>
  withWaivers(
    findings,
    waivers.filter(isOfPolicy),
    { release, today },
    { placeOf, isForbidden: ({ verdict }) => verdict === 'forbidden' },
  );
