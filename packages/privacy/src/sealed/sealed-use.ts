/** What a recipient of sealed fields uses them for. */
export type SealedUse = {
  /** Who sealed them. */
  readonly issuer: string;
  /** The recipient itself. */
  readonly recipient: string;
  readonly waybillNo: string;
  readonly purpose: string;
  readonly revealId: string;
};

/** Why sealed fields are refused: what of them does not fit. */
export type SealFault =
  | 'FORM'
  | 'ISSUER'
  | 'AUDIENCE'
  | 'WAYBILL'
  | 'PURPOSE'
  | 'REVEAL'
  | 'EXPIRED'
  | 'KEY';

/** The claims that whoever opens sealed fields has to understand (RFC 7515 section 4.1.11). */
export const SEALED_CRITICAL = ['aud', 'waybillNo', 'purpose', 'revealId', 'exp'] as const;

export const SEALED_ALGORITHM = 'ECDH-ES+A256KW';
export const SEALED_ENCRYPTION = 'A256GCM';
export const SEALED_TYPE = 'consignee+jwe';

type Header = Readonly<Record<string, unknown>>;

const namesEach = (crit: unknown): boolean =>
  Array.isArray(crit) &&
  crit.length === SEALED_CRITICAL.length &&
  SEALED_CRITICAL.every((claim) => crit.includes(claim));

/**
 * What of a sealed payload does not fit its use, before it is opened; nothing where all of it does. It stops cut and
 * paste onto another parcel, party or purpose.
 */
export const sealFaultOf = (
  header: Header,
  use: SealedUse,
  nowMilliseconds: number,
): SealFault | undefined => {
  const isOfForm =
    header.alg === SEALED_ALGORITHM &&
    header.enc === SEALED_ENCRYPTION &&
    header.typ === SEALED_TYPE &&
    Number.isInteger(header.iat) &&
    Number.isInteger(header.exp) &&
    namesEach(header.crit);
  if (!isOfForm) return 'FORM';
  if (header.iss !== use.issuer) return 'ISSUER';
  if (header.aud !== use.recipient) return 'AUDIENCE';
  if (header.waybillNo !== use.waybillNo) return 'WAYBILL';
  if (header.purpose !== use.purpose) return 'PURPOSE';
  if (header.revealId !== use.revealId) return 'REVEAL';
  return Number(header.exp) * 1000 <= nowMilliseconds ? 'EXPIRED' : undefined;
};
