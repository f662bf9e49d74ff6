import type { Check } from '@openwaybill/schemas';
import { assetId, consigneeRef, grai, gs1, partyId, s10, uscc } from '../check-digits/index.ts';
import { ruleFor } from './rule.ts';

const SCHEMES: Readonly<Partial<Record<Check, (value: string) => boolean>>> = {
  s10: s10.isValid,
  gs1: gs1.isValid,
  grai: grai.isValid,
  'asset-id': assetId.isValid,
  uscc: uscc.isValid,
  'party-id': partyId.isValid,
  'consignee-ref': consigneeRef.isValid,
};

/** Check digits of section 4 of the standard: hard errors, one rule a scheme. */
export const checkDigitRules = Object.entries(SCHEMES).map(([scheme, isValid]) =>
  ruleFor<string>({
    name: `check-digit-${scheme}`,
    id: 'check-digit',
    places: [{ check: scheme as Check }],
    judge: (value, at) =>
      isValid(value) ? [] : [{ pointer: at, rule: 'check-digit', params: { scheme } }],
    severity: 'error',
    problem: 'CHECK_DIGIT_INVALID',
    text: {
      en: 'its check character does not follow from the others',
      zh: '校验位与其余字符不符',
    },
    hint: {
      en: 'Copy the identifier again from its source: one character is wrong, or two are swapped.',
      zh: '请从来源重新复制该编号：可能错了一位或两位互换。',
    },
  }),
);
