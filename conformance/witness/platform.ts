import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { coverage, grantsWhole, openAgreements } from './agreements.ts';
import { openAudit } from './audit.ts';
import { openContinuity } from './continuity.ts';
import { openEvents } from './events.ts';
import type { Bag } from './form.ts';
import { openJudgement } from './judgement.ts';
import { openOrdering } from './ordering.ts';
import { openOutgoing } from './outgoing.ts';
import { PURPOSES } from './policy.ts';
import { openReveals, QUOTAS } from './reveals.ts';
import { openStore } from './store.ts';
import { openTokens } from './tokens.ts';
import { openVault, type Person } from './vault.ts';
import {
  base64,
  type Call,
  type Client,
  PAGES,
  type Reply,
  type Route,
  refuse,
  route,
  type World,
} from './wire.ts';

const MODULES = 'order waybill tracking consignee continuity agreement discovery'.split(' ');
const MESSAGES =
  'ConsigneeRegistered ConsigneeView ConsigneeLookupResult RevealGrant RevealGrantBatchResult RevealAuditEntry ConsentRecord ContactBinding ErasureReceipt SubjectAccess ReplayPage CloudEvent ConsentChange RevealChange ReferenceReplacement Order OrderSubmission Waybill WaybillCreation TrackingEvent'.split(
    ' ',
  );
const PAYLOADS: Readonly<Record<string, string>> = {
  'agreement.status.changed': 'AgreementStatusChange',
  'consignee.consent.changed': 'ConsentChange',
  'consignee.reference.replaced': 'ReferenceReplacement',
  'consignee.reveal.changed': 'RevealChange',
  'discovery.subscription.challenged': 'SubscriptionChallenge',
};
const RECEIVES = [
  'order.status.changed',
  'waybill.status.changed',
  'tracking.event.recorded',
  'agreement.status.changed',
  'consignee.erasure.completed',
  'consignee.breach.reported',
];
const full = (type: string): string => `org.openwaybill.${type}`;
const EVERYBODY =
  'platform courier merchant isv service-point locker warehouse packaging-operator hub customs-agent insurer regulator consignee'.split(
    ' ',
  );

/** A small platform that knows the standard from its documents: core, driven by its test actions. */
export const platform = (world: World) => {
  const { now, partyId, url, clients } = world;
  const store = openStore(now);
  const { table, stamp } = store;
  const isCovered = coverage(store);
  const tokens = openTokens(world);
  const events = openEvents(world, store, tokens, PAYLOADS, isCovered);
  const agreements = openAgreements(world, store, tokens, events.emit, events.unpark, 'WHEN_TOLD');
  const vault = openVault(world);
  const audit = openAudit(partyId, tokens);
  const reveals = openReveals(world, store, vault, audit, agreements.inForce, events.emit);
  const outgoing = openOutgoing(world, tokens);
  const ordering = openOrdering(world, store, vault, outgoing, {
    decide: reveals.decide,
    sign: agreements.sign,
    counter: agreements.counter,
  });
  const sequences = new Map<string, number>();
  const seen = new Map<string, Bag>();

  const register = ({ caller, body }: Call): Reply => {
    const former = vault.ofOrder(String(body.orderNo));
    if (former !== undefined && former.merchant !== caller.partyId) refuse('NOT_FOUND');
    const person = vault.add(body, caller.partyId);
    if (former !== undefined) replace(former, person);
    const ref = vault.refer(person, caller.partyId, caller.role);
    return {
      status: 201,
      body: {
        consignee: {
          ...vault.masked(person, ref),
          addressQuality: (body.address as Bag).structured ? 'PARSED' : 'UNPARSED',
        },
        ...vault.mergeKey(person),
      },
    };
  };
  /** An order has another person: everybody who had a reference gets a new one, and the courier is told. */
  const replace = (former: Person, person: Person): void => {
    former.isGone = true;
    reveals.refresh(former);
    if (former.courier !== undefined) person.courier = former.courier;
    if (former.waybill !== undefined) person.waybill = former.waybill;
    person.events.push(...former.events);
    for (const [party, { ref, role }] of former.refs) {
      const newConsigneeRef = vault.refer(person, party, role);
      if (role === 'courier')
        events.emit(party, 'consignee.reference.replaced', person.orderNo, {
          orderNo: person.orderNo,
          oldConsigneeRef: ref,
          newConsigneeRef,
          occurredAt: stamp(),
        });
    }
  };
  const look = ({ caller, path: [ref = ''] }: Call): Reply => {
    const body = vault.view(vault.known(ref, caller), caller);
    return body === undefined ? refuse('NOT_FOUND') : { status: 200, body };
  };
  const search = ({ caller, body }: Call): Reply => {
    const isAgreed = agreements
      .inForce(caller.partyId)
      .some(({ value }) => (value.purposes as string[]).includes(String(body.purpose)));
    if (!isAgreed) refuse('PURPOSE_NOT_GRANTED');
    const mine = vault.people.filter((one) => one.merchant === caller.partyId && vault.live(one));
    const found = mine.filter((one) =>
      body.kind === 'NAME'
        ? one.contact.name === body.value
        : [one.contact.mobile, one.contact.landline].includes(body.value),
    );
    for (const one of found) reveals.log(caller, one, 'READ', { purpose: body.purpose });
    return { status: 200, body: { orderNos: found.slice(0, 100).map(({ orderNo }) => orderNo) } };
  };
  const erase = ({ caller, path: [ref = ''] }: Call): Reply => {
    const person = vault.known(ref, caller);
    person.isGone = true;
    reveals.refresh(person);
    reveals.log(caller, person, 'REVOKED', {});
    const { courier } = person;
    const held = courier === undefined ? undefined : person.refs.get(courier.partyId)?.ref;
    if (courier !== undefined && held !== undefined)
      outgoing.ask(
        courier.base,
        'POST',
        '/v1/erasure-requests',
        {
          consigneeRefs: [held],
          ...(person.waybill === undefined ? {} : { waybillNos: [person.waybill.no] }),
          basis: 'CONSIGNEE_REQUEST',
          deadlineAt: new Date(now() + 15 * 86400_000).toISOString(),
        },
        () => undefined,
      );
    return {
      status: 202,
      body: { erasureId: randomUUID(), state: 'COMPLETED', erasedAt: stamp(), retained: [] },
    };
  };
  const entriesOf = (person: Person) =>
    audit.entries.flatMap((one, index) => (one.person === person ? [{ ...one, index }] : []));
  const access = ({ caller, path: [ref = ''] }: Call): Reply => {
    const person = vault.known(ref, caller);
    const { contact, address, deliveryNote, basis, registeredAt, orderNo } = person;
    const holders = [...person.refs].map(([party, { role, sinceAt }]) => {
      const client = clients.find((one) => one.partyId === party);
      const view = client === undefined ? undefined : vault.view(person, client)?.view;
      return {
        organisation: { partyId: party, role },
        sinceAt,
        ...(view === undefined ? {} : { view }),
        grants: reveals
          .grantsOf(person)
          .filter((one) => one.client.partyId === party)
          .map(({ revealId, body, status, until }) => ({
            revealId,
            waybillNo: body.waybillNo,
            purpose: body.purpose,
            fields: body.fields,
            status,
            expiresAt: new Date(until).toISOString(),
          })),
        contacts: reveals
          .bindingsOf(person)
          .filter(({ owner }) => owner === party)
          .map(({ bindingId, purpose, answer }) => ({
            bindingId,
            waybillNo: person.waybill?.no,
            purpose,
            model: answer.model,
            expiresAt: answer.expiresAt,
          })),
      };
    });
    return {
      status: 200,
      body: {
        exportedAt: new Date(now()).toISOString(),
        controller: { partyId, role: 'platform' },
        orderNo,
        contact,
        address,
        ...(deliveryNote === undefined ? {} : { deliveryNote }),
        basis,
        registeredAt,
        holders,
        consents: [...table('consents').values()]
          .filter(({ note }) => note.person === person)
          .map(({ note }) => note.record),
        entries: entriesOf(person).map(({ entry, index }) => ({
          entry,
          leaf: audit.leafOf(index),
          proof: audit.inclusion(index, audit.size()),
        })),
        checkpoint: audit.checkpoint(),
      },
    };
  };
  const listEntries = ({ caller, query }: Call): Reply => {
    const ref = query.get('consigneeRef');
    if (ref === null && ['consignee', 'regulator'].includes(caller.role))
      refuse('PARAMETER_INVALID');
    const person = ref === null ? undefined : vault.known(ref, caller);
    const isSeen = (one: (typeof audit.entries)[number]): boolean =>
      caller.role === 'consignee' ? true : one.party === caller.partyId;
    const mine = audit.entries.filter(
      (one) => (person === undefined || one.person === person) && isSeen(one),
    );
    const limit = Number(query.get('limit') ?? 50);
    const cursor = query.get('cursor');
    const from =
      cursor === null ? 0 : Number(Buffer.from(cursor, 'base64url').toString().replace(/^e/, ''));
    if (!Number.isInteger(from) || from < 0 || from > mine.length) refuse('PARAMETER_INVALID');
    const items = mine.slice(from, from + limit).map(({ entry }) => entry);
    const isMore = from + limit < mine.length;
    return {
      status: 200,
      body: { items, ...(isMore ? { nextCursor: base64(`e${from + limit}`) } : {}) },
    };
  };
  const consentTold = (person: Person, record: Bag, isGranted: boolean): void => {
    for (const [party, { role }] of person.refs)
      if (['courier', 'locker', 'service-point'].includes(role))
        events.emit(party, 'consignee.consent.changed', String(record.consentId), {
          consentId: record.consentId,
          ...(record.waybillNo === undefined ? {} : { waybillNo: record.waybillNo }),
          preference: record.preference,
          granted: isGranted,
          occurredAt: stamp(),
        });
  };
  const consent = ({ caller, body }: Call): Reply => {
    const person = vault.known(String(body.consigneeRef), caller, body.waybillNo as string);
    const record = structuredClone(body);
    const id = String(body.consentId);
    store.made('consents', id, caller.partyId, {}, { person, record, isWithdrawn: false });
    consentTold(person, record, true);
    return { status: 201, body: record };
  };
  const withdraw = ({ caller, path: [id = ''] }: Call): Reply => {
    const found = table('consents').get(id);
    const { person, record } = (found?.note ?? {}) as { person?: Person; record?: Bag };
    const isMine =
      found?.owner === caller.partyId ||
      (caller.role === 'consignee' && person?.contact.name === caller.name);
    if (!isMine || person === undefined || record === undefined) return refuse('NOT_FOUND');
    if (record.withdrawnAt !== undefined)
      refuse('STATE_ILLEGAL', { from: 'WITHDRAWN', command: 'withdrawConsent' });
    record.withdrawnAt = stamp();
    consentTold(person, record, false);
    return { status: 200, body: structuredClone(record) };
  };
  const proof =
    (names: readonly [string, string], make: (first: number, second: number) => Bag) =>
    ({ query }: Call): Reply => {
      const [first, second] = names.map((name) => Number(query.get(name) ?? Number.NaN));
      const isRight =
        first !== undefined && second !== undefined && first <= second && second <= audit.size();
      return isRight ? { status: 200, body: make(first, second) } : refuse('PARAMETER_INVALID');
    };

  /** What a courier tells. An observation is a fact: it is kept, whatever it means. */
  const receive = (sender: Client, type: string, data: Bag): void => {
    if (type === full('consignee.breach.reported'))
      reveals.withdraw(({ client }) => client.partyId === sender.partyId);
    if (type === full('waybill.status.changed') && data.toStatus === 'VOIDED')
      reveals.withdraw(({ person }) => person.waybill?.no === data.waybillNo);
    if (type !== full('tracking.event.recorded')) return;
    const id = `${sender.partyId} ${data.eventId}`;
    const before = seen.get(id);
    if (before !== undefined) {
      if (!isDeepStrictEqual(before, data)) refuse('EVENT_ID_CONFLICT');
      return;
    }
    const person = vault.ofWaybill(String(data.waybillNo));
    if (person === undefined || person.courier?.partyId !== sender.partyId) return;
    seen.set(id, data);
    person.events.push(data);
    reveals.refresh(person);
  };
  /** A number that is missing between two events is asked for; the answer is taken as if it had come by itself. */
  const noticeGap = (sender: Client, sequence: number): void => {
    const last = sequences.get(sender.partyId);
    sequences.set(sender.partyId, Math.max(last ?? 0, sequence));
    if (last === undefined || sequence <= last + 1) return;
    const base = vault.people.findLast(({ courier }) => courier?.partyId === sender.partyId)
      ?.courier?.base;
    if (base === undefined) return;
    outgoing.ask(base, 'GET', '/v1/events?limit=200', undefined, ({ status, body }) => {
      if (status !== 200) return;
      for (const event of (body.events ?? []) as Bag[])
        try {
          receive(sender, String(event.type), event.data as Bag);
        } catch {
          // what contradicts an earlier telling is not taken twice
        }
    });
  };

  const consignee = { module: 'consignee' };
  const by = (...roles: readonly string[]) => ({ ...consignee, roles });
  const consenting = by('courier', 'locker', 'service-point', 'merchant', 'isv', 'consignee');
  const REF = /^cr1_[A-Za-z0-9_-]{23}$/;
  const WHOLE = /^(0|[1-9][0-9]{0,15})$/;
  const routes: readonly Route[] = [
    route(
      'getCapabilities',
      'GET',
      '/.well-known/openwaybill',
      () => ({ status: 200, body: capabilities() }),
      { isOpen: true },
    ),
    route('getKeys', 'GET', '/v1/keys', () => ({ status: 200, body: { keys: tokens.keys } }), {
      isOpen: true,
    }),
    route('registerConsignee', 'POST', '/v1/consignees', register, {
      ...by('merchant', 'isv'),
      form: 'ConsigneeRegistration',
    }),
    route('getConsigneeView', 'GET', '/v1/consignees/*', look, {
      ...by(
        ...'courier merchant isv locker service-point warehouse hub customs-agent insurer'.split(
          ' ',
        ),
      ),
    }),
    route('eraseConsignee', 'DELETE', '/v1/consignees/*', erase, by('consignee')),
    route('getSubjectAccess', 'GET', '/v1/consignees/*/subject-access', access, by('consignee')),
    route('lookUpConsignee', 'POST', '/v1/consignee-lookups', search, {
      ...by('merchant', 'isv'),
      form: 'ConsigneeLookup',
    }),
    ...reveals.routes,
    route('recordConsent', 'POST', '/v1/consents', consent, {
      ...consenting,
      form: 'ConsentRecording',
    }),
    route('withdrawConsent', 'POST', '/v1/consents/*/withdraw', withdraw, consenting),
    route('listRevealAuditEntries', 'GET', '/v1/reveal-audit-entries', listEntries, {
      ...by(...EVERYBODY),
      query: { ...PAGES, consigneeRef: REF },
    }),
    route('getAuditCheckpoint', 'GET', '/v1/audit-checkpoints/latest', () => ({
      status: 200,
      body: { checkpoint: audit.checkpoint() },
    })),
    route(
      'getAuditConsistency',
      'GET',
      '/v1/audit-proofs/consistency',
      proof(['from', 'to'], audit.consistency),
      { query: { from: WHOLE, to: WHOLE } },
    ),
    route(
      'getAuditInclusion',
      'GET',
      '/v1/audit-proofs/inclusion',
      proof(['leafIndex', 'treeSize'], (index, size) =>
        index < size ? audit.inclusion(index, size) : refuse('PARAMETER_INVALID'),
      ),
      { query: { leafIndex: WHOLE, treeSize: WHOLE } },
    ),
    route(
      'listTestParcels',
      'GET',
      '/v1/test-controls/parcels',
      ({ caller, query }) => {
        const limit = Number(query.get('limit') ?? 50);
        const from = Number(Buffer.from(query.get('cursor') ?? '', 'base64url').toString() || 0);
        const mine = vault.people.filter(
          ({ courier, waybill, isGone }) =>
            !isGone && waybill !== undefined && courier?.partyId === caller.partyId,
        );
        const items = mine.slice(from, from + limit).map((one) => ({
          carrierCode: one.waybill?.carrierCode,
          waybillNo: one.waybill?.no,
          orderNo: one.orderNo,
          packageId: 'P1',
          status: vault.stateOf(one).status,
        }));
        const isMore = from + limit < mine.length;
        return {
          status: 200,
          body: { items, ...(isMore ? { nextCursor: base64(String(from + limit)) } : {}) },
        };
      },
      { query: PAGES },
    ),
    ...ordering.routes,
    ...openContinuity(world, store, MODULES),
    ...events.routes,
    ...agreements.routes,
    route('receiveEvent', 'POST', '/v1/event-inbox', () => ({ status: 204 }), { isOpen: true }),
  ];
  const capabilities = (): Bag => ({
    specVersions: ['1.0'],
    environment: 'SANDBOX',
    organisation: { partyId, name: '见证平台（演示）' },
    software: { name: 'witness', version: '1.0.0' },
    claims: [
      { role: 'platform', conformanceClass: 'core', modules: MODULES, requirementSet: '1.0.0' },
    ],
    codeLists: [],
    regionTables: ['NBS-2023'],
    limits: {
      maxBodyBytes: 262144,
      maxBatchItemCount: 100,
      maxPageItemCount: 200,
      requestsPerSecond: 500,
      reveal: QUOTAS,
      idempotencySeconds: 86400,
      eventRetentionSeconds: 2592000,
      unknownMembers: 'STRICT',
    },
    endpoints: {
      api: url,
      token: `${url}/token`,
      keys: `${url}/v1/keys`,
      eventInbox: `${url}/v1/event-inbox`,
    },
    authentication: { tokenAuthMethods: ['private_key_jwt'], signingAlgorithms: ['EdDSA'] },
    events: { sends: Object.keys(PAYLOADS).map(full), receives: RECEIVES.map(full) },
    reveal: { purposes: PURPOSES, sealing: true },
    retention: [{ privacyClass: 'personal', retentionClass: 'CLAIM' }],
    testControl: { version: '1', commands: ['ACTIONS', 'PARCELS'] },
    contactDesk: { name: '接口服务台', url: 'https://witness.example/desk' },
    revision: 1,
  });
  for (const client of clients)
    if (!agreements.inForce(client.partyId).length)
      agreements.begin(
        client,
        { role: 'platform', modules: MODULES },
        MESSAGES,
        'personal',
        PURPOSES,
      );
  return openJudgement({
    world,
    tokens,
    routes,
    isCovered,
    isGranted: grantsWhole(store),
    refresh: async (_headers, bytes) => {
      const [, party] =
        /"source":"urn:openwaybill:party:([A-Z0-9]{2,18})"/.exec(Buffer.from(bytes).toString()) ??
        [];
      const keys = party === undefined ? [] : await outgoing.keysOf(party);
      if (party !== undefined) tokens.learn(party, keys);
      return keys.length > 0;
    },
    receive: (sender, type, data, sequence) => {
      receive(sender, type, data);
      noticeGap(sender, sequence);
    },
  });
};
