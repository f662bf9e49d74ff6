import * as ofModules from '../generated/modules.ts';
import { chargeDiscount } from './charge-discount.ts';
import { chargeSum } from './charge-sum.ts';
import { checkDigitRules } from './check-digit.ts';
import { contactNumber } from './contact-number.ts';
import { courierPattern } from './courier-pattern.ts';
import { currencyUnknown } from './currency-unknown.ts';
import { extensionsSize } from './extensions-size.ts';
import { freeShipping } from './free-shipping.ts';
import { licenceNo } from './licence-no.ts';
import { maskedLevel } from './masked-level.ts';
import { nameMasked } from './name-masked.ts';
import { noDigitRun } from './no-digit-run.ts';
import { noMaskedInput } from './no-masked-input.ts';
import { noNamedPerson } from './no-named-person.ts';
import { plaintext } from './plaintext.ts';
import { problemRules } from './problem-document.ts';
import { regionRules } from './region.ts';
import { regionUnknownRules } from './region-unknown.ts';
import type { Rule } from './rule.ts';
import { timeOrderRules } from './time-order.ts';
import { unNumberMissing } from './un-number-missing.ts';
import { vinCheck } from './vin-check.ts';

/** The rule layer: everything that a schema cannot say about one value alone, of the vocabulary and of each module. */
export const rules: readonly Rule[] = [
  ...Object.values(ofModules).flat(),
  ...checkDigitRules,
  ...problemRules,
  ...regionRules,
  ...regionUnknownRules,
  ...timeOrderRules,
  chargeDiscount,
  chargeSum,
  contactNumber,
  courierPattern,
  currencyUnknown,
  extensionsSize,
  freeShipping,
  licenceNo,
  maskedLevel,
  nameMasked,
  noDigitRun,
  noMaskedInput,
  noNamedPerson,
  plaintext,
  unNumberMissing,
  vinCheck,
];
