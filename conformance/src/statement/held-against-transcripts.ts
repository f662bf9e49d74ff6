import { claimIn, judgeParts } from '../judge.ts';
import type { Result } from '../result/result.ts';
import type { AppliedSet } from '../sets/frozen-set.ts';
import { headOf, type Transcript } from '../transcript/format.ts';
import { fromText } from '../transcript/read.ts';
import { digestOfParts } from '../transcript/unite.ts';
import { isOfThisSuite } from './held-against-result.ts';
import { type Looked, note, ok, wrong } from './looked.ts';
import { predicateOf, refusalsOf, type Statement } from './statement.ts';

/** What became of the files, and what they hold where they are the right ones. */
export type Held = { readonly looked: Looked; readonly parts?: readonly Transcript[] };

/** Whether a statement is about one transcript, or about those of all shards in their order. */
export const heldAgainstTranscripts = (
  { predicate: { role, digests } }: Statement,
  texts: readonly string[],
): Held => {
  const parts: Transcript[] = [];
  for (const text of texts) {
    const read = fromText(text);
    if (!read.ok)
      return {
        looked: wrong(
          'transcript',
          `line ${read.line}: ${read.text.en}`,
          `第 ${read.line} 行：${read.text.zh}`,
        ),
      };
    parts.push(read.transcript);
  }
  const digest = digestOfParts(parts);
  if (digest !== digests.transcript)
    return {
      looked: wrong(
        'transcript',
        `its digest is ${digest}, and ${digests.transcript} was signed`,
        `其摘要为 ${digest}，而签名的是 ${digests.transcript}`,
      ),
    };
  const claims = parts.map((part) => headOf(part).claims.find((one) => one.role === role));
  if (claims.includes(undefined))
    return {
      looked: wrong('transcript', `it tells nothing of a ${role}`, `其中没有 ${role}`),
    };
  if (claims.some((claim) => claim?.digest !== digests.claim))
    return {
      looked: wrong(
        'transcript',
        'it is of another claim than the one that was signed',
        '其声明与所签名的声明不同',
      ),
    };
  const count = parts.reduce((sum, { entries }) => sum + entries.length, 0);
  return {
    looked: ok(
      'transcript',
      `the very file, ${count} entries, chain intact`,
      `文件一致，${count} 条，链完整`,
    ),
    parts,
  };
};

/** What is said of each name; what is said of one twice is said in both ways. */
type Said = ReadonlyMap<string, string>;

const saidOf = (rows: readonly (readonly [name: string, what: string])[]): Said => {
  const said = new Map<string, string>();
  for (const [name, what] of rows)
    said.set(name, [...(said.has(name) ? [said.get(name)] : []), what].join(' + '));
  return said;
};

const verdictsSaid = ({
  verdicts,
  shouldFailed,
}: Pick<Statement['predicate'], 'verdicts' | 'shouldFailed'>): Said =>
  saidOf([
    ...verdicts.map(
      ({ class: name, verdict, reason, depth, aboveDepth }) =>
        [
          name,
          [verdict, reason, depth, aboveDepth].filter((one) => one !== undefined).join(' '),
        ] as const,
    ),
    ...shouldFailed.map((id) => [id, 'failed'] as const),
  ]);

const outcomesSaid = ({ requirements }: Result): Said =>
  saidOf(requirements.map(({ id, outcome }) => [id, outcome] as const));

/** How many differences are told one by one. */
const TOLD = 12;
const NOTHING = '–';

/** What two say otherwise, both ways: what one of them leaves out is a difference too. */
const differencesOf = (said: Said, found: Said): readonly string[] =>
  [...new Set([...said.keys(), ...found.keys()])]
    .filter((name) => said.get(name) !== found.get(name))
    .map((name) => `${name}: ${said.get(name) ?? NOTHING} → ${found.get(name) ?? NOTHING}`);

/** Judges again by the set that the statement names, and compares class by class, and every requirement where the result is there. */
export const judgedAgain = async (
  { predicate }: Statement,
  parts: readonly Transcript[],
  { set, result }: { readonly set: AppliedSet | undefined; readonly result: Result | undefined },
): Promise<Looked> => {
  if (set === undefined)
    return wrong(
      'rejudged',
      `the set ${predicate.set.version} is not at hand`,
      `没有要求集 ${predicate.set.version}`,
    );
  const [first] = parts;
  if (first === undefined) throw new Error('there is no transcript to judge');
  const again = await judgeParts(parts, claimIn(first, predicate.role), { set });
  const refusals = refusalsOf(again);
  if (refusals.length > 0)
    return wrong(
      'rejudged',
      `nothing may be signed about it: ${refusals.map(({ en }) => en).join(', and ')}`,
      `不得就其签发证明：${refusals.map(({ zh }) => zh).join('；')}`,
    );
  const differences = [
    ...differencesOf(verdictsSaid(predicate), verdictsSaid(predicateOf(again))),
    ...(result === undefined ? [] : differencesOf(outcomesSaid(result), outcomesSaid(again))),
  ];
  if (differences.length === 0)
    return ok('rejudged', 'the same, judged again', '重新判定，结果相同');
  const list = differences.slice(0, TOLD).join(', ');
  const more = differences.length - TOLD;
  const en = more > 0 ? `${list}, and ${more} more` : list;
  const zh = more > 0 ? `${list}，另有 ${more} 处` : list;
  return isOfThisSuite(predicate.suite)
    ? wrong('rejudged', `judged again it is otherwise: ${en}`, `重新判定结果不同：${zh}`)
    : note(
        'rejudged',
        `judged by ${again.suite.version} in place of ${predicate.suite.version}, it differs: ${en}`,
        `以 ${again.suite.version} 代替 ${predicate.suite.version} 判定，结果有别：${zh}`,
      );
};
