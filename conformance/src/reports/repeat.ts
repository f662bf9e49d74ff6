import type { Result } from '../result/result.ts';
import { textOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';

/** Where a run leaves its transcript, in the folder of its reports. */
export const TRANSCRIPT_FILE = 'transcript.owt.ndjson';

/** A word that the shell takes as it is. */
export const quoted = (word: string): string =>
  /^[A-Za-z0-9_./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

const OWN_HEADERS = new Set([
  'authorization',
  'content-length',
  'host',
  'connection',
  'user-agent',
  'accept-encoding',
]);

/** The command that sends the same request again; what a card hides is read from the transcript. */
export const curlOf = (exchange: Exchange, hides: boolean): string => {
  const { method, url, headers, body } = exchange.request;
  const hasToken = headers.some(([name]) => name.toLowerCase() === 'authorization');
  const text = textOf(body);
  // a heredoc that ends inside of the body would be another request
  const reads = hides || text.includes('BODY');
  const head = `curl -sS -i -X ${quoted(method)} ${reads ? '"$(sent url)"' : quoted(url)}`;
  const options = [
    ...(hasToken ? ['-H "Authorization: Bearer $OPENWAYBILL_TOKEN"'] : []),
    ...headers
      .filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()))
      .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
  ];
  const call = (more: readonly string[]): string => [head, ...options, ...more].join(' \\\n  ');
  if (!reads)
    return text === '' ? call([]) : `${call(["--data-binary @- <<'BODY'"])}\n${text}\nBODY`;
  const sent = `sent() { sed -n ${exchange.seq + 1}p ${TRANSCRIPT_FILE} |\n  node -p "JSON.parse(fs.readFileSync(0)).request.$1"; }`;
  return text === ''
    ? `${sent}\n${call([])}`
    : `${sent}\nsent body.utf8 | ${call(['--data-binary @-'])}`;
};

/** The command that repeats a run, or a part of it. */
export const checkCommand = (result: Result, only?: readonly string[]): string => {
  const { url, role } = result.system;
  const chosen = only ?? result.run.selection ?? [];
  return [
    'openwaybill check',
    url === undefined || !URL.canParse(url) ? '<url>' : quoted(new URL(url).origin),
    `--role ${role}`,
    ...(chosen.length === 0 ? [] : [`--only ${chosen.map(quoted).join(' ')}`]),
    `--seed ${result.run.seed}`,
  ].join(' ');
};
