import { createSecureContext } from 'node:tls';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import type { OwnCertificate } from '../shore/relay.ts';

const usage = (seen: Text, wanted: Text, remedy: Text): { readonly complaint: Complaint } => ({
  complaint: { code: EXIT.usage, seen, wanted, remedy },
});

/** The certificate that callers of a relay see: the user's own, never one that is made for the occasion. */
export const readOwnCertificate = async (
  { cert, key }: { readonly cert?: string; readonly key?: string },
  io: Pick<Io, 'read'>,
): Promise<{ readonly value?: OwnCertificate } | { readonly complaint: Complaint }> => {
  if (cert === undefined && key === undefined) return {};
  if (cert === undefined || key === undefined)
    return usage(
      cert === undefined
        ? { en: '--key has no --cert', zh: '--key 缺少 --cert' }
        : { en: '--cert has no --key', zh: '--cert 缺少 --key' },
      { en: 'TLS needs a certificate and its key', zh: 'TLS 需要证书及其私钥' },
      { en: 'name both files (PEM), or none', zh: '请同时指定两个文件（PEM），或都不指定' },
    );
  const texts: string[] = [];
  for (const path of [cert, key]) {
    const file = await io.read(path);
    if (!file.ok) return { complaint: fileComplaint(file.fault) };
    texts.push(new TextDecoder().decode(file.bytes));
  }
  const [certText = '', keyText = ''] = texts;
  const value = { cert: certText, key: keyText };
  try {
    createSecureContext(value);
  } catch {
    return usage(
      { en: `${cert} and ${key} do not belong together`, zh: `${cert} 与 ${key} 不相配` },
      { en: 'a certificate and its private key are needed (PEM)', zh: '需要证书及其私钥（PEM）' },
      { en: 'name the two files of one certificate', zh: '请指定同一证书的两个文件' },
    );
  }
  return { value };
};
