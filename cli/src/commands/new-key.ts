import { newSigningKey, publicPart } from '@openwaybill/conformance';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { columns } from '../table.ts';

export type NewKeyOptions = Common & {
  readonly name: string;
  /** Party id that others trust the key for. */
  readonly party?: string;
};

/** Makes a key that signs conformance statements, and the file by which others trust it. */
export const newKey = async (options: NewKeyOptions, io: Io): Promise<ExitCode> => {
  const zh = options.language === 'zh';
  const secret = `${options.name}.jwk`;
  const shown = `${options.name}.public.json`;
  const taken = [secret, shown].find((path) => io.exists(path));
  if (taken !== undefined)
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `${taken} is there already`, zh: `${taken} 已存在` },
      wanted: { en: 'a key is never written over', zh: '密钥从不覆盖' },
      remedy: { en: 'choose another name', zh: '请另取名称' },
    });
  const key = await newSigningKey();
  const trusted = {
    ...publicPart(key),
    kid: key.kid,
    ...(options.party === undefined ? {} : { partyId: options.party }),
  };
  const files = [
    [secret, `${JSON.stringify(key, null, 2)}\n`],
    [shown, `${JSON.stringify({ keys: [trusted] }, null, 2)}\n`],
  ] as const;
  for (const [path, text] of files) {
    const fault = await io.write(path, text);
    if (fault !== undefined) return complain(io, options, fileComplaint(fault, 'write'));
  }
  io.out(
    options.json
      ? JSON.stringify({ secret, public: shown, kid: key.kid })
      : columns([
          [secret, zh ? '签名用，请勿外传' : 'signs; keep it to yourself'],
          [shown, zh ? '供他人用于 verify --trust' : 'for others, as verify --trust'],
        ]),
  );
  return EXIT.ok;
};
