import { isPage, nameIn, nameOf, type OperationEntry } from '@openwaybill/schemas';
import { type Answer, type Behaviour, type Call, callerOf } from '../engine/call.ts';
import { uuid7 } from '../engine/invent.ts';
import { command } from '../engine/lifecycle.ts';
import { pageAnswer } from '../engine/page.ts';
import { Refusal } from '../engine/refusal.ts';
import { demandRevision } from '../engine/revision.ts';
import { isSameValue } from '../engine/same-value.ts';
import { takenName } from '../erasures/forget.ts';
import { changeResource, collectionNamed, type Found, findResource } from './change.ts';
import { type Collection, collectionOf } from './collection.ts';
import type { Happening, Resource } from './hooks.ts';
import { isNamed } from './is-named.ts';
import { keyOf } from './key-of.ts';

const happeningOf = (call: Call, owner: string): Happening => ({
  system: call.system,
  unit: call.unit,
  now: call.now,
  owner,
  ...(call.caller === undefined ? {} : { caller: call.caller }),
  on: call.operation.name,
  path: call.path,
  body: call.body ?? {},
});

const pick = (members: readonly string[], from: Resource): Resource =>
  Object.fromEntries(
    members.flatMap((member) => (from[member] === undefined ? [] : [[member, from[member]]])),
  );

/** What leaves: the resource, or of it what the answer of the operation names. */
const shown = (call: Call, collection: Collection, resource: Resource): unknown => {
  const { body } = call.operation.answer;
  if (body === undefined) return undefined;
  const seen = collection.hooks.show?.(resource, call.caller) ?? resource;
  return nameOf(body) === collection.schema ? seen : pick(Object.keys(body.properties ?? {}), seen);
};

const answer = (
  call: Call,
  collection: Collection,
  resource: Resource,
  status: number = call.operation.answer.status,
): Answer => {
  const body = shown(call, collection, resource);
  return { status, ...(body === undefined ? {} : { body }) };
};

const present = async (call: Call, collection: Collection): Promise<Found> => {
  const id = call.path[collection.id] ?? '';
  const found = await findResource(call.unit, collection, callerOf(call).partyId, id);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  return found;
};

/** The state after a command, where the resource has a lifecycle that names it. */
const moved = async (
  happening: Happening,
  collection: Collection,
  before: Resource | undefined,
): Promise<Resource> => {
  const { lifecycle, hooks } = collection;
  const isNamedHere = lifecycle?.transitions.some((row) => row.on === happening.on);
  if (lifecycle === undefined || isNamedHere !== true) return {};
  const guards = (await hooks.guards?.(happening, before)) ?? {};
  return { status: command(lifecycle, before?.status, happening.on, guards).to };
};

/** Members that a new resource needs and its maker leaves to this system: who it is, and when it came. */
const filled = (happening: Happening, collection: Collection, given: Resource): Resource => {
  const { system, now } = happening;
  const absent = collection.required.filter((member) => given[member] === undefined);
  const dated = absent.filter((member) => member.endsWith('At'));
  return {
    ...given,
    ...(absent.includes(collection.id)
      ? { [collection.id]: uuid7(system.random, Date.parse(now)) }
      : {}),
    ...Object.fromEntries(dated.map((member) => [member, now])),
  };
};

const make = async (call: Call, collection: Collection, given: Resource): Promise<Resource> => {
  const happening = happeningOf(call, callerOf(call).partyId);
  const draft = {
    ...pick(collection.members, given),
    ...(await moved(happening, collection, undefined)),
  };
  return changeResource(happening, collection, filled(happening, collection, draft), undefined);
};

/** The same again is the same; another under the same name is refused. */
const repeated = (call: Call, collection: Collection, { owner, resource }: Found): Answer => {
  const given = pick(collection.members, call.body);
  const isSame =
    owner === callerOf(call).partyId && isSameValue(pick(Object.keys(given), resource), given);
  if (isSame && call.operation.answer.also?.includes(200) === true)
    return answer(call, collection, resource, 200);
  const isConflict = call.operation.problems.includes('EVENT_ID_CONFLICT');
  throw new Refusal(isConflict ? 'EVENT_ID_CONFLICT' : 'DUPLICATE');
};

const create =
  (collection: Collection): Behaviour =>
  async (call) => {
    const id: unknown = call.body?.[collection.id];
    const known =
      typeof id === 'string'
        ? await findResource(call.unit, collection, callerOf(call).partyId, id)
        : undefined;
    if (known !== undefined) return repeated(call, collection, known);
    const isErased =
      typeof id === 'string' &&
      (await takenName(
        call.unit,
        collection.name,
        keyOf(collection, callerOf(call).partyId, id),
      )) !== undefined;
    if (isErased) throw new Refusal('DUPLICATE');
    return answer(call, collection, await make(call, collection, call.body));
  };

const put =
  (collection: Collection): Behaviour =>
  async (call) => {
    const { partyId } = callerOf(call);
    const id = call.path[collection.id] ?? '';
    const given = { ...call.body, [collection.id]: id };
    const found = await findResource(call.unit, collection, partyId, id);
    if (found === undefined) {
      if (call.ifMatch !== undefined) throw new Refusal('REVISION_STALE');
      const status = call.operation.answer.also?.includes(201) === true ? 201 : undefined;
      return answer(call, collection, await make(call, collection, given), status);
    }
    const { owner, resource } = found;
    if (owner !== partyId) throw new Refusal('ROLE_NOT_PERMITTED');
    if (call.ifMatch === undefined) throw new Refusal('PRECONDITION_REQUIRED');
    demandRevision({ revision: resource.revision }, call.ifMatch);
    const happening = happeningOf(call, owner);
    const draft = {
      // what the system itself has said of it stays
      ...pick(['status'], resource),
      ...pick(collection.members, given),
      ...(await moved(happening, collection, resource)),
    };
    return answer(
      call,
      collection,
      await changeResource(happening, collection, filled(happening, collection, draft), resource),
    );
  };

const read =
  (collection: Collection): Behaviour =>
  async (call) =>
    answer(call, collection, (await present(call, collection)).resource);

const list =
  (collection: Collection): Behaviour =>
  (call) =>
    pageAnswer(
      call,
      {
        collection: collection.name,
        ...(collection.isShared ? {} : { owner: callerOf(call).partyId }),
      },
      (row) => {
        const resource = row.body as Resource;
        return collection.hooks.show?.(resource, call.caller) ?? resource;
      },
      (row) =>
        Object.entries(call.query).every(
          ([name, value]) =>
            ['cursor', 'limit', 'updatedSince'].includes(name) ||
            isNamed(row.body as Resource, name, value),
        ),
    );

/** A command, or an amendment: members of the body that the resource has are taken over. */
const act =
  (collection: Collection): Behaviour =>
  async (call) => {
    const { owner, resource } = await present(call, collection);
    const happening = happeningOf(call, owner);
    const isOwn = owner === callerOf(call).partyId;
    // who only reads it finds nothing to command
    if (!(collection.hooks.mayAct?.(happening, resource) ?? isOwn)) throw new Refusal('NOT_FOUND');
    if (call.operation.method === 'PATCH')
      demandRevision({ revision: resource.revision }, call.ifMatch);
    const status = await moved(happening, collection, resource);
    const given = pick(
      collection.members.filter((member) => member !== collection.id),
      call.body ?? {},
    );
    const cleared: readonly string[] = call.body?.clear ?? [];
    const kept = Object.fromEntries(
      Object.entries(resource).filter(([member]) => !cleared.includes(member)),
    );
    const next = await changeResource(
      happening,
      collection,
      { ...kept, ...given, ...status },
      resource,
    );
    return answer(call, collection, next);
  };

type Form = (collection: Collection) => Behaviour;

const FORMS: readonly {
  readonly path: RegExp;
  readonly form: (operation: OperationEntry) => Form | undefined;
}[] = [
  {
    path: /^\/v1\/[a-z-]+$/,
    form: ({ method, answer: { body } }) => {
      if (method === 'GET') return isPage(body) ? list : undefined;
      // what has no stored members is worked out, and not kept
      return method === 'POST' && body?.properties?.createdAt !== undefined ? create : undefined;
    },
  },
  {
    path: /^\/v1\/[a-z-]+\/\{\w+\}$/,
    form: ({ method }) => (({ GET: read, PUT: put, PATCH: act }) as Record<string, Form>)[method],
  },
  {
    path: /^\/v1\/[a-z-]+\/\{\w+\}\/[a-z-]+$/,
    form: ({ method, lifecycle }) =>
      method === 'POST' && lifecycle !== undefined ? act : undefined,
  },
];

/** Whether a page lists the resources of its collection and nothing else. */
const listsItsOwn = (operation: OperationEntry, schema: string): boolean => {
  const { body } = operation.answer;
  const id: unknown = isPage(body) ? body?.properties?.items?.items?.$ref : undefined;
  return typeof id !== 'string' || nameIn(id) === schema;
};

/**
 * What the registry alone says that an operation does: create, read, list, put, amend or command a resource. Nothing
 * for an operation of another form, which needs a behaviour of its module.
 */
export const plainBehaviourOf = (operation: OperationEntry): Behaviour | undefined => {
  const form = FORMS.find(({ path }) => path.test(operation.path))?.form(operation);
  if (form === undefined) return undefined;
  return (call) => {
    const collection = collectionNamed(call.system, collectionOf(operation));
    if (!listsItsOwn(operation, collection.schema))
      throw new Error(`${operation.name} lists no ${collection.schema}`);
    return form(collection)(call);
  };
};

/** The plain form of an operation, for a behaviour that adds to it. */
export const performPlainly: Behaviour = (call) => {
  const behaviour = plainBehaviourOf(call.operation);
  if (behaviour === undefined) throw new Error(`${call.operation.name} is of no plain form`);
  return behaviour(call);
};
