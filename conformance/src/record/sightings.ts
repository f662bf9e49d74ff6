import { sightingsIn } from '@openwaybill/privacy/scan';

/** Kinds of sightings that a masked value of the standard may look like. */
const MASKED = 'weak-mask';

/** Whether any text in a value seems to tell of a person, be it the name of a member. */
export const tellsOfPerson = (value: unknown): boolean => {
  if (typeof value === 'string') return sightingsIn(value).some(({ kind }) => kind !== MASKED);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, member]) => tellsOfPerson(name) || tellsOfPerson(member),
  );
};
