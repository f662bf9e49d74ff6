import { agreementRules } from './agreement.ts';
import { capacityRules } from './capacity.ts';
import { chargeDiscount } from './charge-discount.ts';
import { chargeSum } from './charge-sum.ts';
import { checkDigitRules } from './check-digit.ts';
import { claimsRules } from './claims.ts';
import { consigneeRules } from './consignee.ts';
import { contactNumber } from './contact-number.ts';
import { continuityRules } from './continuity.ts';
import { courierPattern } from './courier-pattern.ts';
import { creditRules } from './credit.ts';
import { crossBorderRules } from './cross-border.ts';
import { currencyUnknown } from './currency-unknown.ts';
import { discoveryRules } from './discovery.ts';
import { emissionRules } from './emission.ts';
import { extensionsSize } from './extensions-size.ts';
import { freeShipping } from './free-shipping.ts';
import { licenceNo } from './licence-no.ts';
import { lockerRules } from './locker.ts';
import { maskedLevel } from './masked-level.ts';
import { nameMasked } from './name-masked.ts';
import { noDigitRun } from './no-digit-run.ts';
import { noMaskedInput } from './no-masked-input.ts';
import { noNamedPerson } from './no-named-person.ts';
import { orderRules } from './order.ts';
import { packagingRules } from './packaging.ts';
import { partyRegisterRules } from './party-register.ts';
import { plaintext } from './plaintext.ts';
import { pricingRules } from './pricing.ts';
import { problemRules } from './problem-document.ts';
import { regionRules } from './region.ts';
import { regionUnknownRules } from './region-unknown.ts';
import { returnsRules } from './returns.ts';
import type { Rule } from './rule.ts';
import { servicePointRules } from './service-point.ts';
import { settlementRules } from './settlement.ts';
import { statisticsRules } from './statistics.ts';
import { timeOrderRules } from './time-order.ts';
import { trackingRules } from './tracking-event.ts';
import { unNumberMissing } from './un-number-missing.ts';
import { vehicleRules } from './vehicle.ts';
import { vinCheck } from './vin-check.ts';
import { warehouseRules } from './warehouse.ts';
import { waybillRules } from './waybill.ts';

/** The rule layer: everything that a schema cannot say about one value alone. */
export const rules: readonly Rule[] = [
  ...checkDigitRules,
  ...agreementRules,
  ...claimsRules,
  ...capacityRules,
  ...consigneeRules,
  ...continuityRules,
  ...creditRules,
  ...crossBorderRules,
  ...discoveryRules,
  ...emissionRules,
  ...lockerRules,
  ...orderRules,
  ...partyRegisterRules,
  ...pricingRules,
  ...packagingRules,
  ...statisticsRules,
  ...trackingRules,
  ...vehicleRules,
  ...warehouseRules,
  ...waybillRules,
  ...problemRules,
  ...returnsRules,
  ...regionRules,
  ...regionUnknownRules,
  ...servicePointRules,
  ...settlementRules,
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
