import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { declarationHooks } from './declaration-hooks.ts';
import { itemDescriptionHooks } from './item-description-hooks.ts';
import { declareGoods } from './own-declaration.ts';

/** A declarant between a platform and an invented authority, a postal operator of destination, and goods of one's own. */
export const crossBorder: ModuleBehaviours = {
  resources: {
    'customs-declarations': declarationHooks,
    'postal-item-descriptions': itemDescriptionHooks,
  },
  calls: { 'submit-declaration': declareGoods },
};
