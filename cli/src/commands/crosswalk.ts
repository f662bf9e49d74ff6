import { adapters, convert, isAdapted, toEpcis } from '@openwaybill/crosswalk';
import { nearest, parseJson } from '@openwaybill/validate/light';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import { instantOf } from '../instant.ts';
import type { Io } from '../io.ts';
import { columns } from '../table.ts';

export type CrosswalkOptions = Common & {
  readonly file: string;
  /** `vocabulary/version`, or the vocabulary alone where one version is read. */
  readonly from: string;
  readonly to: 'events' | 'epcis';
  readonly country?: string;
};

const MAX_FILE_BYTES = 64 * 1024 * 1024;

const vocabularyOf = (asked: string): string =>
  isAdapted(asked)
    ? asked
    : (Object.keys(adapters).find((one) => one.split('/')[0] === asked) ?? asked);

/** Reads a document of another vocabulary as events of the standard, and tells what had no counterpart. */
export const crosswalk = async (options: CrosswalkOptions, io: Io): Promise<ExitCode> => {
  const vocabulary = vocabularyOf(options.from);
  if (!isAdapted(vocabulary)) {
    const names = Object.keys(adapters);
    const meant = nearest(options.from, [...names, ...names.map((one) => one.split('/')[0] ?? '')]);
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `there is no adapter for ${options.from}`, zh: `没有 ${options.from} 的适配器` },
      wanted: { en: `one of ${names.join(', ')} is needed`, zh: `可选 ${names.join('、')}` },
      remedy:
        meant === undefined
          ? { en: 'choose one with --from', zh: '请用 --from 选择' }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    });
  }
  const read = await io.read(options.file);
  if (!read.ok) return complain(io, options, fileComplaint(read.fault));
  const parsed = parseJson(read.bytes, { maxBytes: MAX_FILE_BYTES });
  if (!parsed.ok)
    return complain(io, options, {
      code: EXIT.usage,
      seen: {
        en: `${options.file} is not clean JSON (${parsed.issues[0]?.rule})`,
        zh: `${options.file} 不是规范的 JSON（${parsed.issues[0]?.rule}）`,
      },
      wanted: { en: 'one JSON document is needed', zh: '需要一个 JSON 文档' },
      remedy: {
        en: `openwaybill explain ${parsed.issues[0]?.rule} says more`,
        zh: `详见 openwaybill explain ${parsed.issues[0]?.rule}`,
      },
    });
  const { events, unmapped, warnings } = convert(vocabulary, parsed.value, {
    ...(options.country === undefined ? {} : { countryCode: options.country }),
  });
  if (options.to === 'epcis') {
    io.out(JSON.stringify(toEpcis(events, { createdAt: instantOf(io.now()) }), null, 2));
  } else if (options.json) {
    io.out(JSON.stringify({ events, unmapped, warnings }));
  } else {
    for (const event of events) io.out(JSON.stringify(event));
  }
  if (!options.json) {
    const zh = options.language === 'zh';
    io.err(
      columns([
        [zh ? '事件' : 'events', String(events.length)],
        [zh ? '未映射' : 'unmapped', String(unmapped.length)],
        [zh ? '警告' : 'warnings', String(warnings.length)],
      ]),
    );
    for (const { pointer, code, subCode } of unmapped)
      io.err(
        `${zh ? '未映射' : 'unmapped'}  ${pointer}  ${code}${subCode === undefined ? '' : `/${subCode}`}`,
      );
    for (const { pointer, rule, params } of warnings)
      io.err(
        `${zh ? '警告' : 'warning'}  ${pointer}  ${rule}${params === undefined ? '' : `  ${Object.values(params).join(' ')}`}`,
      );
  }
  return EXIT.ok;
};
