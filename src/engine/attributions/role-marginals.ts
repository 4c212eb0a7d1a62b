import type { Draft, TokenRange } from './draft.ts';

/** The roles that tokens have, whatever the attribution: in its source, its cue, its content. */
export const TRACKS = 3;

/** For every token of an article, the probability that it is in the source, cue, content of any attribution. */
export interface RoleMarginals {
  readonly source: Float32Array;
  readonly cue: Float32Array;
  readonly content: Float32Array;
}

/** How likely every token is to have a role in any of the drafts, each being as likely as its confidence, and as if they did not know of each other. */
export function rolesInDrafts(size: number, drafts: readonly Draft[], confidence: Float32Array): RoleMarginals {
  const none = (): Float32Array => new Float32Array(size).fill(1);
  const roles: RoleMarginals = { source: none(), cue: none(), content: none() };
  for (const [i, draft] of drafts.entries()) {
    const not = 1 - (confidence[i] as number);
    const take = (track: Float32Array, ranges: readonly TokenRange[]): void => {
      for (const { first, last } of ranges) for (let t = first; t <= last; t++) track[t] = (track[t] as number) * not;
    };
    take(roles.source, draft.source);
    take(roles.cue, draft.cue);
    take(roles.content, draft.content);
  }
  for (const track of [roles.source, roles.cue, roles.content])
    for (let t = 0; t < size; t++) track[t] = 1 - (track[t] as number);
  return roles;
}
