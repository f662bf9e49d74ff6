import { Flag, Line, Part, privacy, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { RealNameMethod } from '../vocabulary/real-name-method-codes.ts';

/** The fact of a verification alone; who needs the number asks for a sealed reveal. */
export const buyerAttestation = Part(
  {
    verified: Flag(
      { en: 'Verified', zh: '已核验' },
      { en: "Whether the buyer's identity was verified.", zh: '订购人身份是否已核验。' },
    ),
    method: Ref(RealNameMethod),
    verifiedAt: Ref(
      Instant,
      words(
        { en: 'Verified at', zh: '核验时间' },
        { en: 'When it was verified.', zh: '核验的时刻。' },
      ),
    ),
    receiptRef: Line(
      64,
      { en: 'Receipt', zh: '凭证号' },
      {
        en: 'Random name of the record that the platform keeps.',
        zh: '平台留存记录的随机标识。',
      },
      privacy('pseudonymous', 'opaque-ref'),
    ),
  },
  words(
    { en: 'Attestation of the buyer', zh: '订购人核验声明' },
    {
      en: "That the buyer's identity was verified, and how; no document number in any form.",
      zh: '订购人身份已核验的事实及方式；不含任何形式的证件号。',
    },
  ),
);
