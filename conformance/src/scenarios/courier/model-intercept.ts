import { intercept } from '../../models/intercept-walk.ts';
import { modelOfWalk } from '../model.ts';

/** Intercepts in every state that can be reached, and a second one beside each that is open. */
export const modelIntercept = modelOfWalk(intercept);
