import { section } from '../weights/container.ts';
import { BORDERS, LABELS, WEIGHTS_PER_FEATURE } from './chain.ts';
import { TOKEN_ROLE_CLASSES } from './token-roles.ts';
import { packTable, unpackTable, type WeightTable } from './weight-table.ts';

/** Names of the weights file's sections that hold the attribution model. */
const SECTIONS = {
  cues: 'attributions.cues',
  roles: 'attributions.roles',
  transitions: 'attributions.transitions',
  tokenRoles: 'attributions.token-roles',
  firstRanking: 'attributions.first-ranking',
  ranking: 'attributions.ranking',
  settings: 'attributions.settings',
} as const;

/** The learned model that finds attributions. */
export interface AttributionModel {
  /** Is this token the head of a cue? */
  readonly cues: WeightTable;
  /** Roles of tokens around a cue: {@link WEIGHTS_PER_FEATURE} classes. */
  readonly roles: WeightTable;
  /** Scores of pairs of labels, by class of border (chain.ts). */
  readonly transitions: Float32Array;
  /** Is this token in the source, cue, content of any attribution? {@link TOKEN_ROLE_CLASSES} classes. */
  readonly tokenRoles: WeightTable;
  /** Is the whole attribution right, as far as its window tells? */
  readonly firstRanking: WeightTable;
  /** And as far as the roles of its tokens tell? */
  readonly ranking: WeightTable;
  readonly settings: AttributionSettings;
}

/** Thresholds that training chose on held-out parts of the training data. */
export interface AttributionSettings {
  /** Least probability of a token to be looked at as a cue. */
  readonly candidate: number;
  /** Least confidence of an attribution that is given. */
  readonly accept: number;
}

/**
 * The attribution model of a weights file.
 * @throws Error where a section is missing or has no proper size.
 */
export function readAttributionModel(sections: ReadonlyMap<string, Uint8Array>): AttributionModel {
  const settings = floats(section(sections, SECTIONS.settings));
  const transitions = floats(section(sections, SECTIONS.transitions));
  const roles = unpackTable(section(sections, SECTIONS.roles));
  const tokenRoles = unpackTable(section(sections, SECTIONS.tokenRoles));
  if (
    transitions.length !== BORDERS * LABELS * LABELS ||
    roles.classes !== WEIGHTS_PER_FEATURE ||
    tokenRoles.classes !== TOKEN_ROLE_CLASSES
  ) {
    throw new Error('weights: the roles have other labels than this version of the engine');
  }
  return {
    cues: unpackTable(section(sections, SECTIONS.cues)),
    roles,
    transitions,
    tokenRoles,
    firstRanking: unpackTable(section(sections, SECTIONS.firstRanking)),
    ranking: unpackTable(section(sections, SECTIONS.ranking)),
    settings: { candidate: settings[0] as number, accept: settings[1] as number },
  };
}

/** The sections of a model, to be written to a weights file. */
export function writeAttributionModel(model: AttributionModel): Readonly<Record<string, Uint8Array>> {
  const bytes = (values: Float32Array): Uint8Array => {
    const view = new DataView(new ArrayBuffer(values.length * 4));
    values.forEach((value, i) => {
      view.setFloat32(i * 4, value, true);
    });
    return new Uint8Array(view.buffer);
  };
  return {
    [SECTIONS.cues]: packTable(model.cues),
    [SECTIONS.roles]: packTable(model.roles),
    [SECTIONS.transitions]: bytes(model.transitions),
    [SECTIONS.tokenRoles]: packTable(model.tokenRoles),
    [SECTIONS.firstRanking]: packTable(model.firstRanking),
    [SECTIONS.ranking]: packTable(model.ranking),
    [SECTIONS.settings]: bytes(Float32Array.of(model.settings.candidate, model.settings.accept)),
  };
}

function floats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
