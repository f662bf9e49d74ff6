import type { PackagingDeclarationSubmission } from './declare-packaging.ts';

/** The tea of the order examples, in a reusable box. */
export const reusableBoxDeclaration: PackagingDeclarationSubmission = {
  declarationId: '019398a0-0000-7000-8000-0000000000d1',
  orderNo: 'SO-20261111-0001',
  packageId: 'P1',
  components: [
    {
      kind: 'REUSABLE_BOX',
      material: 'PLASTIC_NON_BIO',
      weightGrams: 620,
      recycledPercent: 30,
      certificate: {
        scheme: '快递包装绿色产品认证',
        number: 'GP-2026-000171',
        validToOn: '2027-12-31',
      },
    },
    { kind: 'WAYBILL_LABEL', material: 'PAPER', weightGrams: 2, recycledPercent: 0 },
  ],
  emptySpacePercent: 12,
  packClass: 'A_REUSABLE',
  isSecondPackaging: false,
};

/** The box of Dalian. */
export const boxAssetId = 'RA2102020000171';

/** A consumer at one platform. */
export const consumerRef = 'cs_4f8Kq1Zr7Vb2LkD0sYw9cR';
