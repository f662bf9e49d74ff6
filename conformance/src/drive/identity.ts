import type { Role } from '@openwaybill/schemas';
import type { JWK } from 'jose';

/** Whom the runner speaks as. */
export type Identity = 'runner' | 'second' | 'nobody' | 'merchant' | 'isv' | 'locker' | 'consignee';

/** What lets the runner speak: a client of the system, with the key that it registered. */
export type Credentials = {
  readonly clientId: string;
  readonly partyId: string;
  readonly role: Role;
  readonly name?: string;
  /** Private key (JWK, Ed25519) with its `kid`. */
  readonly key: JWK;
};

/** The runner's own, and those that some scenarios want beside them. */
export type AllCredentials = { readonly runner: Credentials } & {
  readonly [who in Exclude<Identity, 'nobody' | 'runner'>]?: Credentials;
};

/** The role that the runner plays against a role under test. */
export const counterpartOf = (role: Role): Role =>
  ({
    platform: 'courier',
    courier: 'platform',
    merchant: 'platform',
    isv: 'platform',
    consignee: 'platform',
    'service-point': 'platform',
    locker: 'platform',
    warehouse: 'platform',
    'packaging-operator': 'courier',
    hub: 'platform',
    'customs-agent': 'platform',
    insurer: 'platform',
    regulator: 'courier',
  })[role] as Role;
