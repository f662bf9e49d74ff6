import { target } from '@openwaybill/privacy';
import { codeListOf, type Lifecycle, nameIn, type Registry } from '@openwaybill/schemas';
import { type JsonSchema, parseJson } from '@openwaybill/validate';
import type { System } from '../engine/system.ts';
import type { StoredEvent } from '../events/outbox.ts';
import { additionsOf } from '../later/later-form.ts';
import { type LaterGroup, metKey } from '../later/met.ts';
import type { Row } from '../store/store.ts';
import type { Commit, Recorded, Recorder } from './recorder.ts';
import type { Coverage, CoverageGroup } from './wire.ts';

type Counts = Map<string, number>;
/** How often a tenant met each thing, by kind and name. */
type Met = Readonly<Record<Exclude<CoverageGroup['kind'], 'later'>, Counts>>;

const nothingMet = (): Met => ({
  operations: new Map(),
  states: new Map(),
  transitions: new Map(),
  codes: new Map(),
  problems: new Map(),
  events: new Map(),
});

const count = (counts: Counts, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Every code in a value, with the list that its schema takes it from. */
const codesIn = function* (
  registry: Registry,
  written: JsonSchema,
  value: unknown,
): Generator<string> {
  if (typeof value === 'string') {
    const name = typeof written.$ref === 'string' ? nameIn(written.$ref) : undefined;
    const list = name === undefined ? undefined : registry.schemas.get(name)?.schema;
    if (list !== undefined && codeListOf(list) !== undefined) yield `${name} ${value}`;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const schema = target(written, value, registry);
  if (schema === undefined) return;
  if (Array.isArray(value)) {
    const items = schema.items as JsonSchema | undefined;
    if (items !== undefined) for (const item of value) yield* codesIn(registry, items, item);
    return;
  }
  const properties = schema.properties as Readonly<Record<string, JsonSchema>> | undefined;
  for (const [name, member] of Object.entries(value)) {
    const property = properties?.[name];
    if (property !== undefined) yield* codesIn(registry, property, member);
  }
};

const EVENT_PREFIX = /^org\.openwaybill\./;

/** The state of a stored thing, wherever its body keeps it. */
const stateIn = ({ collection, body }: Row): string | undefined => {
  const kept = body as Readonly<Record<string, unknown>> | null;
  const inner = (kept?.[collection] ?? kept) as Readonly<Record<string, unknown>> | null;
  const state = inner?.status ?? kept?.state;
  return typeof state === 'string' ? state : undefined;
};

/** Counts for one mock what each tenant meets of the standard, from what its recorder keeps and is about to forget. */
export const createCoverage = (system: System, recorder: Recorder) => {
  const { registry } = system.options;
  const byTenant = new Map<string, Met>();
  /** The last known state of what has a lifecycle. */
  const states = new Map<string, string>();
  let exchangeSeq = 0;
  let commitSeq = 0;

  const metBy = (tenant: string): Met => {
    const known = byTenant.get(tenant) ?? nothingMet();
    byTenant.set(tenant, known);
    return known;
  };

  const lifecycleOf = (collection: string): Lifecycle | undefined =>
    registry.lifecycles.find(({ entity }) => entity === collection) ??
    system.collections.get(collection)?.lifecycle;

  const noteCodes = (met: Met, schema: JsonSchema | undefined, value: unknown): void => {
    if (schema === undefined) return;
    for (const code of codesIn(registry, { $ref: schema.$id ?? '' }, value)) count(met.codes, code);
  };

  const noteExchange = ({ seq, tenant, operation, answer, bytes }: Recorded): void => {
    if (seq <= exchangeSeq) return;
    exchangeSeq = seq;
    const met = metBy(tenant);
    const problem = (answer.body as { readonly code?: unknown } | undefined)?.code;
    if (answer.status >= 400 && typeof problem === 'string') count(met.problems, problem);
    if (operation === undefined) return;
    count(met.operations, operation.name);
    if (answer.status >= 400) return;
    const parsed = operation.request === undefined ? undefined : parseJson(new Uint8Array(bytes));
    if (parsed?.ok === true) noteCodes(met, operation.request as JsonSchema, parsed.value);
    noteCodes(met, operation.answer.body as JsonSchema | undefined, answer.body);
  };

  const noteState = (row: Row): void => {
    const lifecycle = lifecycleOf(row.collection);
    const state = stateIn(row);
    if (lifecycle === undefined || state === undefined) return;
    const key = `${row.collection}/${row.id}`;
    const before = states.get(key);
    if (before === state) return;
    states.set(key, state);
    const met = metBy(row.owner);
    count(met.states, `${lifecycle.entity} ${state}`);
    count(met.transitions, `${lifecycle.entity} ${before ?? ''}→${state}`);
  };

  const noteCommit = ({ seq, changes }: Commit): void => {
    if (seq <= commitSeq) return;
    commitSeq = seq;
    for (const change of changes) {
      if (change.kind !== 'put') continue;
      noteState(change.row);
      if (change.row.collection !== 'event') continue;
      const { type, data } = change.row.body as StoredEvent;
      const met = metBy(change.row.owner);
      count(met.events, type);
      const schema = registry.events.find((one) => one.type === type)?.data;
      noteCodes(met, schema as JsonSchema | undefined, data);
    }
  };

  recorder.onForgetting = (gone) =>
    'exchange' in gone ? noteExchange(gone.exchange) : noteCommit(gone.commit);

  return (tenant: string): Coverage => {
    for (const exchange of recorder.exchanges) noteExchange(exchange);
    for (const commit of recorder.commits) noteCommit(commit);
    const mine = metBy(tenant);
    const anybody = metBy('');
    const met = (kind: keyof Met, id: string): number =>
      (mine[kind].get(id) ?? 0) + (tenant === '' ? 0 : (anybody[kind].get(id) ?? 0));
    const group = (
      kind: keyof Met,
      items: readonly (Omit<CoverageGroup['items'][number], 'count'> & { readonly key?: string })[],
    ): CoverageGroup => ({
      kind,
      items: items.map(({ key, ...item }) => ({ ...item, count: met(kind, key ?? item.id) })),
    });
    const { role } = system.options;
    return {
      since: system.options.worldStart,
      groups: [
        group(
          'operations',
          registry.operations
            .filter(({ servedBy }) => servedBy.includes(role))
            .map(({ name, title, module }) => ({ id: name, title, group: module })),
        ),
        group(
          'states',
          registry.lifecycles.flatMap(({ entity, states: all }) =>
            Object.entries(all).map(([state, title]) => ({
              id: state,
              key: `${entity} ${state}`,
              title: { en: title.en, zh: title.zh },
              group: entity,
            })),
          ),
        ),
        group('transitions', registry.lifecycles.flatMap(movesOf)),
        group(
          'codes',
          registry.codeLists.flatMap(({ name, codes }) =>
            Object.entries(codes).map(([code, { en, zh }]) => ({
              id: code,
              key: `${name} ${code}`,
              title: { en, zh },
              group: name,
            })),
          ),
        ),
        group(
          'problems',
          Object.entries(registry.problems).map(([code, { title, status }]) => ({
            id: code,
            title,
            group: String(status),
          })),
        ),
        group(
          'events',
          registry.events.map(({ type, title, module }) => ({
            id: type.replace(EVENT_PREFIX, ''),
            key: type,
            title,
            group: module,
          })),
        ),
        ...(system.options.isLater === true ? [laterGroup(system, tenant)] : []),
      ],
    };
  };
};

/** What the later minor that is spoken has beyond this one, and how often it went to a tenant. */
const laterGroup = ({ options, later, laterMet }: System, tenant: string): CoverageGroup => {
  const counts = laterMet.of(tenant);
  const event = later.eventOf(options.role)?.type;
  const problems = Object.values(options.registry.problems).map(
    ({ status }) => later.problemOf(status)?.code,
  );
  const named = (group: LaterGroup, ids: readonly (string | undefined)[]) =>
    [...new Set(ids)].flatMap((id) => (id === undefined ? [] : [{ group, id }]));
  const all = [
    ...additionsOf(options.registry, later),
    ...named('problems', problems),
    ...named('events', [event]),
  ];
  return {
    kind: 'later',
    items: all.map(({ group, id }) => ({
      id: group === 'events' ? id.replace(EVENT_PREFIX, '') : id,
      group,
      count: counts.get(metKey(group, id)) ?? 0,
    })),
  };
};

/** Every move of a table from one state into another, once, whatever leads to it. */
const movesOf = ({ entity, transitions }: Lifecycle) => {
  const moves = new Map<string, { id: string; key: string; group: string; on: Set<string> }>();
  for (const { from, to, on } of transitions)
    for (const state of from.length === 0 ? [''] : from) {
      if (to === 'SAME' || to === state) continue;
      const id = `${state}→${to}`;
      const known = moves.get(id) ?? {
        id: state === '' ? `→ ${to}` : `${state} → ${to}`,
        key: `${entity} ${id}`,
        group: entity,
        on: new Set<string>(),
      };
      known.on.add(on);
      moves.set(id, known);
    }
  return [...moves.values()].map(({ on, ...move }) => ({
    ...move,
    title: { en: [...on].join(', '), zh: [...on].join('、') },
  }));
};

export type CoverageReader = ReturnType<typeof createCoverage>;
