import { readFileSync, writeFileSync } from 'node:fs';

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 1 January 1980, 0:00, the first that the format can say: date and time of MS-DOS (PKWARE APPNOTE 6.3.10, 4.4.6). */
const FIRST_DATE = 0x0021;

/** One file in an archive: where its entry in the directory and its own header begin. */
export interface ArchiveEntry {
  readonly name: string;
  /** CRC-32 of its content. */
  readonly checksum: number;
  readonly entryAt: number;
  readonly headerAt: number;
}

/** Reads a ZIP archive's directory. Throws where the file is no such archive. */
export function readArchive(archive: Buffer): readonly ArchiveEntry[] {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('no ZIP archive');
  const entries: ArchiveEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('a damaged ZIP archive');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, checksum: archive.readUInt32LE(at + 16), entryAt: at, headerAt: archive.readUInt32LE(at + 42) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** Gives every file in store packages the same date, so that two builds of one commit are the same bytes. Called by wxt.config.ts. */
export function fixDates(archives: readonly string[]): void {
  for (const path of archives) {
    const archive = readFileSync(path);
    for (const { entryAt, headerAt } of readArchive(archive)) {
      archive.writeUInt16LE(0, entryAt + 12);
      archive.writeUInt16LE(FIRST_DATE, entryAt + 14);
      archive.writeUInt16LE(0, headerAt + 10);
      archive.writeUInt16LE(FIRST_DATE, headerAt + 12);
    }
    writeFileSync(path, archive);
  }
}
