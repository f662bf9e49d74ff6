import { privacy, Ref, words } from '../define/index.ts';
import { RegionCode } from '../vocabulary/region-code.ts';

/** The region of a search for public places: never that of a person. */
export const regionQuery = Ref(RegionCode, {
  ...words(
    { en: 'Region', zh: '区划' },
    {
      en: 'Only places in this region or in one inside of it.',
      zh: '仅限该区划及其下级区划内的场所。',
    },
  ),
  ...privacy('public', 'code'),
});
