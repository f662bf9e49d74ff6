import {
  type Claim,
  claimOf,
  isFor,
  lackText,
  Misuse,
  planOf,
  type Scenario,
  scenarios,
  Unreachable,
} from '@openwaybill/conformance';
import type { Role } from '@openwaybill/schemas';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { nodeShore } from '../shore/node-shore.ts';
import { columns } from '../table.ts';
import type { CheckCommandOptions, SettledOptions } from './options.ts';
import { isOwnProduction, readClaimFile } from './read-claim.ts';
import { readWays } from './read-ways.ts';
import { complaintOf } from './run-complaint.ts';
import { selectionOf } from './selection.ts';

const row = ({ id, tier, title, touches }: Scenario) => ({ id, tier, title, touches });

/** What there is, whether or not a system is there: every scenario, or those of one role. */
export const showList = (options: CheckCommandOptions, io: Io): ExitCode => {
  const all = scenarios.filter(
    (one) => options.role === undefined || isFor(one, options.role as Role),
  );
  io.out(
    options.json
      ? JSON.stringify(all.map(row))
      : columns(
          all.map(({ id, tier, title, touches }) => [
            id,
            tier,
            title[options.language],
            touches.join(' '),
          ]),
        ),
  );
  return EXIT.ok;
};

/** What would run against a system, and why not the rest. */
export const showPlan = async (options: SettledOptions, io: Io): Promise<ExitCode> => {
  const claimRead = await readClaimFile(options, io);
  if ('complaint' in claimRead) return complain(io, options, claimRead.complaint);
  const { file } = claimRead;
  let claim: Claim;
  try {
    claim = await claimOf({
      url: options.url,
      shore: nodeShore(io, { seed: 1, ask: async () => 'CANNOT', tell: () => undefined }),
      ...(options.role === undefined ? {} : { role: options.role as Role }),
      ...(options.depth === undefined ? {} : { depth: options.depth }),
      ...(file === undefined ? {} : { claim: file }),
    });
  } catch (error) {
    if (!(error instanceof Misuse || error instanceof Unreachable)) throw error;
    return complain(io, options, complaintOf(error));
  }
  const ways = await readWays(options, io);
  if ('complaint' in ways) return complain(io, options, ways.complaint);
  const selected = selectionOf(
    { ...options, ...ways, isOwnProduction: isOwnProduction(options, file, claim.document) },
    claim,
  );
  if ('complaint' in selected) return complain(io, options, selected.complaint);
  const plan = planOf(claim, selected.selection);
  if (options.json)
    io.out(
      JSON.stringify({
        chosen: plan.chosen.map(row),
        leftOut: plan.leftOut.map(([{ id }, lack]) => ({ id, lack })),
      }),
    );
  else
    io.out(
      columns([
        ...plan.chosen.map(({ id, title, touches }) => [
          id,
          title[options.language],
          touches.join(' '),
        ]),
        ...plan.leftOut.map(([{ id, title }, lack]) => [
          id,
          title[options.language],
          lackText(lack)[options.language],
        ]),
      ]),
    );
  return EXIT.ok;
};
