import { Value } from '@sinclair/typebox/value';
import { subjectOf } from '../reports/intoto.ts';
import { suiteIdentity } from '../result/identity.ts';
import type { Result } from '../result/result.ts';
import { ResultForm } from '../result/result-schema.ts';
import { type Looked, ok, wrong } from './looked.ts';
import { predicateOf, refusalsOf, type Statement } from './statement.ts';

/** The result in a file, where it is one. */
export const resultIn = (text: string): Result | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(ResultForm, value) ? (value as Result) : undefined;
  } catch {
    return undefined;
  }
};

/** Whether it was this very suite that judged: what follows from the standard of another one is not known here. */
export const isOfThisSuite = ({
  version,
  digest,
}: Pick<Result['suite'], 'version' | 'digest'>): boolean => {
  const own = suiteIdentity();
  return version === own.version && digest === own.digest;
};

/** The members of a statement that follow from the result, and differ from what the result says. */
const saidOtherwise = ({ predicate, subject }: Statement, result: Result): readonly string[] => {
  const said: Readonly<Record<string, unknown>> = {
    ...predicate,
    subject,
    suite: { version: predicate.suite.version, digest: predicate.suite.digest },
    'digests/claim': predicate.digests.claim,
    'digests/transcript': predicate.digests.transcript,
  };
  const { specVersion, clauses, ...lasting } = predicateOf(result);
  const follows = {
    ...lasting,
    ...(isOfThisSuite(result.suite) ? { specVersion, clauses } : {}),
    subject: [subjectOf(result)],
    'digests/claim': result.system.claimDigest,
    'digests/transcript': result.transcript.digest,
  };
  return Object.entries(follows)
    .filter(([name, value]) => !Value.Equal(said[name], value))
    .map(([name]) => (name === 'subject' ? '/subject' : `/predicate/${name}`));
};

/** Whether a statement is about a result with this digest, says what it says, and may be made about it at all. */
export const heldAgainstResult = (
  statement: Statement,
  digest: string,
  result: Result | undefined,
): Looked => {
  if (result === undefined)
    return wrong(
      'result',
      'the file is no result of openwaybill-result/1',
      '该文件不是 openwaybill-result/1 的结果',
    );
  if (digest !== statement.predicate.digests.result)
    return wrong(
      'result',
      `its digest is ${digest}, and ${statement.predicate.digests.result} was signed`,
      `其摘要为 ${digest}，而签名的是 ${statement.predicate.digests.result}`,
    );
  const refusals = refusalsOf(result);
  if (refusals.length > 0)
    return wrong(
      'result',
      `nothing may be signed about it: ${refusals.map(({ en }) => en).join(', and ')}`,
      `不得就其签发证明：${refusals.map(({ zh }) => zh).join('；')}`,
    );
  const otherwise = saidOtherwise(statement, result);
  return otherwise.length === 0
    ? ok(
        'result',
        'the very file, and the statement says what it says',
        '文件一致，且证明所述与其相符',
      )
    : wrong(
        'result',
        `the statement says otherwise than the result: ${otherwise.join(', ')}`,
        `证明所述与结果不符：${otherwise.join('、')}`,
      );
};
