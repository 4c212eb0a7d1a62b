import { gazaCeasefire2025 } from './gaza-ceasefire-2025.ts';
import type { SourcePack } from './source-pack.ts';
import { usPolitics } from './us-politics.ts';

/** Every pack that ships with the extension. */
export const allPacks: readonly SourcePack[] = [gazaCeasefire2025, usPolitics];

/** The packs that are on until a reader chooses others. */
export const defaultPacks: readonly SourcePack[] = [gazaCeasefire2025];
