import { type Keys, type SigningKey, sealingPairOf, signingKeyOf } from './keys.ts';

/** Where the replacement of the signing key stands; it is kept, so that a restart goes on with it. */
export type Rotation = {
  /** How often the key was replaced. */
  readonly count: number;
  /** What the former key is good for still: it signs, is only published, or is gone. */
  readonly former: 'SIGNS' | 'PUBLISHED' | 'GONE';
  /** Whose clock it goes by. */
  readonly tenant: string;
};

export const NO_ROTATION: Rotation = { count: 0, former: 'GONE', tenant: '' };

/** The keys of this system as they are now: whoever holds the ring sees a rotation at once. */
export type KeyRing = Keys & { readonly turn: (rotation: Rotation) => Promise<void> };

/** The key of a party after so many rotations; the first one has the name that its counterparties know. */
const keyAfter = (seed: number, partyId: string, count: number): Promise<SigningKey> =>
  signingKeyOf(seed, count === 0 ? partyId : `${partyId}:${count}`);

/** The keys of a party where a rotation stands. */
export const createKeyRing = async (
  seed: number,
  partyId: string,
  first: Rotation,
): Promise<KeyRing> => {
  const sealing = await sealingPairOf(seed, partyId);
  const keysAt = async ({ count, former }: Rotation) => {
    const current = await keyAfter(seed, partyId, count);
    const before = former === 'GONE' ? [] : [await keyAfter(seed, partyId, count - 1)];
    return {
      current,
      signing: former === 'SIGNS' ? [current, ...before] : [current],
      published: [current, ...before],
    };
  };
  let held = await keysAt(first);
  let at = first;
  return {
    get current() {
      return held.current;
    },
    get signing() {
      return held.signing;
    },
    get published() {
      return held.published;
    },
    sealing: sealing.publicJwk,
    opening: sealing.privateJwk,
    turn: async (rotation) => {
      if (rotation.count === at.count && rotation.former === at.former) return;
      held = await keysAt(rotation);
      at = rotation;
    },
  };
};
