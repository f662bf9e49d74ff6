import { extensionPointersOf, type Grant, unitOf } from '@openwaybill/privacy';
import {
  nameOf,
  PRIVACY_KINDS,
  type PrivacyClassName,
  privacyMax,
  type Registry,
  type Role,
} from '@openwaybill/schemas';
import { remembered } from '../engine/remembered.ts';

/** Messages that leave one role for another: answers, requests, events; an operation without agreement needs none. */
const messagesTo = (registry: Registry, from: Role, to: Role): ReadonlySet<string> => {
  const agreed = registry.operations.filter(
    ({ agreement, token }) => agreement !== 'none' && token !== 'none',
  );
  const bodies = [
    ...agreed
      .filter(({ servedBy, calledBy }) => servedBy.includes(from) && calledBy.includes(to))
      .map(({ answer }) => answer.body),
    ...agreed
      .filter(({ servedBy, calledBy }) => servedBy.includes(to) && calledBy.includes(from))
      .map(({ request }) => request),
    ...registry.events
      .filter((event) => event.from.includes(from) && event.to.includes(to))
      .map(({ data }) => data),
  ];
  return new Set(
    bodies.flatMap((schema) => {
      if (schema?.$id === undefined) return [];
      return [unitOf({ name: nameOf(schema), schema }).messageName];
    }),
  );
};

/** What is sealed into a message stands above every member of it: an identity number leaves in no other way. */
const SEALED_INTO: Readonly<Record<string, PrivacyClassName>> = {
  RevealGrant: PRIVACY_KINDS['id-number'],
};

/** What follows from the registry alone, and is asked for with every counterparty of every sandbox. */
const known = new WeakMap<Registry, Map<string, readonly Grant[]>>();

const grantsTo = (registry: Registry, from: Role, to: Role): readonly Grant[] =>
  remembered(
    remembered(known, registry, () => new Map<string, readonly Grant[]>()),
    `${from} ${to}`,
    () =>
      [...messagesTo(registry, from, to)].sort().flatMap((messageName) => {
        const maxClass =
          SEALED_INTO[messageName] ??
          privacyMax(registry.schemas, registry.schemas.get(messageName)?.schema);
        return [
          { messageName, pointer: '', toRole: to, maxClass },
          ...extensionPointersOf(messageName, registry).map(
            (pointer): Grant => ({ messageName, pointer, toRole: to, maxClass: 'business' }),
          ),
        ];
      }),
  );

/** What two roles exchange at all, whole and in both directions: the grants of a first agreement. */
export const firstGrants = (registry: Registry, one: Role, other: Role): readonly Grant[] => [
  ...grantsTo(registry, one, other),
  ...(one === other ? [] : grantsTo(registry, other, one)),
];
