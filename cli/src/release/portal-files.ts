import { join } from 'node:path';
import { tables } from '@openwaybill/crosswalk';
import { type PortalOptions, type PortalScenario, portal } from '@openwaybill/portal';
import type { Contract } from '@openwaybill/schemas';
import { readClauses } from '../clauses.ts';
import type { Io } from '../io.ts';
import { handedIn } from './handed-in.ts';

/** The compiled validators, as the portal loads them. */
const VALIDATORS = 'validators.js';

const scenariosIn = async (io: Io): Promise<readonly PortalScenario[]> =>
  [...(await handedIn(io))].flatMap(([path, text]) =>
    path.startsWith('scenarios/') ? [JSON.parse(text)] : [],
  );

/** What makes the pages of a contract, by path. */
export type PagesOf = (
  contract: Contract,
  setting: Omit<PortalOptions, 'policy' | 'scenarios' | 'crosswalks' | 'validators'>,
  io: Io,
) => Promise<ReadonlyMap<string, string>>;

/** The pages of a contract, with what other rooms and the seeds know of it. Throws where the installation lacks a file. */
export const portalFiles: PagesOf = async (contract, setting, io) => {
  const read = await io.read(join(io.portal, VALIDATORS));
  if (!read.ok) throw new Error(`${VALIDATORS} is missing from this installation`);
  return portal(contract, {
    ...setting,
    policy: await readClauses(io),
    scenarios: await scenariosIn(io),
    crosswalks: tables,
    validators: new TextDecoder().decode(read.bytes),
  });
};
