import { type AttributionModel, readAttributionModel } from './attributions/attribution-model.ts';
import { SyntaxModel } from './syntax/syntax-model.ts';
import { readSections } from './weights/container.ts';

/** All that was learned: the tagger and parser, and what finds attributions. */
export interface EngineModel {
  readonly syntax: SyntaxModel;
  readonly attributions: AttributionModel;
}

/**
 * The model of a weights file.
 * @throws Error where the bytes are no weights file of this version.
 */
export function readModel(bytes: Uint8Array): EngineModel {
  const sections = readSections(bytes);
  return { syntax: SyntaxModel.load(sections), attributions: readAttributionModel(sections) };
}
