import { ListOf, Optional, Part, Ref, words } from '../define/index.ts';
import { Dimensions } from '../vocabulary/dimensions.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { Sscc } from '../vocabulary/sscc.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';

/** What the warehouse knows of each package: measures from PACKED on, the number from CONSIGNED at the latest. */
export const packedPackages = ListOf(
  Part(
    {
      packageId: Ref(PackageId),
      weightGrams: Optional(Ref(WeightGrams)),
      dimensions: Optional(Ref(Dimensions)),
      sscc: Optional(Ref(Sscc)),
      waybillNo: Optional(Ref(WaybillNo)),
    },
    words(
      { en: 'Package', zh: '包裹' },
      { en: 'One package, and how it was packed.', zh: '一个包裹及其打包结果。' },
    ),
  ),
  1,
  100,
  words(
    { en: 'Packages', zh: '包裹' },
    {
      en: 'One entry a package; weighed and measured once it is packed.',
      zh: '每个包裹一项；打包后带重量与尺寸。',
    },
  ),
);
