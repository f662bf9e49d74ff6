import type { Recorder } from '../transcript/recorder.ts';

/** For how long nothing comes, at least, before a system has said all that follows from what it did. */
const LEAST = 15;
/** A system that takes long for an answer takes as long for what follows it, some times over. */
const TIMES = 4;
/** Answers of late by which its pace is known. */
const OF_LATE = 8;
const MOST = 500;

/** Milliseconds of silence after which a system is taken to be done, by the pace of its latest answers. */
export const quietOf = ({ entries }: Pick<Recorder, 'entries'>, least = LEAST): number => {
  const taken: number[] = [];
  for (let at = entries.length - 1; at >= 0 && taken.length < OF_LATE; at -= 1) {
    const entry = entries[at];
    if (entry?.kind !== 'exchange' || entry.to !== 'sut' || entry.response === undefined) continue;
    taken.push(Date.parse(entry.response.receivedAt) - Date.parse(entry.request.sentAt));
  }
  const middle = taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;
  return Math.min(MOST, Math.max(least, TIMES * middle));
};
