import { nameOf, type OperationEntry, type Role, registry } from '@openwaybill/schemas';
import { judge, knownMembers } from '@openwaybill/validate';
import { counterpartOf } from '../drive/identity.ts';
import type { Observed } from './observed.ts';

/** One message by itself, and who sent it. */
export type PlainMessage = {
  readonly role: Role;
  readonly message: unknown;
  readonly at?: string;
  /** Its name in the standard; absent: it is told by its members. */
  readonly name?: string;
};

/** Where a role may send a message of a name. */
type Place = {
  readonly name: string;
  readonly operation: OperationEntry;
  readonly side: 'request' | 'response';
};

const places = new Map<Role, readonly Place[]>();

const placesOf = (role: Role): readonly Place[] => {
  const known = places.get(role);
  if (known !== undefined) return known;
  const made = registry.operations.flatMap((operation): readonly Place[] => [
    ...(operation.calledBy.includes(role) && operation.request !== undefined
      ? [{ name: nameOf(operation.request), operation, side: 'request' as const }]
      : []),
    ...(operation.servedBy.includes(role) && operation.answer.body?.$id !== undefined
      ? [{ name: nameOf(operation.answer.body), operation, side: 'response' as const }]
      : []),
  ]);
  places.set(role, made);
  return made;
};

const membersOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** How much of a message a schema knows, from 0 to 1; one that it meets counts for more. */
const likeness = (name: string, message: unknown): number => {
  const given = membersOf(message);
  if (given.length === 0) return 0;
  const share = membersOf(knownMembers(name, message)).length / given.length;
  return judge(name, message).ok ? share + 1 : share;
};

/** Below this share of known members a message is taken for none of the standard's. */
const ENOUGH = 0.6;

/** Where a message would stand; nothing where the standard has no such message of the role. */
export const placeOf = ({ role, message, name }: PlainMessage): Place | undefined => {
  const mine = placesOf(role);
  if (name !== undefined) return mine.find((one) => one.name === name);
  const isEvent = (message as { readonly specversion?: unknown } | null)?.specversion !== undefined;
  if (isEvent) return mine.find((one) => one.name === 'CloudEvent' && one.side === 'request');
  let best: { readonly place: Place; readonly score: number } | undefined;
  for (const place of mine) {
    const score = likeness(place.name, message);
    if (score >= ENOUGH && score > (best?.score ?? 0)) best = { place, score };
  }
  return best?.place;
};

const encoder = new TextEncoder();

/** A message as the exchange that it would be part of; nothing else of that exchange is known. */
export const observedMessage = (plain: PlainMessage, { operation, side }: Place): Observed => {
  const { role, message } = plain;
  const at = plain.at === undefined ? 0 : Date.parse(plain.at);
  const sent = { headers: [], bytes: encoder.encode(JSON.stringify(message)), at };
  const nothing = { headers: [], bytes: new Uint8Array(), at };
  const other = counterpartOf(role);
  const to =
    side === 'response'
      ? role
      : operation.servedBy.includes(other)
        ? other
        : (operation.servedBy.find((one) => one !== role) ?? other);
  return {
    to,
    method: operation.method,
    url: `http://localhost${operation.path}`,
    request: side === 'request' ? sent : nothing,
    ...(side === 'request'
      ? { unanswered: 'RESET' as const }
      : { response: { ...sent, status: operation.answer.status } }),
    milliseconds: 0,
  };
};
