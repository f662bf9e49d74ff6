import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { followReturnParcel } from './follow-parcel.ts';
import { getReturn } from './get-return.ts';
import { hearOfInspection, reportInspection } from './inspect.ts';
import { hearOfReturn } from './observed-return.ts';
import { returnHooks } from './return-hooks.ts';

/** A courier carries returns; a platform authorises, inspects and refunds them. */
export const returns: ModuleBehaviours = {
  operations: {
    'get-return': getReturn,
    'report-return-inspection': reportInspection,
  },
  resources: { returns: returnHooks },
  receives: {
    'org.openwaybill.returns.status.changed': hearOfReturn,
    'org.openwaybill.returns.inspection.recorded': hearOfInspection,
  },
  followsParcel: followReturnParcel,
};
