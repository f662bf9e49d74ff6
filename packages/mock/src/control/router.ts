import { parseJson, problemOf } from '@openwaybill/validate';
import { problemAnswer, toResponse } from '../engine/answer.ts';
import { type Form, judgeForm } from '../engine/form.ts';
import { MAX_BODY_BYTES } from '../engine/judgement.ts';
import type { Counterparty } from '../engine/options.ts';
import { readAtMost } from '../engine/read-body.ts';
import { Refusal } from '../engine/refusal.ts';
import { refusalOf } from '../engine/refusal-of.ts';
import type { System } from '../engine/system.ts';
import type { ControlRoute } from './route.ts';
import { controlRoutes } from './routes.ts';

/** Where the control interface is: beside the product interface, never within it. */
export const CONTROL_PATH = '/_mock/';

/** A snapshot is the greatest body. */
const MAX_BYTES = 256 * MAX_BODY_BYTES;

type Match = { readonly route: ControlRoute; readonly path: Readonly<Record<string, string>> };

const matched = (
  pattern: string,
  pathname: string,
): Readonly<Record<string, string>> | undefined => {
  const names = pattern.split('/');
  const given = pathname.split('/');
  if (names.length !== given.length) return undefined;
  const path: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const segment = given[at] ?? '';
    const parameter = /^\{(.+)\}$/.exec(name)?.[1];
    if (parameter === undefined ? name !== segment : segment === '') return undefined;
    if (parameter !== undefined) path[parameter] = segment;
  }
  return path;
};

/** The route of a method and a path, by the table; `HEAD` is answered wherever `GET` is. */
const find = (method: string, pathname: string): Match => {
  const here = controlRoutes.flatMap((route) => {
    const path = matched(route.path, pathname);
    return path === undefined ? [] : [{ route, path }];
  });
  if (here.length === 0) throw new Refusal('NOT_FOUND');
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = here.find(({ route }) => route.method === wanted);
  if (found !== undefined) return found;
  const allow = here.map(({ route }) => route.method).sort();
  throw new Refusal('METHOD_NOT_ALLOWED', { headers: { Allow: allow.join(', ') } });
};

/** What a route takes that wants nothing: nothing, or an empty object. */
const NOTHING: Form = { type: 'object', properties: {} };

const readBody = async (request: Request, wanted: Form | undefined): Promise<unknown> => {
  const bytes = await readAtMost(request, MAX_BYTES);
  if (bytes === undefined) throw new Refusal('BODY_TOO_LARGE');
  if (wanted === undefined && bytes.length === 0) return undefined;
  const form = wanted ?? NOTHING;
  const parsed = parseJson(bytes, { maxBytes: MAX_BYTES });
  if (!parsed.ok) throw new Refusal(parsed.code, { issues: parsed.issues });
  const issues = judgeForm(form, parsed.value);
  if (issues.length > 0) throw new Refusal(problemOf(issues), { issues });
  return parsed.value;
};

/** Control of this mock over HTTP: its own routes with bodies of its own, refused in the words of the standard. */
export const controlInterface = (
  system: System,
  authenticate: (header: string | null) => Promise<Counterparty | undefined>,
  common: Readonly<Record<string, string>>,
): ((request: Request) => Promise<Response>) => {
  const { options, random } = system;
  const answered = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const { route, path } = find(request.method, url.pathname);
    if ('open' in route) return route.open(system, request);
    const tenant = await authenticate(request.headers.get('Authorization'));
    if (tenant === undefined)
      throw new Refusal('UNAUTHENTICATED', { headers: { 'WWW-Authenticate': 'Bearer' } });
    const body = await readBody(request, route.body);
    system.signTimes.heed(tenant.partyId, request.headers);
    const query = url.searchParams;
    const made = await route.answer({ system, tenant, path, query, body, request });
    return made instanceof Response
      ? made
      : toResponse(
          { status: made === undefined ? 204 : 200, body: made },
          common,
          request.method === 'HEAD',
        );
  };
  return async (request) => {
    try {
      return await answered(request);
    } catch (error) {
      return toResponse(
        problemAnswer(refusalOf(error, options), random, options.wallClock()),
        common,
        request.method === 'HEAD',
      );
    }
  };
};
