import {
  type AppliedSet,
  applied,
  type Errata,
  ErrataForm,
  type FrozenSet,
  FrozenSetForm,
  isIntact,
  misfitsOf,
} from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { readJsonFile } from '../read-json-file.ts';
import { misfitComplaint } from './read-config.ts';

/** The working contract, by which nobody is judged for good. */
export const NEXT_SET = 'next';

/** Where the set of a version is written, in a clone. */
export const setFile = (version: string): string => `conformance/sets/${version}.json`;

/** Where the sets that came with the program stand. */
const keptFile = (io: Io, name: string): string => `${io.sets}/${name}.json`;

/** The requirement set that was asked for, or that the system claims; without one, the working contract. */
export const readSet = async (
  { asked, claimed }: { readonly asked: string | undefined; readonly claimed: string | undefined },
  io: Io,
): Promise<{ readonly set?: AppliedSet } | { readonly complaint: Complaint }> => {
  const version = asked ?? claimed;
  if (version === undefined || version === NEXT_SET) return {};
  const path = keptFile(io, version);
  if (!/^\d+\.\d+\.\d+$/.test(version) || !io.exists(path))
    return asked === undefined
      ? {}
      : {
          complaint: {
            code: EXIT.usage,
            seen: { en: `there is no requirement set ${version}`, zh: `没有要求集 ${version}` },
            wanted: {
              en: 'a set that came with the suite is needed, or next for the working contract',
              zh: '需要套件附带的要求集，或 next 表示当前契约',
            },
            remedy: { en: 'write --set 1.0.0', zh: '请使用 --set 1.0.0' },
          },
        };
  const read = await readJsonFile<FrozenSet>(io, path);
  if ('complaint' in read) return read;
  const misfits = misfitsOf(FrozenSetForm, read.value);
  if (misfits.length > 0) return { complaint: misfitComplaint(path, read.text, misfits) };
  if (!isIntact(read.value))
    return {
      complaint: {
        code: EXIT.usage,
        seen: { en: `${path} was edited after it was frozen`, zh: `${path} 冻结后被修改` },
        wanted: { en: 'a set is never edited', zh: '要求集不得修改' },
        remedy: {
          en: `take it as it was released; a wrong case is suspended in ${version}.errata.json`,
          zh: `请恢复为发布时的内容；错误的判例在 ${version}.errata.json 中暂停`,
        },
      },
    };
  const errataPath = keptFile(io, `${version}.errata`);
  if (!io.exists(errataPath)) return { set: applied(read.value) };
  const errata = await readJsonFile<Errata>(io, errataPath);
  if ('complaint' in errata) return errata;
  const wrong = misfitsOf(ErrataForm, errata.value);
  return wrong.length > 0
    ? { complaint: misfitComplaint(errataPath, errata.text, wrong) }
    : { set: applied(read.value, errata.value) };
};
