// The form of a weights file: the magic "SLW1", the number of sections (u32), then for each section the length of its
// name (u32), the name (UTF-8), the length of its bytes (u32), zero to three padding bytes so that the bytes begin at a
// multiple of four, and the bytes. All numbers are little-endian.
const MAGIC = [0x53, 0x4c, 0x57, 0x31];
const NAME = /^[\x21-\x7e]{1,64}$/;

/** Joins named sections to the bytes of one weights file, in the order of the record's keys. */
export function writeSections(sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(sections);
  let size = 8;
  for (const [name, bytes] of entries) {
    if (!NAME.test(name)) throw new Error(`weights: "${name}" is no name of a section (1 to 64 ASCII characters without spaces)`);
    size = align(size + 8 + name.length) + bytes.length;
  }
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(4, entries.length, true);
  let at = 8;
  for (const [name, bytes] of entries) {
    view.setUint32(at, name.length, true);
    for (let i = 0; i < name.length; i++) file[at + 4 + i] = name.charCodeAt(i);
    at += 4 + name.length;
    view.setUint32(at, bytes.length, true);
    at = align(at + 4);
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/**
 * The sections of a weights file by name, as views into `file` (nothing is copied).
 * @throws Error with what is wrong, where the bytes are no weights file or are cut off.
 */
export function readSections(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (file.length < 8 || MAGIC.some((byte, i) => file[i] !== byte)) throw new Error('weights: not a weights file (magic SLW1 missing)');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const count = view.getUint32(4, true);
  const sections = new Map<string, Uint8Array>();
  let at = 8;
  const need = (bytes: number, what: string): void => {
    if (at + bytes > file.length) throw new Error(`weights: cut off in ${what} (section ${sections.size + 1} of ${count})`);
  };
  for (let i = 0; i < count; i++) {
    need(4, 'the length of a name');
    const nameLength = view.getUint32(at, true);
    at += 4;
    if (nameLength === 0 || nameLength > 64) throw new Error(`weights: a section's name of ${nameLength} bytes`);
    need(nameLength + 4, 'a name');
    const name = String.fromCharCode(...file.subarray(at, at + nameLength));
    if (!NAME.test(name)) throw new Error(`weights: section ${i + 1} has no proper name`);
    if (sections.has(name)) throw new Error(`weights: two sections are named ${name}`);
    at += nameLength;
    const length = view.getUint32(at, true);
    at = align(at + 4);
    need(length, `the bytes of ${name}`);
    sections.set(name, file.subarray(at, at + length));
    at += length;
  }
  if (at !== file.length) throw new Error(`weights: ${file.length - at} bytes after the last section`);
  return sections;
}

/**
 * The bytes of one section.
 * @throws Error where the file has no such section.
 */
export function section(sections: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (!bytes) throw new Error(`weights: section ${name} is missing`);
  return bytes;
}

function align(at: number): number {
  return (at + 3) & ~3;
}
