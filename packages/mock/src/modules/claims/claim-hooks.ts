import { APPEAL_WITHIN, dueAfter, type Verdict, verdictOf } from '@openwaybill/reference/claims';
import type { Attachment, Claim, ClaimDecision, Money } from '@openwaybill/schemas';
import { Refusal, ruleViolated } from '../../engine/refusal.ts';
import { collectionNamed, listResources } from '../../resources/change.ts';
import { happensAt } from '../../resources/due.ts';
import type { Happening, Hooks } from '../../resources/hooks.ts';
import { demandWaybill } from './demand-waybill.ts';
import { claimTermsWith, dueBy } from './terms.ts';

/** What the mock courier takes for any parcel; a term may count by it. */
const CHARGE: Money = { currency: 'CNY', minor: 1200 };

/** How long each step takes at the mock: all of them together are shorter than any agreed time. */
const STEP = { review: 'PT1H', decision: 'P2D', appeal: 'P5D', payment: 'P1D' };

const verdict = async ({ unit, owner }: Happening, claim: Claim): Promise<Verdict> =>
  verdictOf((await claimTermsWith(unit, owner))?.liability ?? [], { ...claim, charge: CHARGE });

const isOwed = (found: Verdict): found is Exclude<Verdict, { readonly undecided: string }> =>
  'decision' in found && found.decision !== 'REJECTED';

/** A decision as the table asks for it; what the terms do not owe is not approved, not even by test control. */
const decided = async (
  happening: Happening,
  claim: Claim,
  isApproval: boolean,
): Promise<ClaimDecision> => {
  const found = await verdict(happening, claim);
  const decidedAt = happening.now;
  if (isApproval) {
    if (!isOwed(found)) throw new Refusal('STATE_ILLEGAL');
    const text = found.decision === 'PARTLY' ? '赔付以所适用规则的限额为准' : '按索赔金额赔付';
    return { ...found, reasonText: text, decidedAt };
  }
  return {
    decision: 'REJECTED',
    amount: { currency: claim.claimedAmount.currency, minor: 0 },
    rule: 'rule' in found ? found.rule : 'ACTUAL_LOSS',
    reasonText: '现有证据不足以证明损失',
    decidedAt,
  };
};

const MOST_EVIDENCE = 20;

/** Evidence is added to, and one file is one piece of it however often it is sent. */
const withEvidence = (before: Claim, added: readonly Attachment[]): Claim['evidence'] => {
  const known = new Set(before.evidence.map(({ attachmentId }) => attachmentId));
  const evidence = [
    ...before.evidence,
    ...added.filter(({ attachmentId }) => !known.has(attachmentId)),
  ];
  if (evidence.length > MOST_EVIDENCE) throw ruleViolated('/evidence', 'DSC-023');
  return evidence;
};

/** What the one who decides does by itself in a state, and when. */
const nextFact = async (
  happening: Happening,
  claim: Claim,
): Promise<readonly [string, string] | undefined> => {
  const approves = async () => isOwed(await verdict(happening, claim));
  switch (claim.status) {
    case 'FILED':
      return ['REVIEW_STARTED', STEP.review];
    case 'UNDER_REVIEW':
      return [(await approves()) ? 'CLAIM_APPROVED' : 'CLAIM_REJECTED', STEP.decision];
    case 'APPEALED':
      return [(await approves()) ? 'APPEAL_UPHELD' : 'APPEAL_REFUSED', STEP.appeal];
    case 'APPROVED':
      return ['CLAIM_PAID', STEP.payment];
    default:
      return undefined;
  }
};

const noLiveClaim = async ({ system, unit, owner, body }: Happening): Promise<boolean> => {
  const { states } = system.lifecycle('claim');
  return (await listResources(unit, collectionNamed(system, 'claims'), owner)).every(
    (one) =>
      one.waybillNo !== body.waybillNo ||
      one.kind !== body.kind ||
      states[one.status]?.terminal === true,
  );
};

/** Claims at a courier or an insurer. */
export const claimHooks: Hooks = {
  guards: async (happening, before) => {
    if (before === undefined) await demandWaybill(happening);
    return {
      NO_LIVE_CLAIM: before !== undefined || (await noLiveClaim(happening)),
      APPEAL_IN_TIME: before?.appealDueAt === undefined || happening.now < before.appealDueAt,
    };
  },
  draft: async (happening, next, before) => {
    const claim = next as Claim;
    const { unit, owner, now, on } = happening;
    if (before === undefined)
      return { ...claim, decisionDueAt: await dueBy(unit, owner, now, 'decisionWithin') };
    switch (on) {
      case 'add-claim-evidence':
        return { ...claim, evidence: withEvidence(before as Claim, happening.body.evidence) };
      case 'CLAIM_APPROVED':
      case 'APPEAL_UPHELD':
        return { ...claim, decision: await decided(happening, claim, true) };
      case 'CLAIM_REJECTED':
        return {
          ...claim,
          decision: await decided(happening, claim, false),
          appealDueAt: dueAfter(now, APPEAL_WITHIN),
        };
      default:
        return claim;
    }
  },
  changed: async (happening, next, before) => {
    const claim = next as Claim;
    if (claim.status === before?.status) return;
    const fact = await nextFact(happening, claim);
    if (fact === undefined) return;
    const { system, unit, owner, now } = happening;
    const of = { collection: 'claims', owner, id: claim.claimId };
    happensAt(system, unit, dueAfter(now, fact[1]), of, fact[0]);
  },
};
