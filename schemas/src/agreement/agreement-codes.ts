import { statesAsCodes } from '../define/index.ts';
import { agreementLifecycle } from './agreement-lifecycle.ts';

/** States of an agreement. */
export const AgreementStatus = statesAsCodes('AgreementStatus', agreementLifecycle);
