import {
  type AllCredentials,
  type AppliedSet,
  type CheckOptions,
  type Claim,
  type ClaimFile,
  claimOf,
  Misuse,
  type Selection,
  type Shore,
  Unreachable,
} from '@openwaybill/conformance';
import { type Role, SERVING_ROLES } from '@openwaybill/schemas';
import { credentialsOf, givenCredentials } from '../check/credentials.ts';
import type { SettledOptions } from '../check/options.ts';
import { type BaselineFile, readBaselineFile } from '../check/read-baseline.ts';
import { isOwnProduction, readClaimFile } from '../check/read-claim.ts';
import { NEXT_SET, readSet } from '../check/read-set.ts';
import { readWays } from '../check/read-ways.ts';
import { selectionOf } from '../check/selection.ts';
import { type Complaint, complaintText } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Listen } from '../shore/listen-at.ts';
import { nodeShore } from '../shore/node-shore.ts';
import { probeClients } from './clients.ts';
import { discover, probeEndpoints, probeEnvironment, probeKeys, probeRole } from './document.ts';
import { probeClock } from './network.ts';
import { probeFolder, probePort, probeProgram, probeProxy } from './own.ts';
import { ok, type Probe, problem, told } from './probe.ts';
import { probePlan, probeReceiver } from './surroundings.ts';

/** What was looked at before a run, and what of it the run needs. */
export type Examined = {
  readonly probes: readonly Probe[];
  readonly credentials?: AllCredentials;
  readonly claimFile?: ClaimFile;
  readonly selection?: Selection;
  readonly baseline?: BaselineFile;
  readonly set?: AppliedSet;
};

const complained = (probe: Probe['probe'], complaint: Complaint): Probe => ({
  probe,
  state: 'problem',
  code: complaint.code,
  text: { en: complaintText(complaint, 'en'), zh: complaintText(complaint, 'zh') },
});

/** A baseline is of one role, and of one set; the set does not matter where it is written anew. */
const probeBaseline = (
  file: BaselineFile | undefined,
  run: { readonly role: Role; readonly set?: string },
): Probe => {
  if (file === undefined) return told('baseline', 'unneeded', 'none', '无');
  const { path, baseline } = file;
  if (baseline.role !== run.role)
    return problem(
      'baseline',
      EXIT.usage,
      `${path} is of a ${baseline.role}, and this is a ${run.role}; name another file with --baseline`,
      `${path} 属于 ${baseline.role}，而本次为 ${run.role}；请用 --baseline 指定其他文件`,
    );
  return run.set === undefined || baseline.set === run.set
    ? ok('baseline', {
        en: `${path}, ${baseline.entries.length} entries`,
        zh: `${path}，${baseline.entries.length} 条`,
      })
    : problem(
        'baseline',
        EXIT.usage,
        `${path} is of the set ${baseline.set}, and this run is judged by ${run.set}; write it anew with check --write-baseline, or choose --set ${baseline.set}`,
        `${path} 属于要求集 ${baseline.set}，而本次按 ${run.set} 判定；请用 check --write-baseline 重新写入，或使用 --set ${baseline.set}`,
      );
};

const QUIET: Pick<Shore, 'ask' | 'tell'> = { ask: async () => 'CANNOT', tell: () => undefined };

/**
 * Looks at everything that a run needs, and tells configuration, environment and findings apart. Nothing is changed on the
 * system.
 */
export const examine = async (
  options: SettledOptions & { readonly configFile?: string },
  io: Io,
): Promise<Examined> => {
  const { url } = options;
  const shore = (at?: Listen): Shore =>
    nodeShore(io, {
      seed: 1,
      ...QUIET,
      ...(at?.hostname === undefined ? {} : { hostname: at.hostname }),
    });
  const probes: Probe[] = [
    probeProgram(io),
    options.configFile === undefined
      ? told('config', 'unneeded', 'none', '无')
      : ok('config', options.configFile),
    await probeFolder(options.out, io),
    await probePort(options, shore),
    probeProxy(io),
  ];
  const claimRead = await readClaimFile(options, io);
  if ('complaint' in claimRead)
    return { probes: [...probes, complained('claim', claimRead.complaint)] };
  const claimFile = claimRead.file;
  // whom the run speaks as follows from the role under test, which is not known yet: any will do to look at the form
  const given = await givenCredentials({ ...options, role: options.role ?? SERVING_ROLES[0] }, io);
  if ('complaint' in given) probes.push(complained('token', given.complaint));
  const ways = await readWays(options, io);
  if ('complaint' in ways) return { probes: [...probes, complained('ways', ways.complaint)] };
  const baseline = await readBaselineFile(options, io);
  if ('complaint' in baseline) probes.push(complained('baseline', baseline.complaint));
  const { probes: reached, found } = await discover(url, claimFile, io);
  probes.push(...reached);
  if (found === undefined) return { probes };
  const { document, date } = found;
  const { probe: roleProbe, role } = probeRole(options.role ?? claimFile?.role, document);
  const isOwn = isOwnProduction(options, claimFile, document);
  // the first answer pays for the connection, which a run does once
  const began = io.elapsed();
  const keys = await probeKeys(document, io);
  const milliseconds = Math.max(1, io.elapsed() - began);
  probes.push(
    roleProbe,
    probeEnvironment(document, isOwn),
    probeEndpoints(url, document),
    keys,
    probeClock(date, io),
  );
  if (role === undefined) return { probes };
  const target = {
    url,
    role,
    ...(options.depth === undefined ? {} : { depth: options.depth }),
    ...(claimFile === undefined ? {} : { claim: claimFile }),
  };
  let claim: Claim;
  try {
    claim = await claimOf({ ...target, shore: shore() });
  } catch (error) {
    if (!(error instanceof Misuse || error instanceof Unreachable)) throw error;
    const { en, zh } = error.text;
    const stopped =
      error instanceof Misuse
        ? problem('claim', EXIT.usage, `${en}; mend one of the two`, `${zh}；请修正其一`)
        : problem(
            'reach',
            EXIT.environment,
            `${en} any more; look at its log`,
            `${zh}；请查看其日志`,
          );
    return { probes: [...probes, stopped] };
  }
  const claimed = claim.document.claims.find((one) => one.role === role)?.requirementSet;
  const set = await readSet({ asked: options.set, claimed }, io);
  probes.push(
    'complaint' in set
      ? complained('set', set.complaint)
      : set.set === undefined
        ? told(
            'set',
            'note',
            'the working contract: nothing can be signed',
            '当前契约：不能签署证明',
          )
        : ok('set', `${set.set.version} (${set.set.stage})`),
  );
  const selected = selectionOf({ ...options, ...ways, isOwnProduction: isOwn }, claim);
  if ('complaint' in selected)
    return { probes: [...probes, complained('estimate', selected.complaint)] };
  const credentials = await credentialsOf({ ...options, role }, io);
  if (!('complaint' in baseline))
    probes.push(
      probeBaseline(baseline.file, {
        role,
        ...('complaint' in set || options.writeBaseline === true
          ? {}
          : { set: set.set?.version ?? NEXT_SET }),
      }),
    );
  probes.push(probeReceiver(url, claim, options));
  if ('complaint' in credentials) {
    // what is wrong with a file was told above
    if (!('complaint' in given)) probes.push(complained('token', credentials.complaint));
  } else if (document.environment === 'SANDBOX' || isOwn) {
    const asked: CheckOptions = {
      ...target,
      shore: shore(),
      credentials: credentials.value,
    };
    probes.push(...(await probeClients(asked, claim, credentials.value)));
  }
  probes.push(...probePlan(claim, selected.selection, milliseconds));
  return {
    probes,
    selection: selected.selection,
    ...('complaint' in set || set.set === undefined ? {} : { set: set.set }),
    ...('complaint' in credentials ? {} : { credentials: credentials.value }),
    ...(claimFile === undefined ? {} : { claimFile }),
    ...('complaint' in baseline || baseline.file === undefined ? {} : { baseline: baseline.file }),
  };
};
