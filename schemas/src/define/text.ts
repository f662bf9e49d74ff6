/** A sentence or a title in both languages of the standard. */
export type Text = { readonly en: string; readonly zh: string };

/** Title and description in both languages, as JSON Schema annotations. */
export const words = (title: Text, description: Text) => ({
  title: title.en,
  'x-title-zh': title.zh,
  description: description.en,
  'x-description-zh': description.zh,
});
