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
    at += entryLength(archive, at);
  }
  return entries;
}

/**
 * Gives every file in store packages the same date and puts them in the order of their names, so that two builds of one commit are the
 * same bytes. Called by wxt.config.ts.
 */
export function fixDates(archives: readonly string[]): void {
  for (const path of archives) writeFileSync(path, inOrder(readFileSync(path)));
}

function inOrder(archive: Buffer): Buffer {
  const entries = readArchive(archive);
  const directoryAt = Math.min(...entries.map((entry) => entry.entryAt));
  const starts = [...entries.map((entry) => entry.headerAt), directoryAt].sort((a, b) => a - b);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { entryAt, headerAt } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = Buffer.from(
      archive.subarray(
        headerAt,
        starts.find((start) => start > headerAt),
      ),
    );
    file.writeUInt16LE(0, 10);
    file.writeUInt16LE(FIRST_DATE, 12);
    const entry = Buffer.from(archive.subarray(entryAt, entryAt + entryLength(archive, entryAt)));
    entry.writeUInt16LE(0, 12);
    entry.writeUInt16LE(FIRST_DATE, 14);
    entry.writeUInt32LE(at, 42);
    files.push(file);
    directory.push(entry);
    at += file.length;
  }
  const end = archive.subarray(directoryAt + directory.reduce((sum, entry) => sum + entry.length, 0));
  return Buffer.concat([...files, ...directory, end]);
}

function entryLength(archive: Buffer, at: number): number {
  return 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
}
