import * as validators from './generated/validators.mjs';
import { type Judge, judgeBy } from './judge.ts';
import { type JudgeLines, judgeLinesBy } from './lines.ts';

/** The judge of every schema of the standard. */
export const judge: Judge = judgeBy(validators);

/** The same, line by line. */
export const judgeLines: JudgeLines = judgeLinesBy(judge);
