export { acquaint, castOf, type Played, playStory } from './play-story.ts';
export type { City, Story, StoryStep } from './story.ts';
export { OffScript } from './template.ts';
