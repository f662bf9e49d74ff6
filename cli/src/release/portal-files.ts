import { join } from 'node:path';
import { tables } from '@openwaybill/crosswalk';
import { emitters, guidesOf, releaseOf } from '@openwaybill/emit';
import { type PortalOptions, type PortalScenario, portal } from '@openwaybill/portal';
import { type Contract, fromContract, type Text } from '@openwaybill/schemas';
import { readClauses } from '../clauses.ts';
import type { Io } from '../io.ts';
import { handedIn } from './handed-in.ts';

/** The compiled validators, as the portal loads them. */
const VALIDATORS = 'validators.js';

const scenariosIn = (files: ReadonlyMap<string, string>): readonly PortalScenario[] =>
  [...files].flatMap(([path, text]) => (path.startsWith('scenarios/') ? [JSON.parse(text)] : []));

/** The page of the policy of views, in both languages. */
const viewsIn = (contract: Contract): Text => {
  const files = emitters.policy(fromContract(contract));
  const page = (language: keyof Text): string => files.get(`policy/views.${language}.md`) ?? '';
  return { en: page('en'), zh: page('zh') };
};

/** What makes the pages of a contract, by path. */
export type PagesOf = (
  contract: Contract,
  setting: Omit<
    PortalOptions,
    'policy' | 'scenarios' | 'crosswalks' | 'guides' | 'views' | 'validators'
  >,
  io: Io,
) => Promise<ReadonlyMap<string, string>>;

/** The pages of a contract, with what other rooms and the seeds know of it. Throws where the installation lacks a file. */
export const portalFiles: PagesOf = async (contract, setting, io) => {
  const files = await handedIn(io);
  const { version } = contract;
  const { status, publishedOn = '', previous } = setting;
  const guides = guidesOf(
    releaseOf(contract, {
      version,
      status,
      publishedOn,
      ...(previous === undefined ? {} : { previous }),
      handedIn: files,
    }),
  );
  const read = await io.read(join(io.portal, VALIDATORS));
  if (!read.ok) throw new Error(`${VALIDATORS} is missing from this installation`);
  return portal(contract, {
    ...setting,
    policy: await readClauses(io),
    scenarios: scenariosIn(files),
    crosswalks: tables,
    guides,
    views: viewsIn(contract),
    validators: new TextDecoder().decode(read.bytes),
  });
};
