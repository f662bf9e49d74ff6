import type { RequirementResult, Result } from '../result/result.ts';
import type { Outcome } from '../words.ts';
import { jsonText } from './json-text.ts';
import { counts, messageOf } from './message.ts';
import type { Lang } from './wording.ts';

/** The release of the format that is written (ctrf.io). */
const CTRF_VERSION = '1.0.0';

const STATUSES = ['passed', 'failed', 'skipped', 'pending', 'other'] as const;
type Status = (typeof STATUSES)[number];

const STATUS_OF: Readonly<Record<Outcome, Status>> = {
  passed: 'passed',
  failed: 'failed',
  // what could not be told is no success, and no reader may take it for one
  inconclusive: 'failed',
  untested: 'pending',
  inapplicable: 'skipped',
};

/** A recommendation that failed is neither a failure nor a success. */
const statusOf = (one: RequirementResult): Status =>
  STATUS_OF[one.outcome] === 'failed' && !counts(one) ? 'other' : STATUS_OF[one.outcome];

/** What a run found, in the Common Test Report Format: a test is a requirement. */
export const renderCtrf = (result: Result, lang: Lang): string => {
  const { run, suite, set, system } = result;
  const [start, stop] = [Date.parse(run.startedAt), Date.parse(run.endedAt)];
  const tests = result.requirements.map((one) => {
    const message = messageOf(one, result, lang);
    return {
      name: `${one.id} ${one.level} ${one.text[lang]}`,
      status: statusOf(one),
      // a requirement is judged over a whole run and takes no time of its own
      duration: 0,
      suite: [system.role, one.class, one.module],
      ...(message === '' ? {} : { message }),
      rawStatus: one.outcome,
      tags: [one.level, one.position, one.tier],
      labels: { requirement: one.id, clause: one.clause },
    };
  });
  const count = (status: Status): number => tests.filter((one) => one.status === status).length;
  return jsonText({
    reportFormat: 'CTRF',
    specVersion: CTRF_VERSION,
    reportId: run.runId,
    timestamp: run.endedAt,
    generatedBy: `${suite.name} ${suite.version}`,
    results: {
      tool: { name: suite.name, version: suite.version },
      summary: {
        tests: tests.length,
        ...Object.fromEntries(STATUSES.map((status) => [status, count(status)])),
        start,
        stop,
        duration: stop - start,
      },
      tests,
      environment: {
        reportName: `${system.role} · ${set.version} ${set.stage} · ${run.depth}`,
        appName: system.software.name,
        appVersion: system.software.version,
        testEnvironment: system.environment,
        ...(run.shard === undefined ? {} : { shardId: `${run.shard.index}/${run.shard.count}` }),
      },
    },
  });
};
