import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, NO_MANAGED_SETTINGS, readManagedSettings, readSettings } from '../../../src/platform/settings.ts';

/** What each version stored, as it stands on readers' machines: kept for good, so that every migration is replayed. */
const STORED_BY_VERSION = {
  1: {
    version: 1,
    highlightsAtFirst: false,
    hiddenStatusesAtFirst: ['confirmed'],
    minConfidence: 0.6,
    fill: 'lines',
    lines: { reported: 'wavy', confirmed: 'double' },
    disabledPacks: ['gaza-ceasefire-2025'],
  },
  2: {
    version: 2,
    highlightsAtFirst: false,
    hiddenStatusesAtFirst: ['confirmed'],
    minConfidence: 0.6,
    fill: 'lines',
    lines: { reported: 'wavy', confirmed: 'double' },
    packs: { 'gaza-ceasefire-2025': false },
  },
};

describe('settings as they are read', () => {
  it('are the usual ones at the first run', () => {
    expect(readSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, notice: null });
  });

  it.each(Object.entries(STORED_BY_VERSION))('keep every choice that version %s stored', (_, stored) => {
    expect(readSettings(stored)).toEqual({ settings: STORED_BY_VERSION[2], notice: null });
  });

  it('have an example of every version there was', () => {
    expect(Object.keys(STORED_BY_VERSION)).toHaveLength(DEFAULT_SETTINGS.version);
  });

  it.each([
    ['text', 'off'],
    ['null', null],
    ['a list', []],
    ['no version', { fill: 'lines' }],
    ['a version of 0', { version: 0 }],
    ['half a version', { version: 1.5 }],
    ['a fill that there is not', { ...STORED_BY_VERSION[2], fill: 'rainbow' }],
    ['a confidence over 1', { ...STORED_BY_VERSION[2], minConfidence: 7 }],
    ['packs that are no choices', { ...STORED_BY_VERSION[2], packs: { a: 'yes' } }],
  ])('are the usual ones, with a notice, where what is stored is %s', (_, stored) => {
    expect(readSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, notice: 'corrupt' });
  });

  it('are the usual ones, with a notice, where a newer version wrote them', () => {
    expect(readSettings({ version: 99, anything: true })).toEqual({ settings: DEFAULT_SETTINGS, notice: 'newer' });
  });

  it('fill in what an earlier build of the same version did not have', () => {
    expect(readSettings({ version: 2, fill: 'mono' }).settings).toEqual({ ...DEFAULT_SETTINGS, fill: 'mono' });
  });
});

describe('what an administrator sets', () => {
  it('is taken as far as it goes', () => {
    expect(readManagedSettings({ classModeOnly: true })).toEqual({ ...NO_MANAGED_SETTINGS, classModeOnly: true });
  });

  it('is not set where it is malformed, and the rest of it holds', () => {
    expect(readManagedSettings({ sites: 'all' })).toEqual(NO_MANAGED_SETTINGS);
    expect(readManagedSettings({ sites: 'all', classModeOnly: true })).toEqual({ ...NO_MANAGED_SETTINGS, classModeOnly: true });
    expect(readManagedSettings('all')).toEqual(NO_MANAGED_SETTINGS);
    expect(readManagedSettings(undefined)).toEqual(NO_MANAGED_SETTINGS);
  });
});
