export * from './fiction-set.ts';
export * from './invent-person.ts';
export * from './is-fiction-phone.ts';
