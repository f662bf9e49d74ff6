import { agreement } from '../../models/agreement-walk.ts';
import { modelOf } from '../model.ts';

/** Commands on an agreement from every state that can be reached. */
export const modelAgreement = modelOf(agreement, ['DSC-028'], '协议');
