import { blacklistCheckOf, isAppealPeriodOver } from '@openwaybill/reference/credit';
import type {
  BlacklistCheck,
  BlacklistEntry,
  CreditEvaluation,
  SelfDisciplinePledge,
} from '@openwaybill/schemas';
import { type Behaviour, type Call, callerOf } from '../engine/call.ts';
import type { Counterparty } from '../engine/options.ts';
import { pageAnswer } from '../engine/page.ts';
import { Refusal, ruleViolated } from '../engine/refusal.ts';
import { collectionNamed, findResource } from '../resources/change.ts';
import type { Hooks, ModuleBehaviours } from '../resources/hooks.ts';
import { recordRow } from '../store/resource.ts';

const ENTRIES = 'blacklist-entries';
const EVALUATIONS = 'credit-evaluations';
/** How many subjects a member has asked about, by the minute. */
const CHECKED = 'blacklist-checked';
/** A member that asks about more subjects in a minute reads the list and does not check it. */
const CHECKS_A_MINUTE = 300;

/** A person appeals through any member; an organisation by itself. */
const mayAppeal = ({ subjectKind, subjectParty }: BlacklistEntry, caller: Counterparty): boolean =>
  subjectKind !== 'ORGANISATION' || subjectParty?.partyId === caller.partyId;

const entries: Hooks = {
  isShared: true,
  mayAct: ({ on, owner, caller }, before) =>
    caller !== undefined &&
    (on === 'appeal-blacklist-entry'
      ? mayAppeal(before as BlacklistEntry, caller)
      : caller.role === 'regulator' || caller.partyId === owner),
  guards: ({ now }, before) => {
    const entry = before as BlacklistEntry | undefined;
    return { APPEAL_PERIOD_PASSED: entry !== undefined && isAppealPeriodOver(entry, now) };
  },
  draft: ({ now }, next, before) => {
    const entry = next as BlacklistEntry;
    if (before === undefined && isAppealPeriodOver(entry, now))
      throw ruleViolated('/appealUntilAt', 'CRD-002');
    return entry;
  },
};

const getBlacklistEntry: Behaviour = async (call) => {
  const caller = callerOf(call);
  const collection = collectionNamed(call.system, ENTRIES);
  const { entryId = '' } = call.path;
  const found = await findResource(call.unit, collection, caller.partyId, entryId);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  const entry = found.resource as BlacklistEntry;
  const isTheirs =
    found.owner === caller.partyId ||
    caller.role === 'regulator' ||
    entry.subjectParty?.partyId === caller.partyId;
  if (!isTheirs) throw new Refusal('NOT_FOUND');
  return { status: 200, body: entry };
};

const demandRate = async ({ unit, now }: Call, partyId: string, count: number): Promise<void> => {
  const minute = now.slice(0, 16);
  const known = await unit.get<{ readonly minute: string; readonly count: number }>(
    CHECKED,
    partyId,
  );
  const sum = count + (known?.minute === minute ? known.count : 0);
  if (sum > CHECKS_A_MINUTE)
    throw new Refusal('RATE_LIMITED', {
      headers: { 'Retry-After': String(60 - Number(now.slice(17, 19))) },
    });
  unit.put(recordRow(CHECKED, partyId, partyId, now, { minute, count: sum }));
};

const checkBlacklist: Behaviour = async (call) => {
  const { unit, now } = call;
  const check = call.body as BlacklistCheck;
  await demandRate(call, callerOf(call).partyId, check.items.length);
  const known = (await unit.list({ collection: ENTRIES })).map(({ body }) => body);
  return { status: 200, body: blacklistCheckOf(known as readonly BlacklistEntry[], check, now) };
};

/** Scores of organisations are everybody's, those of an actor its maker's alone. */
const listCreditEvaluations: Behaviour = (call) =>
  pageAnswer(
    call,
    { collection: EVALUATIONS },
    ({ body }) => body,
    ({ owner, body }) => {
      const { subject } = body as CreditEvaluation;
      const { partyId } = call.query;
      return partyId === undefined
        ? subject !== undefined || owner === callerOf(call).partyId
        : subject?.partyId === partyId;
    },
  );

const pledges: Hooks = {
  isShared: true,
  draft: ({ owner }, next) => {
    if ((next as SelfDisciplinePledge).party.partyId !== owner)
      throw new Refusal('ROLE_NOT_PERMITTED');
    return next;
  },
};

/** A list on which nobody stands unheard, and that nobody can read through. */
export const credit: ModuleBehaviours = {
  operations: {
    'get-blacklist-entry': getBlacklistEntry,
    'check-blacklist': checkBlacklist,
    'list-credit-evaluations': listCreditEvaluations,
  },
  resources: { [ENTRIES]: entries, [EVALUATIONS]: { isShared: true }, pledges },
};
