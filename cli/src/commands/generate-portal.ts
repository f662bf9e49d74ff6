import { registry, toContract } from '@openwaybill/schemas';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { frozenContracts, newestBefore, touchedComplaint } from '../release/frozen-contracts.ts';
import { portalFiles } from '../release/portal-files.ts';
import { behindComplaint, isBehind, writeOrCheck } from './generate.ts';
import type { GenerateAnyOptions } from './generate-any.ts';

/** Writes the standard as it is worked on as a site of pages: a draft without a release folder around it. */
export const generatePortal = async (
  { language, json, out, check }: GenerateAnyOptions,
  io: Io,
): Promise<ExitCode> => {
  const common = { language, json };
  if (out === undefined)
    return complain(io, common, {
      code: EXIT.usage,
      seen: { en: 'no --out was given', zh: '未给出 --out' },
      wanted: { en: 'a site is a folder of its own', zh: '网站须写入单独的文件夹' },
      remedy: { en: 'name one with --out', zh: '请用 --out 指定' },
    });
  if (await isBehind(io)) return complain(io, common, behindComplaint);
  const { frozen, touched } = await frozenContracts('.', io);
  const [first] = touched;
  if (first !== undefined) return complain(io, common, touchedComplaint(first));
  const previous = newestBefore(frozen, registry.version);
  const files = await portalFiles(
    toContract(registry),
    {
      status: 'draft',
      isInRelease: false,
      ...(previous === undefined ? {} : { previous: previous.contract, latest: previous.version }),
    },
    io,
  );
  return writeOrCheck(files, out, { ...common, check, isWhole: true }, io);
};
