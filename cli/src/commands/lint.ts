import { LINT_RULES, lintSarif } from '@openwaybill/emit';
import { type Contract, type Registry, registry } from '@openwaybill/schemas';
import { nearest } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { linearJudge } from '../lint/linear.ts';
import { lintStandard } from '../lint/lint-standard.ts';
import { isError, tellFindings } from '../lint/tell-findings.ts';
import { frozenContracts, touchedComplaint } from '../release/frozen-contracts.ts';
import { dayOf, readWaivers, tellWaiverFaults } from '../release/waivers-file.ts';
import { behindComplaint, isBehind } from './generate.ts';

export type LintOptions = Common & {
  /** Ids of the rules that are asked; absent: all. */
  readonly rule?: readonly string[];
  /** Warnings too: a member that no example shows, a text whose translation may be behind. */
  readonly warnings: boolean;
  readonly format: 'text' | 'json' | 'sarif';
};

const LINEAR = 'linear-regexp';

/** Holds the definitions against the rules of the standard. A warning fails nothing. */
export const lintDefinitions = async (
  options: LintOptions,
  io: Io,
  from: Registry = registry,
): Promise<ExitCode> => {
  const ids = [...new Set(LINT_RULES.map(({ id }) => id))];
  const unknown = options.rule?.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    const meant = nearest(unknown, ids);
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `there is no rule ${unknown}`, zh: `没有规则 ${unknown}` },
      wanted: { en: `one of ${ids.join(', ')} is needed`, zh: `可选 ${ids.join('、')}` },
      remedy:
        meant === undefined
          ? { en: 'name one of them with --rule', zh: '请用 --rule 指定其一' }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    });
  }
  if (await isBehind(io)) return complain(io, options, behindComplaint);
  const { frozen, touched } = await frozenContracts('.', io);
  const [first] = touched;
  if (first !== undefined) return complain(io, options, touchedComplaint(first));
  const waived = await readWaivers(io);
  if ('complaint' in waived) return complain(io, options, waived.complaint);
  const previous: Contract | undefined = frozen.at(-1)?.contract;
  const isLinear =
    options.rule === undefined || options.rule.includes(LINEAR) ? await linearJudge() : () => true;
  if (isLinear === undefined)
    io.err(
      options.language === 'zh'
        ? `未判定 ${LINEAR}：此处没有 recheck，请在代码库中运行`
        : `${LINEAR} is not judged: there is no recheck here; run it in a clone`,
    );
  const { findings, faults } = lintStandard(from, {
    ...waived,
    today: dayOf(io.now()),
    ...(previous === undefined ? {} : { previous }),
    ...(isLinear === undefined ? {} : { isLinear }),
    ...(options.rule === undefined ? {} : { rules: options.rule }),
  });
  const told = findings.filter(({ isWarning }) => options.warnings || !isWarning);
  if (options.format === 'sarif') io.out(lintSarif(told, options.language).trimEnd());
  else tellFindings(told, { ...options, json: options.json || options.format === 'json' }, io);
  tellWaiverFaults(faults, options, io);
  return findings.some(isError) || faults.length > 0 ? EXIT.nonconforming : EXIT.ok;
};
