import { needlesOf, scannerOf, shownIn, sightingsIn } from '@openwaybill/privacy/scan';
import { type CaseJudge, holds, violated } from '../../checks/check.ts';
import type { Finding, Text } from '../../words.ts';
import { digests } from './digests.ts';
import { valueSaid } from './leak-words.ts';
import { peopleIn } from './leaks.ts';

/** Masked values of one record, whosesoever: a name, a phone, an address. */
const MASKED: readonly RegExp[] = [
  /(?<![\p{L}*])\p{L}\p{M}{0,7}\*{2}(?!\*)/u,
  /(?<!\*)(?:\*{7}[0-9]{4}|\*{6,13}[0-9]{1,2})(?![0-9])/u,
  /(?<![*0-9])\*{4}(?![*0-9])/u,
];

const MOST = 5;

/** No record of the log tells of a person of the run, shows a plain number, or holds two masked values. */
export const logRecords: CaseJudge = (seen) => {
  const { transcript } = seen;
  const log = transcript.entries.find((entry) => entry.kind === 'log');
  const people = peopleIn(transcript);
  if (log === undefined || log.lines.length === 0 || people.length === 0) return undefined;
  const canaries = people.map(({ canary }) => canary);
  const scan = scannerOf(canaries.flatMap((canary) => needlesOf(canary, digests)));
  const wrong = (line: number, actual: Text): Finding =>
    violated(
      log.seq,
      { en: 'a record that tells of nobody', zh: '不涉及任何人的记录' },
      { en: `record ${line + 1}: ${actual.en}`, zh: `第 ${line + 1} 条记录：${actual.zh}` },
      { surface: 'log' },
    );
  const found: Finding[] = [];
  for (const [at, line] of log.lines.entries()) {
    const [hit] = scan(line);
    const [sighting] = sightingsIn(line);
    const kinds = new Set(shownIn(line, canaries).map(({ kind }) => kind));
    if (hit !== undefined)
      found.push(wrong(at, valueSaid({ ...hit.wanted, form: hit.wanted.label })));
    else if (sighting !== undefined) found.push(wrong(at, valueSaid(sighting)));
    else if (kinds.size > 1 || MASKED.filter((masked) => masked.test(line)).length > 1)
      found.push(wrong(at, { en: 'two masked values', zh: '两个脱敏值' }));
    if (found.length === MOST) break;
  }
  return found.length > 0 ? found : holds(log.seq, 'log');
};
