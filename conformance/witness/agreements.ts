import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Bag } from './form.ts';
import { illegal, page, plain, type Row, type Store, within } from './store.ts';
import { payloadOf, type Tokens } from './tokens.ts';
import {
  broken,
  type Call,
  type Client,
  oneOf,
  PAGES,
  type Route,
  refuse,
  route,
  SINCE,
  type World,
} from './wire.ts';

const FINAL = ['EXPIRED', 'TERMINATED', 'DECLINED'];
const STATUSES = `PROPOSED COUNTERED SIGNED EFFECTIVE SUSPENDED ${FINAL.join(' ')}`;

/** Whether an agreement in force between here and a party covers a module. */
export const coverage =
  ({ table }: Store) =>
  (party: string, module: string): boolean =>
    [...table('agreements').values()].some(
      ({ owner, value }) =>
        owner === party &&
        value.status === 'EFFECTIVE' &&
        (value.modules as string[]).includes(module),
    );

/**
 * Whether the agreements in force let a message of required members out to a party: the longest pointer decides for each
 * part, so that one grant of `public` below the whole takes a required member away.
 */
export const grantsWhole =
  ({ table }: Store) =>
  ({ partyId, role }: Client, messageName: string): boolean => {
    const grants = [...table('agreements').values()]
      .filter(({ owner, value }) => owner === partyId && value.status === 'EFFECTIVE')
      .flatMap(({ value }) => value.grants as Bag[])
      .filter((one) => one.messageName === messageName && one.toRole === role);
    const isEnough = ({ maxClass }: Bag): boolean => maxClass !== 'public';
    const pointers = new Set(grants.map(({ pointer }) => pointer));
    return (
      pointers.has('') &&
      [...pointers].every((one) => grants.some((each) => each.pointer === one && isEnough(each)))
    );
  };

/** Agreements that others propose. They are signed here as soon as the other side has, or when somebody says so. */
export const openAgreements = (
  { partyId }: World,
  { table, stamp, today, made, own, ownRows }: Store,
  { kid, ownJws, isSignedBy }: Tokens,
  emit: (party: string, type: string, subject: string, data: Bag) => void,
  unpark: (party: string) => void,
  signs: 'AT_ONCE' | 'WHEN_TOLD' = 'AT_ONCE',
) => {
  const stepped = (row: Row, toStatus: string): void => {
    const { status: fromStatus, agreementId, revision } = row.value;
    const occurredAt = stamp();
    Object.assign(row.value, { status: toStatus, updatedAt: occurredAt });
    if (fromStatus !== toStatus)
      emit(row.owner, 'agreement.status.changed', String(agreementId), {
        agreementId,
        ...(fromStatus === undefined ? {} : { fromStatus }),
        toStatus,
        revision,
        occurredAt,
      });
    if (toStatus === 'EFFECTIVE') unpark(row.owner);
  };
  /** What a signature is over. */
  const unsigned = ({ value }: Row): Bag => {
    const { signatures: _s, status: _t, createdAt: _c, updatedAt: _u, ...terms } = value;
    return {
      ...terms,
      parties: (terms.parties as Bag[]).map(({ signedAt: _at, ...one }) => one),
    };
  };
  const signedBy = (
    row: Row,
    who: string,
    keyId: string,
    signedAt: string,
    signature: string,
  ): void => {
    (row.value.signatures as Bag[]).push({
      partyId: who,
      keyId,
      signedAt,
      revision: row.value.revision,
      signature,
    });
    for (const one of row.value.parties as Bag[])
      if ((one.party as Bag).partyId === who) one.signedAt = signedAt;
    row.value.updatedAt = stamp();
  };
  /** Both have signed: it holds from the day that it names. */
  const concluded = (row: Row): void => {
    const signers = new Set((row.value.signatures as Bag[]).map((one) => one.partyId));
    if (signers.size < 2) return;
    stepped(row, 'SIGNED');
    if (String(row.value.effectiveFromOn) <= today()) stepped(row, 'EFFECTIVE');
  };
  const newId = (): string => `agr_${randomBytes(16).toString('base64url')}`;
  const propose = ({ caller, body }: Call): Row => {
    const parties = (body.parties as Bag[]).map((one) => (one.party as Bag).partyId);
    if (!parties.includes(caller.partyId) || !parties.includes(partyId))
      broken('RULE_VIOLATION', '/parties', 'parties');
    const agreementId = newId();
    const row = made('agreements', agreementId, caller.partyId, {
      agreementId,
      ...structuredClone(body),
      signatures: [],
    });
    stepped(row, 'PROPOSED');
    return row;
  };
  const agreement = ({ caller, path: [id = ''] }: Call): Row => own('agreements', id, caller);
  const counter = (row: Row, who: string, { baseRevision: _base, ...terms }: Bag): void => {
    Object.assign(row.value, structuredClone(terms), {
      signatures: [],
      revision: row.value.revision + 1,
    });
    for (const one of row.value.parties as Bag[]) delete one.signedAt;
    row.note.lastWord = who;
    stepped(row, 'COUNTERED');
  };
  const signTerms = (call: Call) => {
    const { caller, body } = call;
    const row = agreement(call);
    if (body.revision !== row.value.revision) refuse('REVISION_STALE');
    within(row, 'signAgreement', 'PROPOSED', 'COUNTERED');
    const jws = String(body.signature);
    if (!isSignedBy(jws, caller, body.keyId) || !isDeepStrictEqual(payloadOf(jws), unsigned(row)))
      refuse('SIGNATURE_INVALID');
    signedBy(row, caller.partyId, String(body.keyId), String(body.signedAt), jws);
    if (signs === 'AT_ONCE') signedBy(row, partyId, kid, stamp(), ownJws({}, unsigned(row)));
    concluded(row);
    return plain(row);
  };
  const routes: readonly Route[] = [
    route('proposeAgreement', 'POST', '/v1/agreements', (call) => plain(propose(call), 201), {
      form: 'AgreementProposal',
    }),
    route(
      'listAgreements',
      'GET',
      '/v1/agreements',
      ({ caller, query }) =>
        page(
          ownRows('agreements', caller).filter(({ value }) =>
            [null, value.status].includes(query.get('status')),
          ),
          query,
        ),
      { query: { ...PAGES, ...SINCE, status: oneOf(STATUSES) } },
    ),
    route('getAgreement', 'GET', '/v1/agreements/*', (call) => plain(agreement(call))),
    route(
      'counterAgreement',
      'POST',
      '/v1/agreements/*/counter',
      (call) => {
        const row = agreement(call);
        if (call.body.baseRevision !== row.value.revision) refuse('REVISION_STALE');
        // whoever spoke last does not speak again
        if (row.value.status !== 'COUNTERED' || row.note.lastWord !== partyId)
          return illegal(row, 'counterAgreement');
        counter(row, call.caller.partyId, call.body);
        return plain(row);
      },
      { form: 'AgreementCounter' },
    ),
    route('signAgreement', 'POST', '/v1/agreements/*/sign', signTerms, {
      form: 'AgreementSignature',
    }),
    route('suspendAgreement', 'POST', '/v1/agreements/*/suspend', (call) => {
      const row = agreement(call);
      within(row, 'suspendAgreement', 'EFFECTIVE');
      stepped(row, 'SUSPENDED');
      return plain(row);
    }),
    route('resumeAgreement', 'POST', '/v1/agreements/*/resume', (call) => {
      const row = agreement(call);
      within(row, 'resumeAgreement', 'SUSPENDED');
      stepped(row, 'EFFECTIVE');
      return plain(row);
    }),
    route(
      'terminateAgreement',
      'POST',
      '/v1/agreements/*/terminate',
      (call) => {
        const row = agreement(call);
        const { status } = row.value;
        if (FINAL.includes(String(status))) illegal(row, 'terminateAgreement');
        if (status === 'EFFECTIVE' || status === 'SUSPENDED')
          broken('RULE_VIOLATION', '', 'AGR-011');
        stepped(row, status === 'SIGNED' ? 'TERMINATED' : 'DECLINED');
        return plain(row);
      },
      { form: 'AgreementTermination' },
    ),
  ];
  /** An agreement in force from the start, with a party that the operator registered. */
  const begin = (
    { partyId: other, role }: Client,
    own: { readonly role: string; readonly modules: readonly string[] },
    messages: readonly string[],
    maxClass: string,
    purposes: readonly string[] = [],
  ): void => {
    const agreementId = newId();
    made('agreements', agreementId, other, {
      agreementId,
      parties: [
        { party: { partyId: other, role }, capacity: 'CONTROLLER' },
        { party: { partyId, role: own.role }, capacity: 'ENTRUSTED' },
      ],
      modules: own.modules,
      purposes,
      grants: messages.map((messageName) => ({
        messageName,
        pointer: '',
        toRole: role,
        maxClass,
      })),
      retentions: [],
      measures: ['TLS'],
      ...(maxClass === 'pseudonymous'
        ? {}
        : { impactAssessment: { reference: 'PIA-WITNESS-1', assessedOn: today() } }),
      interruptionTerms: {
        plannedLeadSeconds: 259200,
        terminationLeadSeconds: 2592000,
        parcelThresholdCount: 10000,
      },
      options: {},
      effectiveFromOn: today(),
      termsSha256: '0'.repeat(64),
      signatures: [],
      status: 'EFFECTIVE',
    });
  };
  /** The agreements in force with a party. */
  const inForce = (party: string): readonly Row[] =>
    [...table('agreements').values()].filter(
      ({ owner, value }) => owner === party && value.status === 'EFFECTIVE',
    );
  const open = (agreementId: string): Row | undefined => {
    const row = table('agreements').get(agreementId);
    return ['PROPOSED', 'COUNTERED'].includes(String(row?.value.status)) ? row : undefined;
  };
  return {
    routes,
    begin,
    inForce,
    /** Signs here what is on the table. */
    sign: (agreementId: string): Bag | undefined => {
      const row = open(agreementId);
      if (row === undefined) return undefined;
      signedBy(row, partyId, kid, stamp(), ownJws({}, unsigned(row)));
      concluded(row);
      return row.value;
    },
    /** Wants parcels to be told of sooner, whatever was proposed. */
    counter: (agreementId: string): Bag | undefined => {
      const row = open(agreementId);
      if (row === undefined) return undefined;
      const { measures } = row.value as Bag;
      counter(row, partyId, { measures: [...(measures as string[]), '每日核对交换记录'] });
      return row.value;
    },
  };
};
