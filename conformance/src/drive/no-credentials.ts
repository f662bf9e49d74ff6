import type { Identity } from './identity.ts';

/** The run was given no credentials of a party that it was to speak as: what needs that party is not seen. */
export class NoCredentials extends Error {
  override readonly name = 'NoCredentials';
  readonly identity: Identity;
  constructor(identity: Identity) {
    super(`there are no credentials of ${identity}`);
    this.identity = identity;
  }
}
