import { join } from 'node:path';
import type { WrittenExchange, WrittenGolden } from '@openwaybill/conformance/prove';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';

type Kept = Pick<WrittenGolden, 'title' | 'why' | 'exchanges' | 'outcomes' | 'cases'>;

/** Exchanges that were written by hand, once read; they stand beside the frozen sets. */
const known = new WeakMap<Io, Promise<readonly Kept[]>>();

const read = async (io: Io): Promise<readonly Kept[]> => {
  const folder = join(io.sets, '..', 'golden');
  const names = (await io.filesBelow(folder)).filter((name) => !name.includes('/'));
  const files = await Promise.all(names.map((name) => io.read(join(folder, name))));
  return files.flatMap((file) =>
    file.ok ? [JSON.parse(Buffer.from(file.bytes).toString('utf8')) as Kept] : [],
  );
};

const goldens = (io: Io): Promise<readonly Kept[]> => {
  const found = known.get(io) ?? read(io);
  known.set(io, found);
  return found;
};

const bodyOf = (body: unknown): readonly string[] =>
  body === undefined ? [] : [typeof body === 'string' ? body : JSON.stringify(body)];

const headersOf = (headers: Readonly<Record<string, string | null>> = {}): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value ?? '∅'}`);

const exchangeOf = ({ request, response, unanswered }: WrittenExchange): string =>
  [
    `${request.method} ${request.url}`,
    ...headersOf(request.headers),
    ...bodyOf(request.body),
    `→ ${response?.status ?? unanswered ?? ''}`,
    ...headersOf(response?.headers),
    ...bodyOf(response?.body),
  ].join('\n');

const shownOf = ({ title, why, exchanges }: Kept, language: Language): string =>
  [`${title[language]}: ${why[language]}`, ...exchanges.map(exchangeOf)].join('\n');

/** The shortest exchanges that break a requirement, and the shortest that keep it, where somebody wrote them down. */
export const exchangesFor = async (
  io: Io,
  id: string,
  language: Language,
): Promise<{ readonly failing?: string; readonly passing?: string }> => {
  const all = [...(await goldens(io))].sort(
    (one, other) => one.exchanges.length - other.exchanges.length,
  );
  const keeps = ({ outcomes, cases = {} }: Kept): boolean =>
    outcomes[id] === 'passed' ||
    (outcomes[id] !== 'failed' &&
      Object.entries(cases).some(([name, state]) => name.startsWith(`${id} `) && state === 'held'));
  const failing = all.find(({ outcomes }) => outcomes[id] === 'failed');
  const passing = all.find(keeps);
  return {
    ...(failing === undefined ? {} : { failing: shownOf(failing, language) }),
    ...(passing === undefined ? {} : { passing: shownOf(passing, language) }),
  };
};
