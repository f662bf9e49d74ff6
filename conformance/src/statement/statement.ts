import { minorOf, registry } from '@openwaybill/schemas';
import type { Static } from '@sinclair/typebox';
import { subjectOf } from '../reports/intoto.ts';
import { isWarning } from '../reports/message.ts';
import type { Frozen } from '../result/frozen.ts';
import type { Result } from '../result/result.ts';
import type { Text } from '../words.ts';
import { clausesServed } from './clauses-served.ts';
import type { StatementForm } from './statement-form.ts';

/** What is signed about a result. */
export type Statement = Frozen<Static<typeof StatementForm>>;
export type Issuer = Statement['predicate']['issuer'];

const DAY = 86_400_000;
/** A statement about a provisional set lives at most so long. */
const PROVISIONAL_DAYS = 90;

/** The last instant at which a statement of a stage may end. */
export const latestEnd = (stage: Result['set']['stage'], issuedAt: number): number => {
  if (stage !== 'GENERAL') return issuedAt + PROVISIONAL_DAYS * DAY;
  const end = new Date(issuedAt);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return end.getTime();
};

/** Why nothing may be signed about a result; empty: it may. */
export const refusalsOf = ({ run, harness, set, exit }: Result): readonly Text[] => [
  ...(run.complete ? [] : [{ en: 'the run did not come to its end', zh: '运行未完成' }]),
  ...(run.selection === undefined && run.classes === undefined
    ? []
    : [{ en: 'only a part of what applies was chosen', zh: '只选择了适用要求的一部分' }]),
  ...(run.shard === undefined
    ? []
    : [
        {
          en: `it is shard ${run.shard.index} of ${run.shard.count}; unite them first`,
          zh: `这是 ${run.shard.count} 个分片中的第 ${run.shard.index} 个；请先合并`,
        },
      ]),
  ...(run.mode === 'CHECK'
    ? []
    : [{ en: 'traffic was only watched, not driven', zh: '仅旁观了往来，未加驱动' }]),
  ...(harness.length === 0
    ? []
    : [{ en: 'the runner itself was at fault', zh: '测试执行器自身有误' }]),
  ...(set.stage === 'NEXT'
    ? [
        {
          en: `the set ${set.version} is a working one, which may change tomorrow`,
          zh: `要求集 ${set.version} 为工作稿，随时可能变动`,
        },
      ]
    : []),
  ...(exit === 2 ? [{ en: 'the system was only read', zh: '仅读取了被测系统' }] : []),
];

/** What a statement is told beside the result. */
export type StatementTerms = {
  readonly issuer: Issuer;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly statementId: string;
  /** SHA-256 over the bytes of the result's file. */
  readonly resultDigest: string;
  /** SHA-256 over the bytes of the proof of the suite. */
  readonly proveDigest?: string;
};

const instant = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/[.][0-9]{3}Z$/, 'Z');

/** What a result says by itself, whoever signs it. */
export const predicateOf = (
  result: Result,
): Omit<
  Statement['predicate'],
  'statementId' | 'issuedAt' | 'expiresAt' | 'issuer' | 'digests' | 'set' | 'suite'
> & { readonly set: Result['set']; readonly suite: { version: string; digest: string } } => ({
  role: result.system.role,
  specVersion: minorOf(registry.version),
  set: result.set,
  suite: { version: result.suite.version, digest: result.suite.digest },
  verdicts: result.verdicts
    .filter(({ verdict, part }) => verdict !== 'not-claimed' && part === undefined)
    .map(({ class: name, depth, verdict, reason, aboveDepth }) => ({
      class: name,
      depth,
      verdict,
      ...(reason === undefined ? {} : { reason }),
      aboveDepth,
    })),
  shouldFailed: result.requirements.filter(isWarning).map(({ id }) => id),
  clauses: clausesServed(result),
  software: result.system.software,
});

/** What is to be signed about a result that nothing is refused of. */
export const statementOf = (result: Result, terms: StatementTerms): Statement => {
  const { set, suite, ...rest } = predicateOf(result);
  if (set.stage === 'NEXT') throw new Error('a working set is refused before it is stated');
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [subjectOf(result)],
    predicateType: 'https://openwaybill.org/statements/conformance/1',
    predicate: {
      statementId: terms.statementId,
      issuedAt: instant(terms.issuedAt),
      expiresAt: instant(latestEnd(set.stage, terms.issuedAt)),
      issuer: terms.issuer,
      ...rest,
      set: { version: set.version, stage: set.stage, digest: set.digest },
      suite: {
        ...suite,
        ...(terms.proveDigest === undefined ? {} : { prove: terms.proveDigest }),
      },
      digests: {
        claim: result.system.claimDigest,
        transcript: result.transcript.digest,
        result: terms.resultDigest,
      },
    },
  };
};
