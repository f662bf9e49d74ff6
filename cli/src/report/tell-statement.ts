import {
  type Looked,
  plainText,
  type Statement,
  type Verification,
  verdictText,
} from '@openwaybill/conformance';
import { type Clause, readClauses } from '../clauses.ts';
import type { Common } from '../common.ts';
import type { Io } from '../io.ts';
import type { Language, Text } from '../language.ts';
import { plainColumns } from './plain-columns.ts';

const ASPECTS: Readonly<Record<Looked['aspect'], Text>> = {
  form: { en: 'statement', zh: '证明' },
  signature: { en: 'signature', zh: '签名' },
  issuer: { en: 'issuer', zh: '签发者' },
  life: { en: 'life', zh: '有效期' },
  time: { en: 'now', zh: '此刻' },
  set: { en: 'set', zh: '要求集' },
  result: { en: 'result', zh: '结果' },
  transcript: { en: 'transcript', zh: '交换记录' },
  rejudged: { en: 'judged again', zh: '重新判定' },
};
const SIGNS: Readonly<Record<Looked['is'], string>> = { ok: '✓', wrong: '✗', note: '·' };

const WORDS = {
  clauses: { en: 'Clauses of the policy that it serves', zh: '所对应的政策条款' },
  holds: { en: 'the statement holds', zh: '证明有效' },
  fails: { en: 'the statement does not hold', zh: '证明无效' },
} as const satisfies Readonly<Record<string, Text>>;

/** Who says what about whom. *Verified* is said of what holds, by a party that is known, about others than itself. */
const headline = (
  { predicate, subject }: Statement,
  { isValid, isIssuerKnown }: Verification,
): Text => {
  const { issuer } = predicate;
  const about = subject[0]?.name ?? '';
  const who = `${issuer.name} (${issuer.partyId})`;
  if (!isValid)
    return {
      en: `${about}: a statement that does not hold, in the name of ${who} as ${issuer.capacity}`,
      zh: `${about}：证明无效，署名 ${who}，身份 ${issuer.capacity}`,
    };
  if (!isIssuerKnown)
    return {
      en: `${about}, stated in the name of ${who} as ${issuer.capacity}; who signed is not known`,
      zh: `${about}，以 ${who} 的名义声明，身份 ${issuer.capacity}；签名者未知`,
    };
  return issuer.capacity === 'SELF'
    ? { en: `${about}, stated by itself`, zh: `${about}，自我声明` }
    : {
        en: `${about}, verified by ${who} as ${issuer.capacity}`,
        zh: `${about}，由 ${who} 以 ${issuer.capacity} 身份验证`,
      };
};

const aboveText = (count: number): Text =>
  count === 0
    ? { en: '', zh: '' }
    : { en: `${count} above this depth`, zh: `另 ${count} 项超出深度` };

const classLines = ({ predicate }: Statement, language: Language) =>
  predicate.verdicts.map((row) => [
    `  ${predicate.role} · ${row.class} · ${predicate.set.version} ${predicate.set.stage} · ${row.depth}`,
    verdictText(row)[language],
    aboveText(row.aboveDepth)[language],
  ]);

const clauseLines = ({ predicate }: Statement, clauses: readonly Clause[], language: Language) =>
  predicate.clauses.map(({ clause, passed, notPassed }) => [
    `  ${clause}`,
    { en: `${passed} passed, ${notPassed} not`, zh: `${passed} 项通过，${notPassed} 项未通过` }[
      language
    ],
    clauses.find(({ id }) => id === clause)?.title[language] ?? '',
  ]);

/** Says what a statement says and what became of it; whatever its signer wrote only shows, and acts on no terminal. */
export const tellStatement = async (
  statement: Statement,
  found: Verification,
  { json, language }: Common,
  io: Io,
): Promise<void> => {
  const { isValid: valid, isIssuerKnown: issuerKnown, looked } = found;
  if (json) {
    io.out(JSON.stringify({ valid, issuerKnown, looked, ...statement }));
    return;
  }
  const { clauses } = await readClauses(io);
  const aspects = looked.map(({ aspect, is, text }) =>
    plainText(`${SIGNS[is]} ${ASPECTS[aspect][language]}: ${text[language]}`),
  );
  io.out(
    [
      plainText(headline(statement, found)[language]),
      plainColumns(classLines(statement, language)),
      WORDS.clauses[language],
      plainColumns(clauseLines(statement, clauses, language)),
      '',
      ...aspects,
      '',
      (valid ? WORDS.holds : WORDS.fails)[language],
    ].join('\n'),
  );
};
