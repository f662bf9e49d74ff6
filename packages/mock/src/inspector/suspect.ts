import { ESTATES, GIVEN_NAMES, isFictionPhone, ROADS } from '@openwaybill/privacy';
import { type Sighting, sightingsIn } from '@openwaybill/privacy/scan';
import type { Hidden } from './wire.ts';

const INVENTED_HOST = /\.(?:test|example|invalid|localhost)$/;

/** Whether what looks like a person's is of the people that this project invents. */
const isInvented = (text: string, { kind, offset, length }: Sighting): boolean => {
  const seen = text.slice(offset, offset + length);
  switch (kind) {
    case 'mobile':
    case 'landline':
      return isFictionPhone(seen);
    case 'address':
      return [...ROADS, ...ESTATES].some((one) => text.includes(one));
    case 'name':
      return GIVEN_NAMES.some((one) => text.includes(one));
    case 'e-mail':
      return INVENTED_HOST.test(seen);
    default:
      return false;
  }
};

const textsIn = function* (value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* textsIn(member);
};

/** What in a value seems to be of a real person, by kind; nothing where all is invented. */
export const suspectIn = (value: unknown): Hidden | undefined => {
  const found = new Map<string, { readonly kind: string; readonly form: string }>();
  for (const text of textsIn(value))
    for (const sighting of sightingsIn(text))
      if (!isInvented(text, sighting)) {
        const { kind, form } = sighting;
        found.set(`${kind} ${form}`, { kind, form });
      }
  return found.size === 0 ? undefined : { sightings: [...found.values()] };
};
