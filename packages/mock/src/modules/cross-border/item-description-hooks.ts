import { goodsWarnings } from '@openwaybill/reference/cross-border';
import type { PostalItemDescription } from '@openwaybill/schemas';
import type { Hooks } from '../../resources/hooks.ts';

/** A postal item is described in the same words as a declaration, and read with the same eyes. */
export const itemDescriptionHooks: Hooks = {
  draft: (_happening, next) => {
    const warnings = goodsWarnings((next as PostalItemDescription).contents, '/contents');
    return warnings.length === 0 ? next : { ...next, warnings };
  },
};
