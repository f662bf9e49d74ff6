import { randomBytes, randomUUID } from 'node:crypto';
import type { Audit, Entry } from './audit.ts';
import { secondsOf } from './consignee-forms.ts';
import type { Bag } from './form.ts';
import { contactColumns, type Purpose, rowsOf } from './policy.ts';
import { sealed } from './sealing.ts';
import type { Store } from './store.ts';
import type { Person, Vault } from './vault.ts';
import {
  broken,
  type Call,
  type Client,
  each,
  type Reply,
  type Route,
  refuse,
  route,
  type World,
} from './wire.ts';

/** Most reveals in an hour: of an actor, of an actor who delivers, of an organisation; and ever of a parcel. */
export const QUOTAS = {
  actorHourlyCount: 100,
  lastMileHourlyCount: 100,
  organisationHourlyCount: 200,
  organisationPercent: 100,
  parcelGrantCount: 3,
};
const ASKING = 'courier merchant isv locker service-point customs-agent regulator'.split(' ');
const BINDING = 'courier merchant isv locker service-point'.split(' ');
const HOUR = 3600_000;
const BY_PARCEL = ['FULFIL_LABEL', 'FULFIL_DELIVER'];
/** Seconds in which an approval is decided. */
const APPROVAL = 1800;
/** Whom an entry of the log is about, where nobody looked who it is. */
const NOBODY = {};

type Grant = {
  readonly revealId: string;
  readonly client: Client;
  readonly person: Person;
  readonly body: Bag;
  readonly row: Purpose;
  readonly at: number;
  status: string;
  uses: number;
  until: number;
  receipt: Bag;
};
type Binding = {
  readonly bindingId: string;
  readonly person: Person;
  readonly owner: string;
  readonly purpose: string;
  readonly until: number;
  readonly answer: Bag;
};

const isByParcel = ({ body }: Grant): boolean => BY_PARCEL.includes(String(body.purpose));

/** Reveals and contacts: who may have what in clear, judged gate by gate, with an entry in the log for each answer. */
export const openReveals = (
  { partyId, now }: World,
  { stamp }: Store,
  vault: Vault,
  audit: Audit,
  inForce: (party: string) => readonly { readonly value: Bag }[],
  emit: (party: string, type: string, subject: string, data: Bag) => void,
) => {
  const grants = new Map<string, Grant>();
  const bindings = new Map<string, Binding>();
  let tail = 0;
  const log = (
    client: Client,
    person: object,
    outcome: string,
    { purpose, fields, actor }: Bag,
    gate?: string,
  ): Bag => {
    const entry: Entry['entry'] = {
      entryId: randomUUID(),
      recordedAt: stamp(),
      organisation: { partyId: client.partyId, role: client.role },
      ...(actor === undefined ? {} : { actorId: (actor as Bag).actorId }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(fields === undefined ? {} : { fields }),
      outcome,
      ...(gate === undefined ? {} : { gate }),
    };
    return audit.add({ entry, party: client.partyId, person });
  };
  /** A number that stands for a real one, and shows nothing of it. */
  const virtual = (person: Person): string => {
    do tail = (tail + 1) % 10_000;
    while (vault.phoneOf(person).endsWith(String(tail).padStart(4, '0')));
    return `+86100000${String(tail).padStart(4, '0')}`;
  };
  const hourly = (isMine: (grant: Grant) => boolean): number =>
    [...grants.values()].filter((one) => one.at > now() - HOUR && isMine(one)).length;

  /** The first gate that fails, with its problem. */
  const gateOf = (
    client: Client,
    person: Person,
    body: Bag,
    isCounted: boolean,
  ): readonly [gate: string, code: string] | Purpose => {
    const purpose = String(body.purpose);
    const { partyId: party, role, facet } = client;
    const agreements = inForce(party);
    const isAgreed = agreements.some(({ value }) => (value.purposes as string[]).includes(purpose));
    if (agreements.length === 0) return ['AGREEMENT', 'AGREEMENT_MISSING'];
    const rows = rowsOf(purpose, role, facet).filter(
      ({ isOfConsignor }) => (isOfConsignor === true) === (body.consignorRef !== undefined),
    );
    if (!isAgreed) return ['AGREEMENT', 'PURPOSE_NOT_GRANTED'];
    if (rows.length === 0) return ['ROLE', 'PURPOSE_NOT_GRANTED'];
    const { column, actorId } = vault.stateOf(person);
    const row = rows.find(({ columns }) => columns.includes(column));
    if (row === undefined) return ['STAGE', 'STAGE_NOT_PERMITTED'];
    if (row.isAssigned && actorId !== (body.actor as Bag).actorId)
      return ['ASSIGNMENT', 'ASSIGNMENT_REQUIRED'];
    if (!(body.fields as string[]).every((one) => row.fields.includes(one)))
      return ['PURPOSE', 'PURPOSE_FIELD_MISMATCH'];
    if (row.approval === 'CONSENT' && person.basis !== 'CONSENT')
      return ['CONSENT', 'CONSENT_MISSING'];
    const actor = String((body.actor as Bag).actorId);
    const mine = (one: Grant): boolean => one.client.partyId === party;
    const isActors = (one: Grant): boolean =>
      mine(one) && (one.body.actor as Bag).actorId === actor;
    const isSame = (one: Grant): boolean =>
      mine(one) && one.body.purpose === purpose && one.client.facet === facet;
    // those that deliver a parcel are counted by parcel, all others by the hour
    const isOver = BY_PARCEL.includes(purpose)
      ? [...grants.values()].filter(
          (one) => isSame(one) && one.person === person && one.status !== 'DENIED',
        ).length >= QUOTAS.parcelGrantCount ||
        (facet === 'LAST_MILE' &&
          hourly((one) => isSame(one) && isActors(one)) >= QUOTAS.lastMileHourlyCount)
      : hourly((one) => isActors(one) && !isByParcel(one)) >= QUOTAS.actorHourlyCount ||
        hourly((one) => mine(one) && !isByParcel(one)) >= QUOTAS.organisationHourlyCount;
    if (isCounted && isOver) return ['QUOTA', 'REVEAL_QUOTA_EXCEEDED'];
    if (row.approval !== undefined && body.authentication !== 'MFA')
      return ['STEP_UP', 'STEP_UP_REQUIRED'];
    return row;
  };
  const passed = (client: Client, person: Person, body: Bag, isCounted: boolean): Purpose => {
    const found = gateOf(client, person, body, isCounted);
    if ('purpose' in found) return found;
    const [gate, code] = found;
    return refuse(code, { auditReceipt: log(client, person, 'DENIED', body, gate) });
  };
  const moved = (grant: Grant, toStatus: string): void => {
    const { status: fromStatus, revealId, client, person } = grant;
    grant.status = toStatus;
    if (fromStatus !== toStatus)
      emit(client.partyId, 'consignee.reveal.changed', revealId, {
        revealId,
        waybillNo: person.waybill?.no,
        fromStatus,
        toStatus,
        occurredAt: stamp(),
      });
  };
  const refreshed = (grant: Grant): void => {
    const { column, isOver } = vault.stateOf(grant.person);
    if (['DENIED', 'EXPIRED', 'REVOKED'].includes(grant.status)) return;
    if (isOver && grant.row.purpose.startsWith('FULFIL_')) moved(grant, 'REVOKED');
    else if (
      grant.status !== 'PENDING_APPROVAL' &&
      (grant.until <= now() || !grant.row.columns.includes(column))
    )
      moved(grant, 'EXPIRED');
    else if (grant.until <= now()) moved(grant, 'EXPIRED');
  };
  const plainOf = ({ person, body, row }: Grant): Bag => {
    const has = (field: string): boolean => (body.fields as string[]).includes(field);
    const { contact, address, deliveryNote } = person;
    return {
      ...(has('NAME') ? { name: contact.name } : {}),
      ...(has('PHONE')
        ? row.isReal
          ? { phone: vault.phoneOf(person), phoneKind: 'REAL' }
          : { phone: virtual(person), phoneKind: 'VIRTUAL' }
        : {}),
      ...(has('ADDRESS') ? { address } : {}),
      ...(has('DELIVERY_NOTE') && deliveryNote !== undefined ? { deliveryNote } : {}),
    };
  };
  const shown = (grant: Grant, more: Bag = {}): Bag => ({
    revealId: grant.revealId,
    status: grant.status,
    purpose: grant.row.purpose,
    fieldsGranted: grant.body.fields,
    expiresAt: new Date(grant.until).toISOString(),
    remainingUseCount: grant.uses,
    ...more,
    stillMatches: !grant.person.isGone,
    auditReceipt: grant.receipt,
  });
  /** Hands the fields out, and uses up one use. */
  const used = (grant: Grant): Bag => {
    grant.uses -= 1;
    moved(grant, grant.uses === 0 ? 'CONSUMED' : 'GRANTED');
    const plain = plainOf(grant);
    const { client, body, row, revealId, until, person } = grant;
    if (body.sealToKeyId === undefined) return shown(grant, { fields: plain });
    const key = client.keys.find(({ kid }) => kid === body.sealToKeyId) ?? {};
    const seconds = Math.floor(now() / 1000);
    const bound = {
      aud: client.partyId,
      waybillNo: person.waybill?.no,
      purpose: row.purpose,
      revealId,
      exp: Math.floor(until / 1000),
    };
    const head = { typ: 'consignee+jwe', iss: partyId, iat: seconds };
    return shown(grant, { sealedFields: sealed(key, plain, head, bound) });
  };
  const ask = (client: Client, body: Bag): Reply => {
    const ref = String(body.consigneeRef ?? body.consignorRef);
    const { role, facet } = client;
    // of whom nobody knows, nothing is said; but what is never the caller's is told first
    if (rowsOf(String(body.purpose), role, facet).length === 0)
      refuse('PURPOSE_NOT_GRANTED', { auditReceipt: log(client, NOBODY, 'DENIED', body, 'ROLE') });
    const person = vault.known(ref, client, String(body.waybillNo));
    const row = passed(client, person, body, true);
    const isKnownKey = client.keys.some(
      ({ kid, use }) => kid === body.sealToKeyId && use === 'enc',
    );
    if (row.isSealed ? !isKnownKey : body.sealToKeyId !== undefined && !isKnownKey)
      broken('RULE_VIOLATION', '/sealToKeyId', 'sealed');
    const grant: Grant = {
      revealId: `rv_${randomBytes(16).toString('base64url')}`,
      client,
      person,
      body,
      row,
      at: now(),
      status: row.approval === undefined ? 'GRANTED' : 'PENDING_APPROVAL',
      uses: row.uses,
      until: now() + (row.approval === undefined ? row.seconds : APPROVAL) * 1000,
      receipt: {},
    };
    grant.receipt = log(client, person, 'GRANTED', body);
    grants.set(grant.revealId, grant);
    return row.approval === undefined
      ? { status: 201, body: used(grant) }
      : { status: 202, body: shown(grant) };
  };
  const own = ({ caller, path: [id = ''] }: Call): Grant => {
    const grant = grants.get(id);
    const isMine =
      grant !== undefined &&
      (caller.role === 'consignee'
        ? grant.person.contact.name === caller.name
        : grant.client.partyId === caller.partyId);
    if (!isMine || grant.person.isGone) return refuse('NOT_FOUND');
    refreshed(grant);
    return grant;
  };
  const read = (call: Call): Reply => {
    const grant = own(call);
    const { status, person, body, client } = grant;
    if (status === 'PENDING_APPROVAL' || status === 'DENIED')
      refuse('STATE_ILLEGAL', { from: status, command: 'readReveal' });
    if (status !== 'GRANTED') refuse('GRANT_EXPIRED');
    passed(client, person, body, false);
    grant.receipt = log(client, person, 'READ', body);
    return { status: 200, body: used(grant) };
  };
  const revoke = (call: Call): Reply => {
    const grant = own(call);
    if (!['PENDING_APPROVAL', 'GRANTED', 'CONSUMED'].includes(grant.status))
      refuse('STATE_ILLEGAL', { from: grant.status, command: 'revokeReveal' });
    grant.receipt = log(call.caller, grant.person, 'REVOKED', grant.body);
    moved(grant, 'REVOKED');
    return { status: 200, body: shown(grant) };
  };
  /** A repetition gets the stored answer only while everything that let it out still holds. */
  const again = ({ caller }: Call, reply: Reply): Reply => {
    const grant = grants.get(String((reply.body as Bag | undefined)?.revealId));
    if (grant === undefined) return reply;
    if (grant.client.clientId !== caller.clientId) return refuse('NOT_FOUND');
    refreshed(grant);
    if (grant.person.isGone) refuse('NOT_FOUND');
    if (['EXPIRED', 'REVOKED'].includes(grant.status)) return { ...reply, body: shown(grant) };
    passed(grant.client, grant.person, grant.body, false);
    return reply;
  };

  const contact = (call: Call): Binding => {
    const found = bindings.get(call.path[0] ?? '');
    return found === undefined || found.owner !== call.caller.partyId || found.until <= now()
      ? refuse('NOT_FOUND')
      : found;
  };
  const bind = ({ caller, body }: Call): Reply => {
    const purpose = String(body.purpose);
    const { role, facet } = caller;
    const rows = rowsOf(purpose, role, facet).filter(({ isOfConsignor }) => !isOfConsignor);
    const columns = contactColumns(purpose, facet);
    const isAgreed = inForce(caller.partyId).some(({ value }) =>
      (value.purposes as string[]).includes(purpose),
    );
    if (!isAgreed || rows.length === 0 || columns === undefined)
      return refuse('PURPOSE_NOT_GRANTED');
    const person = vault.known(String(body.consigneeRef), caller, String(body.waybillNo));
    const { column, actorId } = vault.stateOf(person);
    if (!columns.includes(column)) refuse('STAGE_NOT_PERMITTED');
    if (rows.some(({ isAssigned }) => isAssigned) && actorId === undefined)
      refuse('ASSIGNMENT_REQUIRED');
    const longest = Math.max(...rows.map(({ seconds }) => seconds));
    const until = now() + Math.min(secondsOf(String(body.ttl)), longest) * 1000;
    const bindingId = `cb_${randomBytes(16).toString('base64url')}`;
    const { model } = body;
    const answer: Bag = {
      bindingId,
      ...(model === 'CLICK_TO_CALL'
        ? { callUrl: `https://call.example/c/${randomBytes(16).toString('base64url')}` }
        : { number: virtual(person) }),
      ...(model === 'AXN_EXT' ? { extension: String(1000 + bindings.size).slice(-4) } : {}),
      expiresAt: new Date(until).toISOString(),
      model,
    };
    bindings.set(bindingId, { bindingId, person, owner: caller.partyId, purpose, until, answer });
    return { status: 201, body: answer };
  };
  const denied = (client: Client, code: string): Bag => ({
    auditReceipt: log(
      client,
      NOBODY,
      'DENIED',
      {},
      code === 'ROLE_NOT_PERMITTED' ? 'ROLE' : 'AGREEMENT',
    ),
  });
  const asking = { roles: ASKING, module: 'consignee' };
  const binding = { roles: BINDING, module: 'consignee' };
  const routes: readonly Route[] = [
    route(
      'requestReveal',
      'POST',
      '/v1/consignee-reveals',
      ({ caller, body }) => ask(caller, body),
      {
        ...asking,
        form: 'RevealRequest',
        again,
        denied,
      },
    ),
    route(
      'requestRevealBatch',
      'POST',
      '/v1/consignee-reveals/batch',
      (call) => each(call, 'RevealRequest', ask),
      { ...asking, form: 'RevealRequestBatch', most: ['items', 20] },
    ),
    route(
      'getReveal',
      'GET',
      '/v1/consignee-reveals/*',
      (call) => ({ status: 200, body: shown(own(call)) }),
      asking,
    ),
    route('readReveal', 'POST', '/v1/consignee-reveals/*/read', read, { ...asking, again }),
    route('revokeReveal', 'POST', '/v1/consignee-reveals/*/revoke', revoke, {
      ...asking,
      roles: [...ASKING, 'consignee'],
    }),
    route('bindContact', 'POST', '/v1/contact-bindings', bind, {
      ...binding,
      form: 'ContactBindingRequest',
    }),
    route(
      'getContactBinding',
      'GET',
      '/v1/contact-bindings/*',
      (call) => ({ status: 200, body: contact(call).answer }),
      binding,
    ),
    route(
      'releaseContact',
      'DELETE',
      '/v1/contact-bindings/*',
      (call) => {
        bindings.delete(contact(call).bindingId);
        return { status: 204 };
      },
      binding,
    ),
  ];
  return {
    routes,
    log,
    grantsOf: (person: Person): readonly Grant[] =>
      [...grants.values()].filter((one) => one.person === person),
    bindingsOf: (person: Person): readonly Binding[] =>
      [...bindings.values()].filter((one) => one.person === person && one.until > now()),
    /** Ends grants for a reason that is not theirs. */
    withdraw: (isMeant: (grant: Grant) => boolean): void => {
      for (const one of grants.values())
        if (isMeant(one) && ['PENDING_APPROVAL', 'GRANTED', 'CONSUMED'].includes(one.status))
          moved(one, 'REVOKED');
    },
    /** What a person inside the platform decides. */
    decide: (revealId: string, isApproved: boolean): string | undefined => {
      const grant = grants.get(revealId);
      if (grant?.status !== 'PENDING_APPROVAL') return undefined;
      if (isApproved) grant.until = now() + grant.row.seconds * 1000;
      moved(grant, isApproved ? 'GRANTED' : 'DENIED');
      grant.receipt = log(
        grant.client,
        grant.person,
        isApproved ? 'GRANTED' : 'DENIED',
        grant.body,
      );
      return grant.status;
    },
    /** Ends what the stage of a parcel, or the end of it, does not allow any more. */
    refresh: (person: Person): void => {
      for (const one of grants.values()) if (one.person === person) refreshed(one);
      if (vault.stateOf(person).stage === 'CLOSED' || person.isGone)
        for (const [id, one] of bindings) if (one.person === person) bindings.delete(id);
    },
  };
};
