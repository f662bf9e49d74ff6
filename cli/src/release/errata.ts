import { type Erratum, numberFor } from '@openwaybill/emit';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { readJsonFile } from '../read-json-file.ts';
import { isDay } from './day.ts';

/** Where a clone records what is corrected, and in which version. */
const RECORDS = 'schemas/decisions/errata.json';

type Recorded = Erratum & { readonly release: string };

const isText = (value: unknown): boolean => {
  const { en, zh } = (value ?? {}) as { readonly en?: unknown; readonly zh?: unknown };
  return typeof en === 'string' && en !== '' && typeof zh === 'string' && zh !== '';
};

const isRecorded = (value: unknown): value is Recorded => {
  const one = (value ?? {}) as Partial<Recorded>;
  return (
    [one.release, one.id, one.pointer].every((text) => typeof text === 'string' && text !== '') &&
    Array.isArray(one.affects) &&
    one.affects.length > 0 &&
    one.affects.every((version) => typeof version === 'string') &&
    [one.wrong, one.right, one.reason].every(isText) &&
    [one.noticeOn, one.effectiveOn].every((day) => isDay(String(day)))
  );
};

const incomplete = (at: number): Complaint => ({
  code: EXIT.usage,
  seen: {
    en: `the erratum at /${at} of ${RECORDS} is not whole`,
    zh: `${RECORDS} 中位于 /${at} 的勘误不完整`,
  },
  wanted: {
    en: 'it has release, id, affects, pointer, wrong, right and reason in en and zh, noticeOn and effectiveOn',
    zh: '须有 release、id、affects、pointer、中英文 wrong、right 与 reason、noticeOn 与 effectiveOn',
  },
  remedy: { en: 'complete it', zh: '请补全' },
});

/** What a version corrects, as the clone records it; nothing where it records nothing. */
export const errataOf = async (
  version: string,
  io: Io,
): Promise<{ readonly errata: readonly Erratum[] } | { readonly complaint: Complaint }> => {
  if (!io.exists(RECORDS)) return { errata: [] };
  const read = await readJsonFile<unknown>(io, RECORDS);
  if ('complaint' in read) return read;
  const records: readonly unknown[] = Array.isArray(read.value) ? read.value : [read.value];
  const wrong = records.findIndex((one) => !isRecorded(one));
  if (wrong >= 0) return { complaint: incomplete(wrong) };
  return {
    errata: records
      .filter(isRecorded)
      // a draft and a ballot correct what their release will
      .filter(({ release }) => release === numberFor(version))
      .map(({ release: _, ...erratum }) => erratum),
  };
};
