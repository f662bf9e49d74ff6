import { type Role, registry, SERVING_ROLES } from '@openwaybill/schemas';
import { fromBase64 } from '@openwaybill/validate';
import { isDocument } from '../config/document-form.ts';
import { counterpartOf } from '../drive/identity.ts';
import { routeOf } from '../drive/operations.ts';
import { headerOf } from '../transcript/body.ts';
import type { HeaderList } from '../transcript/format.ts';
import type { CapabilityDocument } from '../words.ts';
import { assumedDocument } from './assumed-claim.ts';
import type { Observed, ObservedMessage } from './observed.ts';
import type { ObservedParty } from './observed-head.ts';

type HarHeader = { readonly name: string; readonly value: string };
type HarEntry = {
  readonly startedDateTime: string;
  readonly time?: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: readonly HarHeader[];
    readonly postData?: { readonly text?: string };
  };
  readonly response: {
    readonly status: number;
    readonly headers?: readonly HarHeader[];
    readonly content?: { readonly text?: string; readonly encoding?: string };
  };
};

const encoder = new TextEncoder();

const headersOf = (headers: readonly HarHeader[] | undefined): HeaderList =>
  // browsers write those of HTTP/2 that are no headers, too
  (headers ?? []).flatMap(({ name, value }) => (name.startsWith(':') ? [] : [[name, value]]));

const isEntry = (value: unknown): value is HarEntry => {
  const { startedDateTime, request, response } = (value ?? {}) as Partial<HarEntry>;
  return (
    !Number.isNaN(Date.parse(String(startedDateTime))) &&
    typeof request?.method === 'string' &&
    URL.canParse(String(request.url)) &&
    typeof response?.status === 'number'
  );
};

/** The entries of a HAR 1.2 file; nothing where the value is none. */
export const harEntries = (value: unknown): readonly HarEntry[] | undefined => {
  const { entries } =
    ((value ?? {}) as { readonly log?: { readonly entries?: unknown } }).log ?? {};
  return Array.isArray(entries) ? entries.filter(isEntry) : undefined;
};

const answered = ({ response, time, startedDateTime }: HarEntry): Pick<Observed, 'response'> => {
  const { text = '', encoding } = response.content ?? {};
  const bytes = encoding === 'base64' ? fromBase64(text) : encoder.encode(text);
  const message: ObservedMessage & { readonly status: number } = {
    status: response.status,
    headers: headersOf(response.headers),
    bytes: bytes ?? new Uint8Array(),
    at: Date.parse(startedDateTime) + (time ?? 0),
  };
  return { response: message };
};

const documentIn = (entries: readonly HarEntry[]): CapabilityDocument | undefined => {
  for (const { request, response } of entries)
    if (
      request.method === 'GET' &&
      new URL(request.url).pathname === '/.well-known/openwaybill' &&
      response.status === 200
    )
      try {
        const document: unknown = JSON.parse(response.content?.text ?? '');
        if (isDocument(document)) return document;
      } catch {
        // an answer that is no document says nothing of its role
      }
  return undefined;
};

/** The roles that may serve all that was asked of one origin. */
const servingRoles = (entries: readonly HarEntry[]): readonly Role[] => {
  const claimed = documentIn(entries)?.claims?.map(({ role }) => role);
  if (claimed !== undefined && claimed.length > 0) return [...new Set(claimed)];
  const routed = entries.flatMap(({ request }) => {
    const { pathname } = new URL(request.url);
    const route = routeOf(SERVING_ROLES, request.method, pathname);
    return route === undefined ? [] : [route.operation.servedBy];
  });
  return routed.length === 0
    ? []
    : SERVING_ROLES.filter((role) => routed.every((servedBy) => servedBy.includes(role)));
};

/** Entries by the origin that was asked. */
const byOrigin = (entries: readonly HarEntry[]): readonly (readonly HarEntry[])[] => {
  const groups = new Map<string, HarEntry[]>();
  for (const entry of entries) {
    const { origin } = new URL(entry.request.url);
    groups.set(origin, [...(groups.get(origin) ?? []), entry]);
  }
  return [...groups.values()];
};

/** Only what is no production marks its answers. */
const environmentOf = (observed: readonly Observed[]): CapabilityDocument['environment'] =>
  observed.some(({ response }) => headerOf(response?.headers, 'OpenWaybill-Sandbox') !== undefined)
    ? 'SANDBOX'
    : 'PRODUCTION';

/** What a HAR file shows: its exchanges by the roles that answered, and what those claim. */
export type HarTraffic = {
  readonly observed: readonly Observed[];
  readonly parties: readonly ObservedParty[];
};

/** Reads the traffic of a role from a HAR file: origins that it may serve are its own, others are of those it calls. */
export const harTraffic = (entries: readonly HarEntry[], role: Role): HarTraffic => {
  const observed: Observed[] = [];
  const documents = new Map<Role, CapabilityDocument>();
  for (const mine of byOrigin(entries)) {
    const roles = servingRoles(mine);
    const to = roles.includes(role) ? role : roles[0];
    if (to === undefined) continue;
    const document = documentIn(mine);
    if (document !== undefined) documents.set(to, document);
    for (const entry of mine)
      observed.push({
        to,
        method: entry.request.method,
        url: entry.request.url,
        request: {
          headers: headersOf(entry.request.headers),
          bytes: encoder.encode(entry.request.postData?.text ?? ''),
          at: Date.parse(entry.startedDateTime),
        },
        // browsers write 0 where there was no answer
        ...(entry.response.status === 0 ? { unanswered: 'RESET' as const } : answered(entry)),
        milliseconds: Math.round(entry.time ?? 0),
      });
  }
  observed.sort((a, b) => a.request.at - b.request.at);
  const roles = new Set([role, counterpartOf(role), ...observed.map(({ to }) => to)]);
  return {
    observed,
    parties: [...roles]
      .filter((one) => registry.operations.some(({ servedBy }) => servedBy.includes(one)))
      .map((one) => ({
        role: one,
        document: documents.get(one) ?? assumedDocument(one, environmentOf(observed)),
      })),
  };
};

/** The roles that a HAR file may be judged for, where it is not said. */
export const harRoles = (entries: readonly HarEntry[]): readonly Role[] => [
  ...new Set(byOrigin(entries).flatMap(servingRoles)),
];
