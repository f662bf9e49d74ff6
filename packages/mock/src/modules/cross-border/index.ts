import type { ModuleBehaviours } from '../../resources/hooks.ts';
import { declarationHooks } from './declaration-hooks.ts';
import { itemDescriptionHooks } from './item-description-hooks.ts';

/** A declarant between a platform and an invented authority, and a postal operator of destination. */
export const crossBorder: ModuleBehaviours = {
  resources: {
    'customs-declarations': declarationHooks,
    'postal-item-descriptions': itemDescriptionHooks,
  },
};
