import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../src/engine/invent.ts';
import { castOf, playStory, type Story } from '../src/stories/index.ts';
import { createTestCity } from './city.ts';

const FOLDER = join(import.meta.dirname, '../../../seeds/stories');

const stories = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Story);

test('every module beyond the core exchange has a story', () => {
  const further = registry.modules.filter((one) => one.conformanceClass !== 'core');
  expect(
    further.map(({ name }) => name).filter((name) => !stories.some((one) => one.module === name)),
  ).toEqual([]);
});

describe('a story goes as it is written', () => {
  test.each(stories.map((story) => [story.module, story] as const))('%s', async (_, story) => {
    const city = await createTestCity(castOf(story));
    const played = await playStory(story, city, seededRandom(2));
    expect(played.steps).toBe(story.steps.length);
    expect(played.refusals).toBeGreaterThan(0);
    expect(city.faults).toEqual([]);
  });
});

test('the stories go one after another in one city, too', async () => {
  const city = await createTestCity([...new Set(stories.flatMap(castOf))]);
  const random = seededRandom(3);
  for (const story of stories) await playStory(story, city, random);
  expect(city.faults).toEqual([]);
});
