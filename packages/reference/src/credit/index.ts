export { blacklistCheckOf, isAppealPeriodOver, isInEffect } from './blacklist.ts';
export { type CreditScore, type Measures, scoreAt, scoreOf } from './score.ts';
export { type CreditDimension, type Mark, SCORE_METHOD, type ScoreMethod } from './score-method.ts';
export { isKeyInUse, subjectTokenOf, TOKEN_KEY_DAYS } from './subject-token.ts';
