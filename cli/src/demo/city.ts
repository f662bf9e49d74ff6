import { join } from 'node:path';
import {
  acquaint,
  type City,
  type Played as PlayedStory,
  playStory,
  type Story,
} from '@openwaybill/mock/stories';
import { SERVING_ROLES } from '@openwaybill/schemas';
import type { Io } from '../io.ts';
import { readSeed } from '../read-seed.ts';
import type { Caller, Played } from '../sandbox/parties.ts';
import type { Sandbox } from '../sandbox/start.ts';

/** The parties of a sandbox as the cast of stories, over their ports. */
const cityOf = (io: Io, sandbox: Sandbox): City => ({
  roles: SERVING_ROLES,
  addressOf: (role) => sandbox.party(role as Played).url,
  call: (by, request, at) => {
    const token = sandbox.party(at as Played).tokenOf(by as Played | Caller);
    request.headers.set('Authorization', `Bearer ${token}`);
    return io.fetch(request);
  },
  settled: sandbox.settled,
});

/** Plays the story of every module in one city, one after another; throws where one goes another way. */
export const playStories = async (
  io: Io,
  sandbox: Sandbox,
  tell: (story: Story, number: number, of: number) => void,
): Promise<readonly PlayedStory[]> => {
  const paths = (await io.filesBelow(join(io.seeds, 'stories'))).filter((path) =>
    path.endsWith('.json'),
  );
  const stories = await Promise.all(
    paths.sort().map((path) => readSeed<Story>(io, `stories/${path}`)),
  );
  const city = cityOf(io, sandbox);
  await acquaint(city, io.random);
  const played: PlayedStory[] = [];
  for (const [index, story] of stories.entries()) {
    tell(story, index + 1, stories.length);
    played.push(await playStory(story, city, io.random));
  }
  return played;
};
