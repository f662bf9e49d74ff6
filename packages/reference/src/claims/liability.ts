import type { Claim, ClaimDecision, LiabilityTerm, Money } from '@openwaybill/schemas';

/** What is known of a claim when it is decided. */
export type Loss = Pick<Claim, 'kind' | 'isInsured' | 'claimedAmount' | 'declaredValue'> & {
  /** What was found to be lost; absent: what is claimed. */
  readonly assessed?: Money;
  /** The express charge of the parcel, where a term counts by it. */
  readonly charge?: Money;
};

/** A decision, or why the terms cannot make one. */
export type Verdict =
  | Pick<ClaimDecision, 'decision' | 'amount' | 'rule'>
  | { readonly undecided: 'CHARGE_UNKNOWN' | 'CURRENCY_MIXED' | 'DECLARED_VALUE_UNKNOWN' };

/** What holds where no agreed term fits. */
export const DEFAULT_LIABILITY: readonly LiabilityTerm[] = [
  { isInsured: true, rule: 'DECLARED_VALUE' },
  { isInsured: false, rule: 'ACTUAL_LOSS' },
];

const fits = ({ kinds, isInsured }: LiabilityTerm, loss: Loss): boolean =>
  isInsured === loss.isInsured && kinds?.includes(loss.kind) !== false;

const isMoney = (amount: Money | undefined): amount is Money => amount !== undefined;

/**
 * Decides a claim by the first term that fits, agreed ones before the defaults. What is owed is the loss less the
 * deductible, and never more than was claimed, than the limits of the term, or, of an insured parcel, than its
 * declared value (CLM-003). Amounts of several currencies are not compared.
 */
export const verdictOf = (agreed: readonly LiabilityTerm[], loss: Loss): Verdict => {
  const term = [...agreed, ...DEFAULT_LIABILITY].find((one) => fits(one, loss));
  const { claimedAmount, declaredValue, assessed, charge } = loss;
  if (term === undefined) throw new Error('the defaults fit every claim');
  if (loss.isInsured && declaredValue === undefined) return { undecided: 'DECLARED_VALUE_UNKNOWN' };
  if (term.chargeMultiple !== undefined && charge === undefined)
    return { undecided: 'CHARGE_UNKNOWN' };

  const multiple =
    term.chargeMultiple === undefined || charge === undefined
      ? undefined
      : { currency: charge.currency, minor: charge.minor * term.chargeMultiple };
  const limits = [
    claimedAmount,
    term.limit,
    multiple,
    loss.isInsured ? declaredValue : undefined,
  ].filter(isMoney);
  const { currency } = claimedAmount;
  if ([...limits, assessed, term.deductible].some((one) => one && one.currency !== currency))
    return { undecided: 'CURRENCY_MIXED' };

  const owed = (assessed ?? claimedAmount).minor - (term.deductible?.minor ?? 0);
  const minor = Math.max(0, Math.min(owed, ...limits.map((limit) => limit.minor)));
  const decision = minor === 0 ? 'REJECTED' : minor === claimedAmount.minor ? 'APPROVED' : 'PARTLY';
  return { decision, amount: { currency, minor }, rule: term.rule };
};
