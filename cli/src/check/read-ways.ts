import {
  misfitsOf,
  RUNGS,
  type Rung,
  type Selection,
  type UseFile,
  UseFileForm,
} from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { readJsonFile } from '../read-json-file.ts';
import { millisecondsOf } from './duration.ts';
import type { RunSettings } from './options.ts';
import { misfitComplaint } from './read-config.ts';

/** How long somebody at a terminal is waited for, unless a run says otherwise. */
const USUAL_WAIT = 'PT5M';

/** A way as it is written on the command line: `TEST_CONTROL` is `test-control`. */
const wordOf = (rung: Rung): string => rung.toLowerCase().replace('_', '-');

export type Ways = Pick<Selection, 'rungs' | 'use' | 'operatorMilliseconds'>;

/** By which ways a run may come to the states that it needs, or what is wrong with how that was said. */
export const readWays = async (
  {
    use: path,
    onlyRungs,
    prompt,
    wait = USUAL_WAIT,
    json,
  }: Pick<RunSettings, 'use' | 'onlyRungs' | 'prompt' | 'wait'> & { readonly json?: boolean },
  io: Io,
): Promise<{ readonly ways: Ways } | { readonly complaint: Complaint }> => {
  const unknown = onlyRungs?.find((word) => !RUNGS.some((rung) => wordOf(rung) === word));
  if (unknown !== undefined) {
    const all = RUNGS.map(wordOf);
    return {
      complaint: {
        code: EXIT.usage,
        seen: { en: `--only-rungs has ${unknown}`, zh: `--only-rungs 为 ${unknown}` },
        wanted: {
          en: `the ways to a state are ${all.join(', ')}`,
          zh: `达到状态的途径有 ${all.join('、')}`,
        },
        remedy: {
          en: 'name some of them, between commas',
          zh: '请列出其中若干项，以逗号分隔',
        },
      },
    };
  }
  const isAsking = prompt !== false && json !== true && io.canBeAsked;
  const ways: Ways = {
    ...(onlyRungs === undefined
      ? {}
      : { rungs: RUNGS.filter((rung) => onlyRungs.includes(wordOf(rung))) }),
    ...(isAsking ? { operatorMilliseconds: millisecondsOf(wait) } : {}),
  };
  if (path === undefined) return { ways };
  const read = await readJsonFile<UseFile>(io, path);
  if ('complaint' in read) return read;
  const misfits = misfitsOf(UseFileForm, read.value);
  return misfits.length === 0
    ? { ways: { ...ways, use: read.value } }
    : { complaint: misfitComplaint(path, read.text, misfits, UseFileForm) };
};
