import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Text } from '../language.ts';
import { ok, type Probe, problem, told } from './probe.ts';

/** Seconds of difference between two clocks that nobody minds, and at which signatures fail. */
const MINDED_SECONDS = 5;
const FAILING_SECONDS = 300;

const CERTIFICATE: Readonly<Record<string, Text>> = {
  CERT_HAS_EXPIRED: { en: 'its certificate has expired', zh: '证书已过期' },
  CERT_NOT_YET_VALID: { en: 'its certificate is not valid yet', zh: '证书尚未生效' },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    en: 'its certificate is for another name',
    zh: '证书属于其他域名',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    en: 'its certificate is signed by itself',
    zh: '证书为自签名',
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    en: 'an authority that this machine does not know signed its certificate',
    zh: '签发机构不受本机信任',
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    en: 'the chain of its certificate is not whole',
    zh: '证书链不完整',
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    en: 'an authority that this machine does not know signed its certificate',
    zh: '签发机构不受本机信任',
  },
};

type Failing = { readonly seen: Text; readonly remedy: Text };

const ADDRESS: Text = {
  en: 'start the system, or mend address and port',
  zh: '请启动系统，或修正地址与端口',
};
const CERTIFICATE_REMEDY: Text = {
  en: 'mend the certificate, or name its authority in NODE_EXTRA_CA_CERTS',
  zh: '请修正证书，或用 NODE_EXTRA_CA_CERTS 指定签发机构',
};

const NO_WAY: Failing = {
  seen: { en: 'no way leads there (TCP)', zh: '网络不可达（TCP）' },
  remedy: { en: 'look at routes and firewalls', zh: '请检查路由与防火墙' },
};
const RESET: Failing = {
  seen: { en: 'the connection was reset', zh: '连接被重置' },
  remedy: {
    en: 'look at its log; http is not https, and the other way round',
    zh: '请查看其日志，并确认 http 与 https 无误',
  },
};
const SILENT: Failing = {
  seen: { en: 'no answer in time', zh: '未在时限内应答' },
  remedy: { en: 'look at its log, and at firewalls', zh: '请查看其日志与防火墙' },
};

const NETWORK: Readonly<Record<string, Failing>> = {
  ENOTFOUND: {
    seen: { en: 'its name is not known (DNS)', zh: '域名无法解析（DNS）' },
    remedy: { en: 'mend the name, or the name server', zh: '请修正域名或 DNS' },
  },
  EAI_AGAIN: {
    seen: { en: 'no name server answers (DNS)', zh: 'DNS 没有应答' },
    remedy: { en: 'look at the network of this machine', zh: '请检查本机网络' },
  },
  ECONNREFUSED: {
    seen: { en: 'nothing listens there (TCP)', zh: '该端口无人监听（TCP）' },
    remedy: ADDRESS,
  },
  EHOSTUNREACH: NO_WAY,
  ENETUNREACH: NO_WAY,
  EADDRNOTAVAIL: NO_WAY,
  EACCES: NO_WAY,
  ECONNRESET: RESET,
  EPIPE: RESET,
  UND_ERR_SOCKET: RESET,
  ETIMEDOUT: SILENT,
  UND_ERR_CONNECT_TIMEOUT: SILENT,
  UND_ERR_HEADERS_TIMEOUT: SILENT,
  UND_ERR_BODY_TIMEOUT: SILENT,
  TIMEOUT: SILENT,
};

const codesOf = (error: unknown): readonly string[] => {
  const codes: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    codes.push(at.name === 'TimeoutError' ? 'TIMEOUT' : 'code' in at ? String(at.code) : '');
  return codes.filter((code) => code !== '');
};

/** What is wrong with a certificate, by the name that OpenSSL has for it. */
const certificateFault = (code: string): Text | undefined =>
  CERTIFICATE[code] ??
  (/^(CERT_|CRL_|UNABLE_TO_|INVALID_CA|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/.test(code)
    ? { en: `its certificate is not taken (${code})`, zh: `证书不被接受（${code}）` }
    : undefined);

/** A port that the Fetch Standard keeps requests away from: Node never tries. */
const isBarredPort = (error: unknown): boolean => {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at.message === 'bad port') return true;
  return false;
};

const BARRED_PORT: Failing = {
  seen: {
    en: 'browsers and Node ask nothing of that port (fetch.spec.whatwg.org, bad port)',
    zh: '浏览器与 Node 不访问该端口（fetch.spec.whatwg.org，bad port）',
  },
  remedy: { en: 'let the system listen on another port', zh: '请让系统监听其他端口' },
};

/** Why a request had no answer: name, connection, certificate, or what speaks there is no HTTP. */
export const unreached = (url: string, error: unknown): Probe => {
  const codes = codesOf(error);
  const certificate = codes.map(certificateFault).find((one) => one !== undefined);
  const isTls = codes.some((code) => /^(ERR_SSL|ERR_TLS|EPROTO)/.test(code));
  const failing: Failing = certificate
    ? {
        seen: { en: `TLS: ${certificate.en}`, zh: `TLS：${certificate.zh}` },
        remedy: CERTIFICATE_REMEDY,
      }
    : isTls
      ? {
          seen: { en: 'no TLS is spoken there', zh: '该端口不使用 TLS' },
          remedy: { en: 'write http://, or another port', zh: '请改用 http:// 或其他端口' },
        }
      : (codes.map((code) => NETWORK[code]).find((one) => one !== undefined) ??
        (isBarredPort(error) ? BARRED_PORT : undefined) ?? {
          seen: {
            en: `no HTTP/1.1 is spoken there (${codes.join(', ') || 'unknown'})`,
            zh: `该端口不使用 HTTP/1.1（${codes.join('、') || '未知'}）`,
          },
          remedy: ADDRESS,
        });
  const { seen, remedy } = failing;
  return problem(
    'reach',
    EXIT.environment,
    `${url}: ${seen.en}; ${remedy.en}`,
    `${url}：${seen.zh}；${remedy.zh}`,
  );
};

/** How far the clocks of the system and of this machine are apart. */
export const probeClock = (date: string | null, io: Pick<Io, 'now'>): Probe => {
  const at = Date.parse(date ?? '');
  if (Number.isNaN(at)) return told('clock', 'unneeded', 'it sends no Date', '未返回 Date');
  const seconds = Math.round(Math.abs(io.now() - at) / 1000);
  return seconds > MINDED_SECONDS
    ? problem(
        'clock',
        EXIT.environment,
        `${seconds} s apart; set both by NTP: at ${FAILING_SECONDS} s signatures fail`,
        `相差 ${seconds} 秒；请用 NTP 校时，达到 ${FAILING_SECONDS} 秒时签名失效`,
      )
    : ok('clock', { en: `${seconds} s apart`, zh: `相差 ${seconds} 秒` });
};
