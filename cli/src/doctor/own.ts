import { dirname, join, resolve } from 'node:path';
import type { Shore } from '@openwaybill/conformance';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type Listen, listenOf } from '../shore/listen-at.ts';
import { VERSION } from '../version.ts';
import { isLoopback } from './loopback.ts';
import { both, ok, type Probe, problem, told } from './probe.ts';

/** The lines of Node that this program is made for: the first of each that has what it needs. */
const LINES: readonly (readonly [major: number, minor: number])[] = [
  [22, 22],
  [24, 15],
  [26, 0],
];

const isSuitable = (version: string): boolean => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const line = LINES.findLast(([first]) => major >= first);
  return line !== undefined && (major > line[0] ? major > 26 : minor >= line[1]);
};

/** Its own version, and whether it runs on what it was made for. */
export const probeProgram = (io: Pick<Io, 'node'>): Probe =>
  isSuitable(io.node)
    ? { probe: 'program', state: 'ok', text: both(`${VERSION}, Node ${io.node}`) }
    : problem(
        'program',
        EXIT.usage,
        `Node ${io.node}; 22.22, 24.15, 26 or newer is needed: npx -p node@24 openwaybill`,
        `Node ${io.node}；需要 22.22、24.15、26 或更新版本：npx -p node@24 openwaybill`,
      );

/** The folder itself, or the nearest one above it that is there. */
const standing = (folder: string, io: Io): string => {
  const above = dirname(folder);
  return above === folder || io.exists(folder) ? folder : standing(above, io);
};

/** Whether the reports can be written; nothing is left behind, not even a folder. */
export const probeFolder = async (out: string, io: Io): Promise<Probe> => {
  const path = join(standing(resolve(out), io), '.doctor');
  const fault = await io.write(path, '');
  if (fault !== undefined)
    return problem(
      'folder',
      EXIT.usage,
      `${out} cannot be written (${fault.errno}); name another folder with --out`,
      `无法写入 ${out}（${fault.errno}）；请用 --out 指定其他文件夹`,
    );
  await io.remove(path);
  return ok('folder', out);
};

/** Whether the run's own port can be had, and what it is good for. */
export const probePort = async (
  options: { readonly listen?: string; readonly publicUrl?: string },
  shore: (at: Listen) => Shore,
): Promise<Probe> => {
  const at = listenOf(options.listen);
  if (at === undefined)
    return problem(
      'port',
      EXIT.usage,
      `--listen has ${options.listen}; a port is at most 65535, as 4600 or 0.0.0.0:4600`,
      `--listen 为 ${options.listen}；端口不超过 65535，形如 4600 或 0.0.0.0:4600`,
    );
  const { hostname = '127.0.0.1', port } = at;
  if (!isLoopback(hostname) && options.publicUrl === undefined)
    return problem(
      'port',
      EXIT.usage,
      `--listen ${hostname} is no address to call; say with --public-url where the system reaches it`,
      `--listen ${hostname} 不能用于访问；请用 --public-url 指定系统访问检测方的地址`,
    );
  try {
    const server = await shore(at).listen(async () => new Response(null, { status: 503 }), {
      port,
    });
    await server.close();
    return ok(
      'port',
      port === 0 ? { en: 'any free one', zh: '任意空闲端口' } : `${hostname}:${port}`,
    );
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E[A-Z]+$/.test(errno)) throw error;
    return problem(
      'port',
      EXIT.environment,
      `port ${port} cannot be had (${errno}); choose another one with --listen`,
      `无法使用端口 ${port}（${errno}）；请用 --listen 另选`,
    );
  }
};

const VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'];

/** Proxy variables: Node heeds them only where it is told to, which surprises either way. */
export const probeProxy = ({ env }: Pick<Io, 'env'>): Probe => {
  const named = VARIABLES.filter((name) => (env[name] ?? env[name.toLowerCase()] ?? '') !== '');
  if (named.length === 0) return told('proxy', 'unneeded', 'none is set', '未设置');
  return env.NODE_USE_ENV_PROXY === '1'
    ? told(
        'proxy',
        'warning',
        `${named.join(', ')} is in use; put the system's host into NO_PROXY, or answers may be the proxy's`,
        `正在使用 ${named.join('、')}；请将系统主机加入 NO_PROXY，否则应答可能来自代理`,
      )
    : told(
        'proxy',
        'note',
        `${named.join(', ')} is set and not used; NODE_USE_ENV_PROXY=1 would use it`,
        `已设置 ${named.join('、')} 但未使用；设置 NODE_USE_ENV_PROXY=1 后生效`,
      );
};
