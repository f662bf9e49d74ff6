import type { Disturbance, EventDraft } from '../drive/stage.ts';

/** How a delivery is forged. */
export const FORGED: Readonly<Record<string, Disturbance & Pick<EventDraft, 'source'>>> = {
  'forged-bit': { signature: 'BIT_FLIPPED' },
  'forged-key': { signature: 'OTHER_KEY' },
  'forged-none': { signature: 'NONE' },
  'forged-v1-only': { signature: 'V1_ONLY' },
  'forged-source': { source: 'urn:openwaybill:party:NOBODY7' },
  'forged-body': { alterBody: (body) => body.replace('"1.0"', '"1.1"') },
  'forged-old': { timestampOffsetSeconds: -301 },
  // two seconds more than the tolerance, so that the way to the receiver does not make it right
  'forged-early': { timestampOffsetSeconds: 303 },
  'forged-no-number': { timestamp: 'yesterday' },
};

/** Deliveries that look odd and are right. */
export const GENUINE: Readonly<Record<string, Disturbance>> = {
  'genuine-two-signatures': { signature: 'VALID_AND_INVALID' },
  // one second of the tolerance is left for the way to the receiver
  'genuine-old': { timestampOffsetSeconds: -298 },
  'genuine-early': { timestampOffsetSeconds: 298 },
};
