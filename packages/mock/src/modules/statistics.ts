import {
  type CubeCell,
  cellKey,
  cubeSums,
  isSafe,
  periodAround,
  roundedCount,
  withheldOf,
} from '@openwaybill/reference/statistics';
import {
  type IndicatorReport,
  type IndicatorSubmission,
  indicatorDefinitionOf,
  indicatorEntry,
} from '@openwaybill/schemas';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { pageAnswer } from '../engine/page.ts';
import { Refusal, ruleViolated } from '../engine/refusal.ts';
import { changeResource, collectionNamed, findResource } from '../resources/change.ts';
import { causeFact } from '../resources/fact.ts';
import type { Happening, Hooks, ModuleBehaviours, Resource } from '../resources/hooks.ts';
import { isNamed } from '../resources/is-named.ts';
import { performPlainly } from '../resources/plain-behaviour.ts';
import { recordRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';

const REPORTS = 'indicator-reports';
const DEFINITIONS = 'indicator-definitions';
/** What was submitted, exact and with its base, which nobody reads. */
const BASES = 'indicator-bases';

type Cell = {
  readonly owner: string;
  readonly report: IndicatorReport;
  readonly base: IndicatorSubmission;
};

const LIVE: readonly string[] = ['SUBMITTED', 'PUBLISHED'];

/** Rounding moves a value by two at most. */
const ROUNDING = 2;

/** The live cells of one cube: of one reporter, indicator and method. */
const cubeOf = async (
  unit: Unit,
  { reportedBy, indicator, methodVersion }: IndicatorSubmission,
): Promise<readonly Cell[]> => {
  const rows = (await unit.list({ collection: REPORTS })).filter(({ body }) => {
    const report = body as IndicatorReport;
    return (
      LIVE.includes(report.status) &&
      report.reportedBy.partyId === reportedBy.partyId &&
      report.indicator === indicator &&
      report.methodVersion === methodVersion
    );
  });
  const cells: Cell[] = [];
  for (const { owner, body } of rows) {
    const report = body as IndicatorReport;
    const base = await unit.get<IndicatorSubmission>(BASES, report.reportId);
    if (base !== undefined) cells.push({ owner, report, base });
  }
  return cells;
};

const placeOf = ({ indicator, regionCode, period }: IndicatorSubmission): CubeCell => ({
  indicator,
  region: regionCode,
  period,
});

/** What was last submitted of each place: a correction stands in for what it corrects, which is live beside it. */
const latestOf = (
  submissions: readonly IndicatorSubmission[],
): ReadonlyMap<string, IndicatorSubmission> =>
  new Map(submissions.map((submission) => [cellKey(placeOf(submission)), submission]));

/** Parts of a count never exceed their whole by more than rounding can make up (STA-006). */
const demandAgreement = (cells: readonly Cell[], submission: IndicatorSubmission): void => {
  if (submission.unit !== 'COUNT' || submission.value === undefined) return;
  const latest = latestOf([...cells.map(({ base }) => base), submission]);
  for (const { total, parts } of cubeSums([...latest.values()].map(placeOf))) {
    const whole = latest.get(total)?.value;
    if (whole === undefined) continue;
    const known = parts.flatMap((part) => latest.get(part)?.value ?? []);
    const sum = known.reduce((all, value) => all + value, 0);
    if (sum > whole + ROUNDING * (known.length + 1)) throw ruleViolated('/value', 'STA-006');
  }
};

/** What may be published of a submission by itself. */
const guarded = (submission: IndicatorSubmission, next: Resource): Resource => {
  const { value, ...rest } = next;
  const entry = indicatorEntry(submission.indicator);
  if (value === undefined || entry?.ofParcels !== true) return next;
  if (!isSafe(submission)) return { ...rest, suppressed: true };
  return entry.unit === 'COUNT' ? { ...rest, value: roundedCount(value) } : next;
};

/** Withholds every cell of the cube that would give a small one away. */
const withholdAround = async (
  happening: Happening,
  submission: IndicatorSubmission,
): Promise<void> => {
  const { system, unit } = happening;
  if (indicatorEntry(submission.indicator)?.ofParcels !== true) return;
  const cells = await cubeOf(unit, submission);
  const latest = latestOf(cells.map(({ base }) => base));
  const withheld = withheldOf(latest, cubeSums([...latest.values()].map(placeOf)));
  // a report that waits to take the place of another is withheld with it: either tells the cell
  for (const cell of cells) {
    if (cell.report.suppressed || !withheld.has(cellKey(placeOf(cell.base)))) continue;
    const { value: _, ...rest } = cell.report;
    const report = { ...rest, suppressed: true };
    await changeResource(
      { ...happening, owner: cell.owner, on: 'COMPLEMENTARY_SUPPRESSION', body: {} },
      collectionNamed(system, REPORTS),
      report,
      cell.report,
    );
  }
};

/** A correction names a published report of the same reporter. */
const demandRevised = async (
  { unit, system, owner }: Happening,
  { revisesReportId }: IndicatorSubmission,
): Promise<void> => {
  if (revisesReportId === undefined) return;
  const found = await findResource(unit, collectionNamed(system, REPORTS), owner, revisesReportId);
  if (found?.owner !== owner) throw new Refusal('NOT_FOUND');
  if (found.resource.status !== 'PUBLISHED') throw ruleViolated('/revisesReportId', 'STA-004');
};

const reports: Hooks = {
  isShared: true,
  guards: async ({ unit }, before) => ({
    REVISED_BY_ANOTHER: (await unit.list({ collection: REPORTS })).some(({ body }) => {
      const { status, revisesReportId } = body as IndicatorReport;
      return status === 'PUBLISHED' && revisesReportId === before?.reportId;
    }),
  }),
  draft: async (happening, next, before) => {
    if (before !== undefined) return next;
    const { unit, now, owner } = happening;
    const submission = happening.body as IndicatorSubmission;
    // a figure of which nobody here knows what it counts could not be guarded
    if (indicatorEntry(submission.indicator) === undefined)
      throw new Refusal('CODE_UNKNOWN', {
        issues: [{ pointer: '/indicator', rule: 'enum', params: {} }],
      });
    if (submission.reportedBy.partyId !== owner) throw new Refusal('ROLE_NOT_PERMITTED');
    await demandRevised(happening, submission);
    const { revisesReportId } = submission;
    const cells = await cubeOf(unit, submission);
    demandAgreement(
      cells.filter(({ report }) => report.reportId !== revisesReportId),
      submission,
    );
    unit.put(recordRow(BASES, next.reportId, owner, now, submission));
    return guarded(submission, next);
  },
  changed: async (happening, next) => {
    const { system, unit, now, on, owner } = happening;
    const { revisesReportId } = next as IndicatorReport;
    if (on === 'report-indicators')
      await withholdAround(happening, happening.body as IndicatorSubmission);
    if (on === 'REPORT_ACCEPTED' && revisesReportId !== undefined)
      await causeFact(system, unit, now, {
        collection: REPORTS,
        owner,
        id: revisesReportId,
        fact: 'REVISION_PUBLISHED',
      });
  },
};

const isPublished = ({ status }: IndicatorReport): boolean =>
  status === 'PUBLISHED' || status === 'REVISED';

/** The cell as it stands once all that follows from a report has been done. */
const reportIndicators: Behaviour = async (call) => {
  const answer = await performPlainly(call);
  const { reportId } = answer.body as IndicatorReport;
  const collection = collectionNamed(call.system, REPORTS);
  const found = await findResource(call.unit, collection, callerOf(call).partyId, reportId);
  return { ...answer, body: found?.resource ?? answer.body };
};

const getIndicatorReport: Behaviour = async (call) => {
  const { partyId } = callerOf(call);
  const { reportId = '' } = call.path;
  const collection = collectionNamed(call.system, REPORTS);
  const found = await findResource(call.unit, collection, partyId, reportId);
  const report = found?.resource as IndicatorReport | undefined;
  if (report === undefined || !(isPublished(report) || found?.owner === partyId))
    throw new Refusal('NOT_FOUND');
  return { status: 200, body: report };
};

/** Days that bound no declared period are refused, or else two ranges would tell what stands between them. */
const demandPeriod = ({ fromOn, toOn }: Readonly<Record<string, string>>): void => {
  if (fromOn === undefined && toOn === undefined) return;
  const isDeclared =
    fromOn !== undefined &&
    (['DAY', 'MONTH', 'YEAR'] as const).some((kind) => {
      const period = periodAround(kind, fromOn);
      return period.fromOn === fromOn && period.toOn === toOn;
    });
  if (!isDeclared)
    throw new Refusal('PARAMETER_INVALID', {
      issues: [
        { pointer: fromOn === undefined ? '/fromOn' : '/toOn', rule: 'STA-003', params: {} },
      ],
    });
};

const FILTERS = ['regionCode', 'indicator', 'fromOn', 'toOn'] as const;

const listIndicators: Behaviour = async (call) => {
  demandPeriod(call.query);
  const { partyId } = callerOf(call);
  return pageAnswer(
    call,
    { collection: REPORTS },
    ({ body }) => body,
    ({ owner, body }) =>
      (isPublished(body as IndicatorReport) || owner === partyId) &&
      FILTERS.every((name) => {
        const wanted = call.query[name];
        return wanted === undefined || isNamed(body as Resource, name, wanted);
      }),
  );
};

/** Cells that disclose nobody, alone or beside each other. */
export const statistics: ModuleBehaviours = {
  operations: {
    'report-indicators': reportIndicators,
    'get-indicator-report': getIndicatorReport,
    'list-indicators': listIndicators,
  },
  resources: { [REPORTS]: reports },
  seed: async ({ options }, unit, now) => {
    if (options.role !== 'regulator' && options.role !== 'hub') return;
    const codes = options.registry.codeLists.find(({ name }) => name === 'IndicatorCode')?.codes;
    Object.keys(codes ?? {}).forEach((code, index) => {
      const id = String(index).padStart(3, '0');
      const definition = indicatorDefinitionOf(code as IndicatorReport['indicator']);
      unit.put(recordRow(DEFINITIONS, id, options.partyId, now, definition));
    });
  },
};
