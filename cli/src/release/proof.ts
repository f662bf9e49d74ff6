import { contractDigest, type Prove } from '@openwaybill/conformance/prove';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { jsonIn } from '../json-in.ts';
import type { Text } from '../language.ts';

const PROVE: Text = {
  en: 'openwaybill prove --out proof, once and whole, writes one to name with --proof',
  zh: '请完整运行一次 openwaybill prove --out proof，并用 --proof 指定其结果',
};

const WANTED: Text = {
  en: 'a published version needs a whole proof that its requirements are judged as they say',
  zh: '正式发布的版本须有完整的证明，说明其要求确能被如实判定',
};

const isProof = (value: unknown): value is Prove =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'openwaybill-prove/1';

const lacking = (seen: Text): Complaint => ({
  code: EXIT.nonconforming,
  seen,
  wanted: WANTED,
  remedy: PROVE,
});

/** Why the suite is not proven for these requirements: there is no proof, a part of one, a failed one or another one. */
export const proofComplaint = async (
  path: string | undefined,
  io: Pick<Io, 'read'>,
): Promise<Complaint | undefined> => {
  if (path === undefined)
    return { ...lacking({ en: 'no --proof was given', zh: '未给出 --proof' }), code: EXIT.usage };
  const read = await io.read(path);
  if (!read.ok) return fileComplaint(read.fault);
  const proof = jsonIn(new TextDecoder().decode(read.bytes))?.value;
  if (!isProof(proof))
    return {
      ...lacking({ en: `${path} is no proof`, zh: `${path} 不是证明文件` }),
      code: EXIT.usage,
    };
  const unmet = proof.demands.filter(({ isMet }) => !isMet).map(({ id }) => id);
  if (!proof.run.whole || !proof.run.complete)
    return lacking({ en: `${path} is a part of a proof`, zh: `${path} 只是证明的一部分` });
  if (unmet.length > 0)
    return lacking({
      en: `${path} leaves demands unmet: ${unmet.join(', ')}`,
      zh: `${path} 有未满足的条件：${unmet.join('、')}`,
    });
  return proof.digests.set === contractDigest()
    ? undefined
    : lacking({
        en: `${path} is about other requirements than these`,
        zh: `${path} 所证明的并非现有要求`,
      });
};
