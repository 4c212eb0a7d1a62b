import nlp from 'compromise/three';

/** The yardstick: compromise's own default parse. */
export function load(): (text: string) => unknown {
  return (text) => nlp(text);
}
