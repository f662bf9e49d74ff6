import { waybill } from '../../models/waybill-walk.ts';
import { modelOf } from '../model.ts';

/** Commands on a waybill from every state that can be reached. */
export const modelWaybill = modelOf(waybill, ['DSC-028'], '运单');
