/**
 * Oldest main versions that the extension runs in. The manifest tells the browsers, and what opens a browser looks for none older.
 * Chrome 123 is the first with everything that the pages are styled with; Firefox 142 the first, on phones too, that asks about data.
 */
export const OLDEST = { chromium: 123, firefox: 142 } as const;
