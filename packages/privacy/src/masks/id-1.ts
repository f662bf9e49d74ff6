import type { Masked } from '../masked.ts';

/** What `id-1` answers. */
export const ID_1 = '^\\*{6}$';

/** The masked form of an identity number: nothing of it, since its head tells the region and its tail a check digit. */
export const id1 = (_text: string): Masked<'id-1'> => '******' as Masked<'id-1'>;
