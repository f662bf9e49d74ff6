import type { Counterparty } from '@openwaybill/mock';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { isWebAddress } from '../web-address.ts';
import { isPlayed, PLAYED, type Played } from './parties.ts';

/** A real system in place of a partner of the sandbox. */
export type Peer = {
  readonly url: string;
  /** What it publishes of itself; absent where it did not answer: then it has the name and key of the partner. */
  readonly introduced?: Pick<Counterparty, 'partyId' | 'name' | 'keys'>;
};

export type Peers = Readonly<Partial<Record<Played, Peer>>>;

const usage = (seen: Complaint['seen'], wanted: Complaint['wanted']) => ({
  complaint: {
    code: EXIT.usage,
    seen,
    wanted,
    remedy: {
      en: 'write --peer courier=http://localhost:8080',
      zh: '请写作 --peer courier=http://localhost:8080',
    },
  },
});

/**
 * Reads `role=address`, once a role, and asks each what it says of itself. One that does not answer yet may be started
 * later; one that answers something else is none.
 */
export const readPeers = async (
  given: readonly string[],
  roles: readonly Played[],
  io: Io,
): Promise<{ readonly peers: Peers } | { readonly complaint: Complaint }> => {
  const peers: Partial<Record<Played, Peer>> = {};
  for (const text of given) {
    const seen = { en: `--peer is given ${text}`, zh: `--peer 的取值为 ${text}` };
    const [, role = '', address = ''] = /^([a-z-]+)=(.*)$/.exec(text) ?? [];
    if (!isPlayed(role) || roles.includes(role) || role in peers)
      return usage(seen, {
        en: `one address is needed for a role that is not played here: ${PLAYED.filter((one) => !roles.includes(one)).join(', ')}`,
        zh: `每个未在此扮演的角色至多一个地址：${PLAYED.filter((one) => !roles.includes(one)).join('、')}`,
      });
    if (!isWebAddress(address))
      return usage(seen, {
        en: 'the base address of a system is needed',
        zh: '需要系统的基址',
      });
    const url = address.replace(/\/+$/, '');
    // it brings the conformance suite along, which no other start needs
    const { watchedParty } = await import('../record/watched-party.ts');
    const found = await watchedParty(io, url, role);
    if ('complaint' in found && found.complaint.code !== EXIT.environment) return found;
    peers[role] =
      'complaint' in found
        ? { url }
        : {
            url,
            introduced: {
              partyId: found.document.organisation.partyId,
              name: found.document.organisation.name,
              keys: found.keys ?? [],
            },
          };
  }
  return { peers };
};
