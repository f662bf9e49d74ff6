import type { Given } from './request-of.ts';
import { Refused, type Result } from './result.ts';

type Page = { readonly items: readonly unknown[]; readonly nextCursor?: string };

/** Every item of a list. It ends where a page has no cursor, or one that was there before. Throws `Refused`. */
export async function* items(
  read: (given: Given) => Promise<Result<unknown>>,
  given: Given,
): AsyncGenerator<unknown, void, undefined> {
  const walked = new Set<string>();
  let cursor: string | undefined;
  do {
    const answer = await read(
      cursor === undefined ? given : { ...given, query: { ...given.query, cursor } },
    );
    if (!answer.ok) throw new Refused(answer);
    const page = answer.value as Page;
    yield* page.items;
    cursor = page.nextCursor;
    if (cursor === undefined || walked.has(cursor)) return;
    walked.add(cursor);
  } while (true);
}
