import {
  type BetweenResult,
  plainText,
  type Result,
  verdictText,
  wantedAndSeen,
} from '@openwaybill/conformance';
import type { Common } from '../common.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { plainColumns } from './plain-columns.ts';

const WORDS = {
  en: {
    steps: 'What they were brought to do',
    passed: 'What passed between them',
    worked: 'worked',
    refused: 'refused',
    lost: 'not answered',
    findings: 'findings',
    none: 'no finding in what was seen',
    states: { WORKED: 'worked', REFUSED: 'refused', FAILED: 'failed', LEFT_OUT: 'left out' },
    beside: 'That two systems work together says nothing of either: they may agree on a mistake.',
  },
  zh: {
    steps: '驱动的步骤',
    passed: '两者之间的交换',
    worked: '成功',
    refused: '被拒绝',
    lost: '未应答',
    findings: '处发现',
    none: '所见之中未发现问题',
    states: { WORKED: '成功', REFUSED: '被拒绝', FAILED: '失败', LEFT_OUT: '略过' },
    beside: '两个系统能互通并不说明各自符合标准：它们可能犯了同样的错误。',
  },
} as const;

const verdictLines = (party: Result, language: Language): readonly string[] => {
  const words = WORDS[language];
  const { system, findings, verdicts } = party;
  const mine = findings.filter(({ isWarning }) => !isWarning);
  const classes = verdicts
    .filter(({ part, verdict }) => part === undefined && verdict !== 'not-claimed')
    .map((row) => [`  ${row.class}`, verdictText(row)[language]]);
  return [
    plainText(
      `${system.role} ${system.organisation}: ${mine.length === 0 ? words.none : `${mine.length} ${words.findings}`}`,
    ),
    plainColumns(classes),
    ...mine.map((one) => {
      const { expected, actual } = wantedAndSeen(one);
      return plainText(
        `  ${one.requirement} ${one.case}  #${one.at[0] ?? '–'} ${one.operation ?? ''} ${one.pointer ?? ''}  ${expected[language]} / ${actual[language]}`,
      );
    }),
  ];
};

/** Says what was found between two systems: a verdict a party, and what really worked. */
export const tellBetween = (
  result: BetweenResult,
  { json, language }: Common,
  io: Pick<Io, 'out'>,
): void => {
  if (json) {
    io.out(JSON.stringify(result));
    return;
  }
  const words = WORDS[language];
  io.out(
    [
      ...result.parties.flatMap((party) => [...verdictLines(party, language), '']),
      words.steps,
      plainColumns(
        result.steps.map(({ title, state, reason }) => [
          `  ${title[language]}`,
          words.states[state],
          reason ?? '',
        ]),
      ),
      '',
      words.passed,
      plainColumns([
        ['', '', words.worked, words.refused, words.lost],
        ...result.interoperability.map((one) => [
          `  ${one.from} → ${one.to}`,
          one.name,
          String(one.workedCount),
          String(one.refusedCount),
          String(one.lostCount),
        ]),
      ]),
      '',
      words.beside,
    ].join('\n'),
  );
};
