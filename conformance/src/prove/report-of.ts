import type { ExitCode } from '../outcome.ts';
import { SUITE_VERSION } from '../version.ts';
import type { Fault } from '../words.ts';
import { isAccepted, staleIn } from './acceptance.ts';
import type { Done } from './job.ts';
import type { Accepted, CleanRow, Demand, FaultRow, HollowRow, Prove } from './report.ts';
import { sumsByModule, sumsOf, totalsOf, worklistOf } from './sums.ts';

/** Everything that a report follows from. */
export type Findings = {
  readonly run: Omit<Prove['run'], 'complete'>;
  readonly digests: Prove['digests'];
  readonly done: readonly Done[];
  /** One row for each chosen fault. */
  readonly rows: readonly FaultRow[];
  /** Every fault there is. */
  readonly faults: readonly Fault[];
  readonly chosen: readonly Fault[];
  readonly accepted: readonly Accepted[];
  /** Whether only a part was asked for. */
  readonly isPart: boolean;
};

const KINDS = ['hand', 'wire', 'behaviour'] as const satisfies readonly Fault['kind'][];

const demand = (id: Demand['id'], isMet: boolean, en: string, zh: string): Demand => ({
  id,
  isMet,
  text: { en, zh },
});

const isClean = ({ accused, defects }: CleanRow): boolean => accused.length + defects.length === 0;

/** Whether what became of a fault is as it must be; one written by a person must also have done something. */
const isGreen = (row: FaultRow, accepted: readonly Accepted[]): boolean =>
  row.judgement === 'KILLED' ||
  (row.judgement === 'INVALID' && row.kind === 'wire' && row.because !== 'BROKE_REFERENCE') ||
  (row.judgement !== 'INVALID' && row.judgement !== 'CRASHED' && isAccepted(row, accepted));

const isNothing = ({ unforeseen, conformant, exit }: HollowRow): boolean =>
  unforeseen.length + conformant.length === 0 && exit !== 0;

const demandsOf = (
  prove: Pick<Prove, 'parts' | 'faults' | 'worklist' | 'accepted' | 'stale' | 'run'>,
): readonly Demand[] => {
  const { parts, faults, worklist, accepted, stale, run } = prove;
  const notGreen = faults.filter((row) => !isGreen(row, accepted));
  const isAsked = (rows: readonly unknown[], one: Demand): readonly Demand[] =>
    rows.length === 0 ? [] : [one];
  return [
    ...isAsked(
      parts.reference,
      demand(
        'REFERENCE',
        parts.reference.every((row) => isClean(row) && row.open.length === 0),
        'the reference passes every requirement of every level',
        '参考实现通过各级全部要求',
      ),
    ),
    ...isAsked(
      parts.witness,
      demand(
        'WITNESS',
        parts.witness.every(isClean),
        'the witness is blamed for nothing',
        '见证实现无任何误报',
      ),
    ),
    demand(
      'FAULTS',
      notGreen.length === 0,
      'every fault is killed by exactly what it violates',
      '每个缺陷恰由其违反的要求发现',
    ),
    demand(
      'WORKLIST',
      worklist.length === 0,
      'every requirement that binds has a killed fault',
      '每条强制要求至少有一个被发现的缺陷',
    ),
    ...isAsked(
      parts.nullSystems,
      demand(
        'NULL',
        parts.nullSystems.every(isNothing),
        'what is no system passes nothing that binds',
        '空系统不通过任何强制要求',
      ),
    ),
    ...isAsked(
      parts.weakSystems,
      demand(
        'WEAK',
        parts.weakSystems.every((row) => isNothing(row) && row.passed.length > 0),
        'what has no memory is conformant in no class, and passes what is known',
        '弱系统不符合任何类别，且只通过已知要求',
      ),
    ),
    ...isAsked(
      parts.goldens,
      demand(
        'GOLDENS',
        parts.goldens.every(({ differences }) => differences.length === 0),
        'every stored transcript gives its outcomes',
        '存档记录得出既定结果',
      ),
    ),
    ...isAsked(
      parts.determinism,
      demand(
        'DETERMINISM',
        parts.determinism.every(({ differences }) => differences.length === 0),
        'one seed gives one result',
        '同一种子得出同一结果',
      ),
    ),
    demand('ACCEPTED', stale.length === 0, 'every acceptance still holds', '每项接受均仍成立'),
    demand('COMPLETE', run.complete, 'every chosen fault was judged', '所选缺陷均已判定'),
  ];
};

/** The report of a proof: every number in it follows from its rows. */
export const reportOf = (findings: Findings): Prove => {
  const { rows, done, accepted, faults, chosen } = findings;
  const sums = sumsOf(rows);
  const ids = new Set(faults.map(({ id }) => id));
  const kinds = Object.fromEntries(
    KINDS.map((kind) => [kind, totalsOf(rows.filter((row) => row.kind === kind))]),
  ) as Prove['totals']['kinds'];
  const rowsOf = <K extends Done['kind']>(kind: K) =>
    done.flatMap((one) => (one.kind === kind ? [one as Extract<Done, { readonly kind: K }>] : []));
  const body = {
    parts: {
      reference: rowsOf('REFERENCE').map(({ row }) => row),
      witness: rowsOf('WITNESS').map(({ row }) => row),
      nullSystems: rowsOf('NULL').map(({ row }) => row),
      weakSystems: rowsOf('WEAK').map(({ row }) => row),
      goldens: rowsOf('GOLDEN').map(({ row }) => row),
      determinism: rowsOf('AGAIN').map(({ row }) => row),
    },
    faults: rows,
    worklist: worklistOf(
      rows,
      findings.isPart || !findings.run.kinds.includes('hand')
        ? new Set<string>(rows.flatMap(({ violates }) => violates))
        : undefined,
    ),
    accepted,
    stale: staleIn(accepted, rows, (fault) => ids.has(fault)),
    run: { ...findings.run, complete: rows.length === chosen.length },
  };
  const demands = demandsOf(body);
  const exit: ExitCode = rows.some(({ judgement }) => judgement === 'CRASHED')
    ? 3
    : demands.every(({ isMet }) => isMet)
      ? 0
      : 1;
  return {
    format: 'openwaybill-prove/1',
    run: body.run,
    suite: { name: '@openwaybill/conformance', version: SUITE_VERSION },
    digests: findings.digests,
    parts: body.parts,
    faults: rows,
    totals: { ...totalsOf(rows), kinds },
    requirements: Object.fromEntries([...sums].sort(([a], [b]) => a.localeCompare(b))),
    modules: sumsByModule(sums),
    worklist: body.worklist,
    accepted,
    stale: body.stale,
    demands,
    exit,
  };
};
