import type { JWK } from 'jose';
import { ambient } from '../ambient.ts';
import type { components as Received } from '../generated/receiver.ts';
import type { components as Sent } from '../generated/sender.ts';
import type { Methods } from '../runtime/methods.ts';
import type { Problem } from '../runtime/result.ts';
import { openSealedConsignee, type SealRefused } from './open-sealed-consignee.ts';
import { type PlainFields, plainFieldsOf } from './plain-fields.ts';
import type { FieldOf, Purpose, SealedPurpose } from './purposes.ts';

type Request = Sent['schemas']['RevealRequest'];
type Grant = Received['schemas']['RevealGrant'];

/** Who asks whom, and by which keys it opens what it is given. */
export type RevealerOptions = {
  readonly platform: Pick<Methods<'courier'>, 'requestReveal' | 'readReveal'>;
  /** The platform, by its party id. */
  readonly issuer: string;
  /** The caller itself, by its party id. */
  readonly recipient: string;
  /** Private keys (JWK) with their `kid`; the first one is what the answers are sealed to. */
  readonly keys: readonly [JWK & { readonly kid: string }, ...(JWK & { readonly kid: string })[]];
  readonly now?: () => number;
};

type Reference =
  | { readonly consigneeRef: string; readonly consignorRef?: never }
  | { readonly consignorRef: string; readonly consigneeRef?: never };

/** What is asked for. The purpose decides which fields can be named, and whether they may come in clear. */
export type RevealQuestion<P extends Purpose> = Reference &
  Pick<Request, 'waybillNo' | 'actor' | 'authentication' | 'justification'> & {
    readonly purpose: P;
    readonly fields: readonly [FieldOf<P>, ...FieldOf<P>[]];
    readonly idempotencyKey?: string;
  } & (P extends SealedPurpose
    ? unknown
    : {
        /** The answer comes in clear inside TLS; left out, it is sealed. */
        readonly inClear?: true;
      });

/** A grant, with its fields where it showed them. */
export type RevealState = Omit<Grant, 'fields' | 'sealedFields'> & {
  /** Absent while it is to be approved, and where a use is not shown again. */
  readonly fields?: PlainFields;
};

export type RevealResult =
  | { readonly ok: true; readonly reveal: RevealState }
  /** The platform refused. */
  | { readonly ok: false; readonly problem: Problem }
  /** What the platform sealed does not fit: it is not used. */
  | { readonly ok: false; readonly refused: SealRefused };

/** Asks for fields of one person and one parcel for one purpose, and hands them out held. */
export type Revealer = {
  readonly reveal: <P extends Purpose>(question: RevealQuestion<P>) => Promise<RevealResult>;
  /** Uses a grant once more: after its approval, or while uses are left. */
  readonly read: (of: {
    readonly revealId: string;
    readonly waybillNo: string;
    readonly purpose: Purpose;
  }) => Promise<RevealResult>;
};

/** A revealer seals by default, verifies what it is given, and lets no plain value into an error. */
export const createRevealer = ({
  platform,
  issuer,
  recipient,
  keys,
  now = ambient.now,
}: RevealerOptions): Revealer => {
  const taken = async (
    { fields, sealedFields, ...state }: Grant,
    waybillNo: string,
    purpose: string,
  ): Promise<RevealResult> => {
    if (fields !== undefined)
      return { ok: true, reveal: { ...state, fields: plainFieldsOf(fields) } };
    if (sealedFields === undefined) return { ok: true, reveal: state };
    const { revealId } = state;
    const use = { issuer, recipient, waybillNo, purpose, revealId };
    const opened = await openSealedConsignee(sealedFields, use, { keys, now });
    return opened.ok
      ? { ok: true, reveal: { ...state, fields: opened.fields } }
      : { ok: false, refused: opened.refused };
  };

  return {
    reveal: async (question) => {
      const { idempotencyKey, inClear, ...asked } = question as RevealQuestion<Purpose> & {
        readonly inClear?: true;
      };
      const body = {
        ...asked,
        fields: [...asked.fields],
        ...(inClear === true ? {} : { sealToKeyId: keys[0].kid }),
      } as Request;
      const answer = await platform.requestReveal({
        body,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      });
      return answer.ok
        ? taken(answer.value, question.waybillNo, question.purpose)
        : { ok: false, problem: answer.problem };
    },
    read: async ({ revealId, waybillNo, purpose }) => {
      const answer = await platform.readReveal({ path: { revealId } });
      return answer.ok
        ? taken(answer.value, waybillNo, purpose)
        : { ok: false, problem: answer.problem };
    },
  };
};
