import { chargeDiscount } from './charge-discount.ts';
import { chargeSum } from './charge-sum.ts';
import { checkDigitRules } from './check-digit.ts';
import { courierPattern } from './courier-pattern.ts';
import { currencyUnknown } from './currency-unknown.ts';
import { licenceNo } from './licence-no.ts';
import { maskedLevel } from './masked-level.ts';
import { noDigitRun } from './no-digit-run.ts';
import { noMaskedInput } from './no-masked-input.ts';
import { plaintext } from './plaintext.ts';
import { regionUnknownRules } from './region-unknown.ts';
import type { Rule } from './rule.ts';
import { vinCheck } from './vin-check.ts';

/** The rule layer: everything that a schema cannot say about one value alone. */
export const rules: readonly Rule[] = [
  ...checkDigitRules,
  ...regionUnknownRules,
  chargeDiscount,
  chargeSum,
  courierPattern,
  currencyUnknown,
  licenceNo,
  maskedLevel,
  noDigitRun,
  noMaskedInput,
  plaintext,
  vinCheck,
];
