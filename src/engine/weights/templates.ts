/** A feature's template: its number, which no other has, and the places of the values that it joins. */
export interface Template {
  readonly number: number;
  readonly places: readonly number[];
}

const wordsOf = (names: string): readonly string[] => names.trim().split(/\s+/);

/**
 * Templates written as text, `100 word tag, 101 word`: a number, then names of the values that are joined. A name stands for its place
 * in the list of names, from 1 on; place 0 is the name `0`, for what is always 0. As data, features are hashed by one short
 * loop, which is compiled early and takes half the time of a call for each of them.
 */
export function readTemplates(names: string, lines: readonly string[]): readonly Template[] {
  const places = new Map(['0', ...wordsOf(names)].map((name, place) => [name, place]));
  return lines.join(', ').split(', ').map((template) => {
    const [number, ...joined] = template.split(' ');
    return {
      number: Number(number),
      places: joined.map((name) => {
        const place = places.get(name);
        if (place === undefined) throw new Error(`features: template "${template}" joins ${name}, which is no value's name`);
        return place;
      }),
    };
  });
}

/** Room for the values of a list of names. */
export function valuesOf(names: string): Int32Array {
  return new Int32Array(wordsOf(names).length + 1);
}
