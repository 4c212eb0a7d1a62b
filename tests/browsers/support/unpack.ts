import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readArchive } from '../../../scripts/package-dates.ts';

const DEFLATED = 8;

/** Writes every file of a ZIP archive under a folder. */
export function unpack(path: string, folder: string): void {
  const archive = readFileSync(path);
  for (const { name, entryAt, headerAt } of readArchive(archive)) {
    if (name.endsWith('/')) continue;
    // Offsets in the directory's entry and in the file's own header: PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.7.
    const start = headerAt + 30 + archive.readUInt16LE(headerAt + 26) + archive.readUInt16LE(headerAt + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(entryAt + 20));
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, archive.readUInt16LE(entryAt + 10) === DEFLATED ? inflateRawSync(packed) : packed);
  }
}
